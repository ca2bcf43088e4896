package org.relais.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.relais.care.births.Birth;
import org.relais.care.identity.desk.DepartureDesk.Leaving;
import org.relais.care.identity.desk.IdentityFact.Whither;
import org.relais.care.identity.desk.Told;
import org.relais.journal.ReadModel;
import org.relais.journal.Verification;
import org.relais.kernel.PatientId;
import org.relais.testkit.Hl7;
import org.relais.upkeep.Act;
import org.relais.upkeep.Retention;
import org.relais.upkeep.RetentionRun;
import org.relais.upkeep.RetentionSettings;

/**
 * A mother and her twins, of whom people wrote births, watches, bands and separations, leave and are forgotten in their time:
 * nothing that this node can still open names them. Another woman stays.
 */
class ForgottenFamilyTest {
    private static final String MOTHER = "QUIMBERLOT";
    private static final String TWINS = "ZAMIRE";
    private static final String STAYS = "FROIDEVAUX";
    private static final List<Charset> CHARSETS =
            List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE);
    private static final int DAYS = 10;

    @TempDir
    Path folder;

    private SmallHouse small;
    private PatientId mother;
    private List<PatientId> family;

    @BeforeEach
    void twinsAreBornAndAllThreeGoHome() {
        small = new SmallHouse(folder.resolve("data"));
        small.hears(Hl7.admission("1", "8001", MOTHER));
        small.hears(Hl7.admission("2", "8002", STAYS));
        mother = small.found(MOTHER).getFirst().id();
        new BirthsOfADay(small.house, small.now).played(mother);
        WatchOfADay.written(small.house, mother);
        LabelsOfADay.printed(small.house, mother);
        small.folded();
        List<Birth> births = small.house.folded().query(small.house.models().births()::all);
        assertThat(births).hasSize(2);
        family = Stream.concat(Stream.of(mother), births.stream().map(Birth::child))
                .toList();
        small.hears(discharge("3", "8001^^^IPP-POINTE^PI", "V8001^^^GAM^VN"));
        small.house
                .identityDesk()
                .departures()
                .leave(
                        SmallHouse.OPERATOR,
                        births.stream().map(Birth::child).toList(),
                        new Leaving(Whither.HOME, "", "", Told.now(small.now)))
                .orThrow();
        small.folded();
        retention()
                .settle(Act.of(SmallHouse.OPERATOR), new RetentionSettings(true, DAYS))
                .orThrow();
        small.folded();
    }

    @AfterEach
    void close() {
        small.close();
    }

    private static String discharge(String controlId, String number, String visit) {
        return Hl7.message(
                Hl7.header("ADT^A03^ADT_A03", controlId),
                "EVN||20261123070000",
                "PID|1||" + number + "||" + MOTHER + "^Marie-Ange^^^^^L||19900412|F",
                "PV1|1|I|6268^12^A^POINTE||||1001^RÉMY^Paul||||||||||||" + visit,
                "ZBE|D" + controlId
                        + "^GAM|20261123070000||INSERT|N||Médecine^^^^^^UF^^^6268|Médecine^^^^^^UF^^^6268|HMS");
    }

    private Retention retention() {
        return small.house.upkeep().retention();
    }

    /** The nights go by, one after the other. */
    private void nights(int count) {
        for (int night = 0; night < count; night++) {
            small.later(Duration.ofDays(1));
            retention().tick();
            small.folded();
        }
    }

    private static boolean names(byte[] bytes, String name) {
        return CHARSETS.stream()
                .map(charset -> new String(bytes, charset).toUpperCase(Locale.ROOT))
                .anyMatch(text -> text.contains(name));
    }

    /** What names somebody of all that this node can open: entries by their type, read models by their name. */
    private Set<String> naming(String name) {
        Set<String> naming = new TreeSet<>();
        small.house.data().journal().read(1, entry -> {
            if (!entry.forgotten() && names(small.house.data().journal().whole(entry), name)) {
                naming.add(entry.type());
            }
        });
        for (ReadModel model : small.house.models().all()) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            small.house.folded().query(() -> {
                try {
                    model.save(new DataOutputStream(bytes));
                } catch (IOException impossible) {
                    throw new UncheckedIOException(impossible);
                }
                return model;
            });
            if (names(bytes.toByteArray(), name)) {
                naming.add(model.name());
            }
        }
        return naming;
    }

    /** Where entries lie that were written about one of the family and still open. */
    private List<String> about() {
        Set<String> ids = new TreeSet<>(family.stream().map(PatientId::hex).toList());
        List<String> open = new java.util.ArrayList<>();
        small.house.data().journal().read(1, entry -> {
            if (!entry.forgotten() && entry.subject() != null && ids.contains(entry.subject())) {
                open.add(entry.type());
            }
        });
        return open;
    }

    private void nobodyIsKnown() {
        var models = small.house.models();
        assertThat(naming(MOTHER)).isEmpty();
        assertThat(naming(TWINS)).isEmpty();
        assertThat(about()).isEmpty();
        assertThat(small.found(MOTHER)).isEmpty();
        assertThat(small.found(TWINS)).isEmpty();
        assertThat(small.found("8001")).isEmpty();
        assertThat(models.births().all()).isEmpty();
        assertThat(models.births().positions(family)).isEmpty();
        assertThat(models.labels().positions(family)).isEmpty();
        assertThat(models.identities().positions(family)).isEmpty();
        assertThat(models.watch().watched()).isEmpty();
        for (PatientId one : family) {
            assertThat(models.patients().get(one)).isEmpty();
            assertThat(small.house.charts().chart(one, small.now)).isEmpty();
        }
    }

    @Test
    void allThreeAreForgottenInTheirTimeAndNothingThatOpensNamesThem() {
        assertThat(naming(MOTHER)).as("the search finds what is there").contains("feeds.message", "patients");
        assertThat(naming(TWINS)).isNotEmpty();
        assertThat(about()).contains("care.ctg-placed", "care.birth");
        nights(DAYS);
        assertThat(small.found(MOTHER)).as("not before their time").hasSize(1);
        nights(1);
        RetentionRun run = small.house.models().retentionLog().last().orElseThrow();
        assertThat(run.patients()).isEqualTo(3);
        assertThat(run.waiting()).isZero();
        nobodyIsKnown();
        assertThat(small.found(STAYS)).hasSize(1);
        assertThat(naming(STAYS)).isNotEmpty();
        Verification verified = small.house.data().verify(null);
        assertThat(verified.sound()).isTrue();
        assertThat(verified.forgotten()).isEqualTo(run.entries());
        small.restart();
        nobodyIsKnown();
        assertThat(small.found(STAYS)).hasSize(1);
    }

    @Test
    void aCrisisHoldsThemUntilAWeekAfterItsEnd() {
        nights(5);
        small.house
                .models()
                .crisis()
                .declare(SmallHouse.OPERATOR, "a reason", Set.of())
                .orThrow();
        small.folded();
        nights(2 * DAYS);
        assertThat(retention().standing().suspended()).isTrue();
        assertThat(small.found(MOTHER)).hasSize(1);
        assertThat(small.house.models().births().all()).hasSize(2);
        small.house.models().crisis().lift(SmallHouse.OPERATOR, "over").orThrow();
        small.folded();
        nights(6);
        assertThat(small.found(MOTHER)).hasSize(1);
        nights(2);
        nobodyIsKnown();
        assertThat(small.house.data().verify(null).sound()).isTrue();
    }
}
