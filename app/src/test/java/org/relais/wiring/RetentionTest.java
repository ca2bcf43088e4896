package org.relais.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.relais.access.Trace;
import org.relais.access.TraceLog;
import org.relais.journal.ReadModel;
import org.relais.journal.Receipt;
import org.relais.journal.Verification;
import org.relais.kernel.PatientId;
import org.relais.testkit.Hl7;
import org.relais.upkeep.Act;
import org.relais.upkeep.PackSettings;
import org.relais.upkeep.Retention;
import org.relais.upkeep.RetentionRun;
import org.relais.upkeep.RetentionSettings;

/** Patients who left are forgotten: on disk, in memory, in snapshots, in standby packs; and the chain still verifies. */
class RetentionTest {
    private static final String GONE = "QUIMBERLOT";
    private static final String STAYS = "ZÉPHIRINE";

    @TempDir
    Path folder;

    private SmallHouse small;

    @BeforeEach
    void twoPatientsOneOfWhomLeft() {
        small = new SmallHouse(folder.resolve("data"));
        small.hears(Hl7.admission("1", "8001", GONE));
        small.hears(Hl7.admission("2", "8002", STAYS));
        small.hears(discharge("3", "8001", GONE));
    }

    @AfterEach
    void close() {
        small.close();
    }

    private static String discharge(String controlId, String ipp, String family) {
        return Hl7.message(
                Hl7.header("ADT^A03^ADT_A03", controlId),
                "EVN||20261123070000",
                Hl7.pid(ipp, family, "Marie-Ange"),
                "PV1|1|I|6268^12^A^POINTE||||1001^RÉMY^Paul||||||||||||V" + ipp + "^^^GAM^VN",
                "ZBE|D" + ipp + "^GAM|20261123070000||INSERT|N||Médecine^^^^^^UF^^^6268|Médecine^^^^^^UF^^^6268|HMS");
    }

    private static String merge(String controlId, String ipp, String absorbed) {
        return Hl7.message(
                Hl7.header("ADT^A24^ADT_A24", controlId),
                "EVN||20261123071000",
                Hl7.pid(ipp, STAYS, "Marie-Ange"),
                Hl7.pid(absorbed, GONE, "Marie-Ange"));
    }

    private Retention retention() {
        return small.house.upkeep().retention();
    }

    private boolean onDisk(String name) throws IOException {
        small.house.close();
        boolean found = false;
        try (Stream<Path> walk = Files.walk(small.data)) {
            for (Path file : walk.filter(Files::isRegularFile).toList()) {
                found |= new String(Files.readAllBytes(file), StandardCharsets.UTF_8).contains(name);
            }
        }
        small.house = House.open(small.data, SmallHouse.PASSPHRASE.clone(), () -> small.now);
        small.folded();
        return found;
    }

    private Map<String, String> states() throws IOException {
        Map<String, String> states = new TreeMap<>();
        for (ReadModel model : small.house.models().all()) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            model.save(new DataOutputStream(bytes));
            states.put(model.name(), HexFormat.of().formatHex(bytes.toByteArray()));
        }
        states.remove("feed-ledger");
        return states;
    }

    @Test
    void nobodyIsForgottenBeforeTheTimeNorWhileInTheHospital() {
        small.later(Duration.ofDays(29));
        assertThat(retention().run(SmallHouse.OPERATOR).orThrow().patients()).isZero();
        small.later(Duration.ofDays(400));
        assertThat(retention().run(SmallHouse.OPERATOR).orThrow().patients()).isEqualTo(1);
        assertThat(small.found(GONE)).isEmpty();
        assertThat(small.found(STAYS)).hasSize(1);
    }

    @Test
    void whoLeftIsForgottenEverywhereAndReplayEqualsLive() throws IOException {
        PatientId gone = small.found(GONE).getFirst().id();
        small.restart();
        assertThat(small.data.resolve("snapshots")).isNotEmptyDirectory();
        small.later(Duration.ofDays(31));
        RetentionRun run = retention().run(SmallHouse.OPERATOR).orThrow();
        assertThat(run.patients()).isEqualTo(1);
        assertThat(run.entries()).isEqualTo(2);
        assertThat(small.found(GONE)).isEmpty();
        assertThat(small.house.charts().chart(gone, small.now)).isEmpty();
        Map<String, String> live = states();
        small.restart();
        assertThat(states()).as("from snapshots").isEqualTo(live);
        small.house.close();
        Deletion.tree(small.data.resolve("snapshots"));
        small.house = House.open(small.data, SmallHouse.PASSPHRASE.clone(), () -> small.now);
        small.folded();
        assertThat(states()).as("from zero").isEqualTo(live);
        Verification verified = small.house.data().verify(null);
        assertThat(verified.sound()).isTrue();
        assertThat(verified.forgotten()).isEqualTo(2);
        assertThat(onDisk(GONE)).isFalse();
    }

    @Test
    void aForgottenMessageIsNotTakenInAgainAndLaterNewsBeginAnew() {
        small.later(Duration.ofDays(31));
        retention().run(SmallHouse.OPERATOR).orThrow();
        Receipt again = small.hears(Hl7.admission("1", "8001", GONE));
        assertThat(again.known()).isTrue();
        assertThat(small.found(GONE)).isEmpty();
        assertThat(small.hears(Hl7.admission("9", "8001", GONE)).known()).isFalse();
        assertThat(small.found(GONE)).hasSize(1);
    }

    @Test
    void anEntryThatNamesTwoWaitsForTheLast() {
        small.hears(Hl7.admission("4", "8003", "LÉANDRE"));
        small.hears(discharge("5", "8003", "LÉANDRE"));
        Receipt both = small.hears(merge("6", "8002", "8003"));
        assertThat(small.house
                        .folded()
                        .query(() -> small.house
                                .models()
                                .patients()
                                .named(small.house.data().journal().entry(both.position()))))
                .isNotEmpty();
        small.hears(unlink("7", "8002", "8003"));
        small.later(Duration.ofDays(31));
        RetentionRun first = retention().run(SmallHouse.OPERATOR).orThrow();
        assertThat(first.patients()).isEqualTo(2);
        assertThat(first.waiting()).isEqualTo(2);
        assertThat(small.house.data().journal().entry(both.position()).forgotten())
                .isFalse();
        assertThat(small.found("LÉANDRE")).isEmpty();
        small.restart();
        assertThat(small.found("LÉANDRE")).isEmpty();
        small.hears(discharge("8", "8002", STAYS));
        small.later(Duration.ofDays(31));
        RetentionRun second = retention().run(SmallHouse.OPERATOR).orThrow();
        assertThat(second.waiting()).isZero();
        assertThat(small.house.data().journal().entry(both.position()).forgotten())
                .isTrue();
    }

    private static String unlink(String controlId, String ipp, String other) {
        return merge(controlId, ipp, other).replace("ADT^A24^ADT_A24", "ADT^A37^ADT_A37");
    }

    @Test
    void aCrisisAndTheSevenDaysAfterItHoldEverythingUp() {
        small.later(Duration.ofDays(31));
        small.house
                .models()
                .crisis()
                .declare(SmallHouse.OPERATOR, "a reason", Set.of())
                .orThrow();
        small.folded();
        assertThat(retention().standing().suspended()).isTrue();
        assertThat(retention().run(SmallHouse.OPERATOR).toString()).contains("upkeep.forget.crisis");
        small.later(Duration.ofDays(2));
        small.house.models().crisis().lift(SmallHouse.OPERATOR, "over").orThrow();
        small.folded();
        small.later(Duration.ofDays(6));
        retention().tick();
        assertThat(small.found(GONE)).hasSize(1);
        small.later(Duration.ofDays(2));
        retention().tick();
        assertThat(small.found(GONE)).isEmpty();
    }

    @Test
    void runsByItselfEveryNightAtThree() {
        assertThat(retention().standing().next()).isEqualTo(Instant.parse("2026-11-24T03:00:00Z"));
        small.later(Duration.ofDays(40));
        retention().tick();
        assertThat(small.found(GONE)).isEmpty();
        assertThat(retention().standing().next()).isEqualTo(Instant.parse("2027-01-03T03:00:00Z"));
    }

    @Test
    void oneWhoLeftIsForgottenOnDemandAndOneWhoIsThereIsNot() {
        PatientId gone = small.found(GONE).getFirst().id();
        PatientId stays = small.found(STAYS).getFirst().id();
        assertThat(retention().forget(SmallHouse.OPERATOR, stays, "asked").toString())
                .contains("upkeep.forget.present");
        assertThat(retention().forget(SmallHouse.OPERATOR, gone, " ").toString())
                .contains("upkeep.forget.reason");
        retention().forget(SmallHouse.OPERATOR, gone, "asked").orThrow();
        assertThat(small.found(GONE)).isEmpty();
    }

    @Test
    void standbyPacksThatMayHoldWhoIsForgottenGo() throws IOException {
        Path key = Files.createDirectory(folder.resolve("key"));
        Act act = Act.of(SmallHouse.OPERATOR);
        var packs = small.house.upkeep().packs();
        packs.settle(act, new PackSettings(true, key.toString(), 60, 3, 180, "fr"))
                .orThrow();
        packs.tick();
        Path before =
                key.resolve(packs.log().last(SmallHouse.MEDICINE).orElseThrow().file());
        small.later(Duration.ofMinutes(1));
        retention()
                .forget(SmallHouse.OPERATOR, small.found(GONE).getFirst().id(), "asked")
                .orThrow();
        small.later(Duration.ofMinutes(1));
        packs.tick();
        assertThat(before).doesNotExist();
        assertThat(key.resolve(
                        packs.log().last(SmallHouse.MEDICINE).orElseThrow().file()))
                .exists();
    }

    @Test
    void messagesThatNobodyUnderstoodAreForgottenToo() {
        Receipt odd = small.hears(Hl7.message(Hl7.header("ZZZ^Z99", "77"), "PID|1||||" + GONE));
        assertThat(small.house
                        .folded()
                        .query(() -> small.house.models().quarantine().size()))
                .isEqualTo(1);
        small.later(Duration.ofDays(31));
        retention().run(SmallHouse.OPERATOR).orThrow();
        assertThat(small.house.data().journal().entry(odd.position()).forgotten())
                .isTrue();
        assertThat(small.house
                        .folded()
                        .query(() -> small.house.models().quarantine().size()))
                .isZero();
    }

    @Test
    void theWordsOfOldSearchesGoAndWhoSearchedWhenStays() throws IOException {
        var trace = small.house.rooms().trace();
        trace.searched(SmallHouse.OPERATOR, GONE, 1);
        small.later(Duration.ofDays(31));
        trace.searched(SmallHouse.OPERATOR, "zéph", 1);
        small.folded();
        retention().run(SmallHouse.OPERATOR).orThrow();
        assertThat(searches()).containsExactly("zéph", "");
        small.restart();
        assertThat(searches()).containsExactly("zéph", "");
        assertThat(retention().run(SmallHouse.OPERATOR).orThrow().entries()).isZero();
    }

    private List<String> searches() {
        return small.house.models().traces().latest(new TraceLog.Filter.All(), Long.MAX_VALUE, 50).stream()
                .filter(line -> line.access().act() == Trace.Act.SEARCHED)
                .map(line -> line.access().about())
                .toList();
    }

    @Test
    void whatPeopleWroteOfHerGoesToo() {
        PatientId gone = small.found(GONE).getFirst().id();
        var book = small.house.models().found();
        Receipt written = small.house
                .data()
                .journal()
                .write(org.relais.journal.Draft.of(
                                "care.found", 1, SmallHouse.OPERATOR, "{}".getBytes(StandardCharsets.UTF_8))
                        .about(gone.hex()));
        small.folded();
        assertThat(book.positions(List.of(gone))).containsExactly(written.position());
        small.later(Duration.ofDays(31));
        retention().run(SmallHouse.OPERATOR).orThrow();
        assertThat(small.house.data().journal().entry(written.position()).forgotten())
                .isTrue();
        assertThat(book.positions(List.of(gone))).isEmpty();
    }

    @Test
    void keepsToWhatWasSettled() {
        Act act = Act.of(SmallHouse.OPERATOR);
        assertThat(retention().settle(act, new RetentionSettings(true, 3)).toString())
                .contains("upkeep.settings.days");
        retention().settle(act, new RetentionSettings(false, 30)).orThrow();
        small.later(Duration.ofDays(400));
        retention().tick();
        assertThat(small.found(GONE)).hasSize(1);
        assertThat(retention().standing().due()).isEqualTo(1);
        assertThat(retention().standing().next()).isNull();
    }
}
