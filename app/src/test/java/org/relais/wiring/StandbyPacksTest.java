package org.relais.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.relais.kernel.WardCode;
import org.relais.paper.SealedPack;
import org.relais.testkit.Hl7;
import org.relais.upkeep.Act;
import org.relais.upkeep.Alarm;
import org.relais.upkeep.Envelope;
import org.relais.upkeep.PackMade;
import org.relais.upkeep.PackSettings;
import org.relais.upkeep.StandbyPacks;

/** Packs that exist when nothing else does: on a folder that stands for a USB key, read by programs that are not Relais. */
class StandbyPacksTest {
    private static final Instant START = SmallHouse.START;
    private static final Act ACT = Act.of(SmallHouse.OPERATOR);
    private static final WardCode MATERNITY = SmallHouse.MATERNITY;

    @TempDir
    Path folder;

    private SmallHouse small;
    private House house;
    private StandbyPacks packs;
    private Path key;

    @BeforeEach
    void aHospitalOfTwoWards() throws IOException {
        small = new SmallHouse(folder.resolve("data"));
        house = small.house;
        packs = house.upkeep().packs();
        key = Files.createDirectory(folder.resolve("key"));
        small.hears(Hl7.admission("1", "8001", "JOSEPH"));
    }

    @AfterEach
    void close() {
        small.close();
    }

    private void settle(int keep) {
        packs.settle(ACT, new PackSettings(true, key.toString(), 60, keep, 180, "fr"))
                .orThrow();
    }

    private List<Path> pdfs() throws IOException {
        try (Stream<Path> files = Files.list(key)) {
            return files.filter(file -> file.toString().endsWith(".pdf"))
                    .sorted()
                    .toList();
        }
    }

    private Path file(PackMade made) {
        return key.resolve(made.file());
    }

    @Test
    void saysThatNothingIsScheduledUntilSomebodySaysWhere() {
        assertThat(packs.alarms()).extracting(Alarm::key).containsExactly("upkeep.alarm.packs-off");
    }

    @Test
    void everyWardsPackIsLockedAndReadableByWhoeverHasTheEnvelopeWithoutRelais() throws Exception {
        settle(3);
        packs.tick();
        assertThat(packs.alarms()).isEmpty();
        assertThat(pdfs()).hasSameSizeAs(house.rooms().packs().wards());
        PackMade made = packs.log().last(MATERNITY).orElseThrow();
        Envelope envelope = packs.log().envelope(MATERNITY).orElseThrow();
        SealedPack read = SealedPack.open(file(made), envelope.passphrase());
        assertThat(read.ward()).isEqualTo(MATERNITY);
        assertThat(read.asOf()).isEqualTo(START);
        assertThat(read.pages()).isEqualTo(made.pages());
        assertThatThrownBy(() -> SealedPack.open(file(made), envelope.passphrase() + "x"))
                .isInstanceOf(IOException.class);
        assertThat(new String(Files.readAllBytes(file(made)), StandardCharsets.ISO_8859_1))
                .doesNotContain("Maternité", "MAT)", envelope.passphrase());
        assumeThat(Path.of("/usr/bin/pdfinfo")).exists();
        assertThat(said("pdfinfo", "-upw", envelope.passphrase(), file(made).toString()))
                .contains("Encrypted:", "AES-256", "Pages:           " + made.pages());
        assertThat(said(
                        "pdftotext",
                        "-upw",
                        envelope.passphrase(),
                        "-l",
                        "1",
                        file(made).toString(),
                        "-"))
                .contains("Maternité", made.job().substring(0, 8));
        assertThat(said("pdfinfo", file(made).toString())).contains("Incorrect password");
    }

    @Test
    void generationsAreMadeWhenDueAndOldOnesAreRemoved() throws IOException {
        settle(2);
        int wards = house.rooms().packs().wards().size();
        packs.tick();
        packs.tick();
        assertThat(pdfs()).hasSize(wards);
        for (int hour = 1; hour <= 3; hour++) {
            small.later(Duration.ofHours(1));
            packs.tick();
        }
        assertThat(packs.log().generations(MATERNITY)).hasSize(4);
        assertThat(pdfs()).hasSize(2 * wards);
        assertThat(file(packs.log().last(MATERNITY).orElseThrow())).exists();
        assertThat(file(packs.log().generations(MATERNITY).getLast())).doesNotExist();
    }

    @Test
    void aKeyThatIsNotPluggedInIsAnAlarmAndIsFilledOnceItIsBack() throws IOException {
        settle(3);
        packs.tick();
        Path away = Files.move(key, folder.resolve("away"));
        small.later(Duration.ofHours(1));
        packs.tick();
        assertThat(packs.alarms()).extracting(Alarm::key).containsExactly("upkeep.alarm.folder-missing");
        Files.createDirectory(key);
        small.later(Duration.ofHours(4));
        packs.tick();
        assertThat(packs.alarms())
                .extracting(Alarm::key)
                .contains("upkeep.alarm.folder-unprepared", "upkeep.alarm.pack-stale");
        assertThat(key).isEmptyDirectory();
        Files.delete(key);
        Files.move(away, key);
        small.later(Duration.ofHours(1));
        packs.tick();
        assertThat(packs.alarms()).isEmpty();
    }

    @Test
    void anotherKeyIsFilledWhenItWasPreparedThoughNothingIsDueByTheClock() throws IOException {
        settle(3);
        packs.tick();
        Files.move(key, folder.resolve("first"));
        Files.createDirectory(key);
        assertThat(packs.prepare()).isTrue();
        packs.tick();
        assertThat(pdfs()).hasSameSizeAs(house.rooms().packs().wards());
    }

    @Test
    void aNewEnvelopeOpensWhatIsMadeFromThenOnAndTheOldOneWhatWasMadeBefore() throws IOException {
        settle(3);
        packs.tick();
        Envelope first = packs.log().envelope(MATERNITY).orElseThrow();
        Envelope second = packs.renew(ACT, MATERNITY);
        assertThat(second.number()).isEqualTo(2);
        assertThat(second.passphrase())
                .isNotEqualTo(first.passphrase())
                .matches("(?:(?:[bcdfghjklnprstvx][eiou]){2}[bcdfghjklnprstvx](?: |$)){5}");
        small.later(Duration.ofHours(1));
        packs.tick();
        List<PackMade> made = packs.log().generations(MATERNITY);
        assertThat(SealedPack.open(file(made.getFirst()), second.passphrase()).pages())
                .isPositive();
        assertThat(SealedPack.open(file(made.getLast()), first.passphrase()).pages())
                .isPositive();
        assertThat(packs.log().envelope(made.getLast())).contains(first);
    }

    @Test
    void aPackThatDoesNotReadBackDoesNotCount() throws IOException {
        settle(3);
        packs.tick();
        PackMade made = packs.log().last(MATERNITY).orElseThrow();
        byte[] bytes = Files.readAllBytes(file(made));
        String passphrase = packs.log().envelope(MATERNITY).orElseThrow().passphrase();
        Files.write(file(made), java.util.Arrays.copyOf(bytes, bytes.length / 2));
        assertThatThrownBy(() -> SealedPack.open(file(made), passphrase)).isInstanceOf(IOException.class);
        packs.tick();
        assertThat(packs.log().generations(MATERNITY))
                .as("cut short, made again")
                .hasSize(2);
    }

    @Test
    void whoeverOpenedOneOnAWardsComputerProvesItByTheCodeOfAPage() {
        settle(3);
        packs.tick();
        PackMade made = packs.log().last(MATERNITY).orElseThrow();
        assertThat(packs.opened(ACT, "CV ABCDEFGHJK-01 1", "poste 3").toString())
                .contains("upkeep.opened.unknown");
        packs.opened(ACT, "cv " + made.job().toLowerCase(java.util.Locale.ROOT) + "-01 1", "poste 3")
                .orThrow();
        assertThat(packs.log().opened(MATERNITY).orElseThrow().fact().where()).isEqualTo("poste 3");
    }

    @Test
    void aCrisisMakesEveryPackAtOnce() {
        settle(3);
        packs.tick();
        small.later(Duration.ofMinutes(10));
        house.models()
                .crisis()
                .declare(SmallHouse.OPERATOR, "a reason", Set.of())
                .orThrow();
        small.folded();
        packs.tick();
        assertThat(packs.log().last(MATERNITY).orElseThrow().asOf()).isEqualTo(small.now);
        packs.tick();
        assertThat(packs.log().generations(MATERNITY)).hasSize(2);
    }

    @Test
    void everyPackLeavesATrace() {
        settle(3);
        packs.tick();
        assertThat(house.models().traces().latest(new org.relais.access.TraceLog.Filter.All(), Long.MAX_VALUE, 50))
                .anySatisfy(line -> assertThat(line.access().what()).isEqualTo("standby-pack"));
    }

    private static String said(String... command) throws Exception {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        return said;
    }
}
