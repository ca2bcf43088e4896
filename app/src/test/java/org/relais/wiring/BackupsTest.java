package org.relais.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.relais.journal.DataDirectory;
import org.relais.testkit.Hl7;
import org.relais.upkeep.Act;
import org.relais.upkeep.Alarm;
import org.relais.upkeep.BackupSettings;
import org.relais.upkeep.Backups;
import org.relais.upkeep.DrillDone;
import org.relais.upkeep.Finding;

/** Backups by the clock, the drill that proves them, and the checks of the whole node. */
class BackupsTest {
    @TempDir
    Path folder;

    private SmallHouse small;
    private Backups backups;
    private Path disk;

    @BeforeEach
    void aHouse() throws IOException {
        small = new SmallHouse(folder.resolve("data"));
        small.hears(Hl7.admission("1", "8001", "JOSEPH"));
        backups = small.house.upkeep().backups();
        disk = Files.createDirectory(folder.resolve("disk"));
    }

    @AfterEach
    void close() {
        small.close();
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> list = Files.list(disk)) {
            return list.filter(file -> file.toString().endsWith(".zip"))
                    .sorted()
                    .toList();
        }
    }

    private void settle(int keep, int drillDays) {
        backups.settle(Act.of(SmallHouse.OPERATOR), new BackupSettings(true, disk.toString(), 24, keep, 48, drillDays))
                .orThrow();
    }

    @Test
    void theDrillRestoresVerifiesComparesAndLeavesNothingBehind() throws IOException {
        DrillDone done = backups.drill(SmallHouse.OPERATOR).orThrow();
        assertThat(done.sound()).isTrue();
        assertThat(done.compared()).isTrue();
        assertThat(done.inHospital()).isEqualTo(1);
        assertThat(done.entries()).isEqualTo(small.house.data().journal().head() - 1);
        assertThat(backups.log().drill()).contains(done);
        try (Stream<Path> left = Files.list(small.data)) {
            assertThat(left.map(path -> path.getFileName().toString())).noneMatch(name -> name.startsWith("drill-"));
        }
    }

    @Test
    void backupsAreMadeWhenDueOldOnesGoAndEachOpensElsewhere() throws IOException {
        settle(2, 0);
        backups.tick();
        backups.tick();
        assertThat(files()).hasSize(1);
        for (int day = 0; day < 3; day++) {
            small.later(Duration.ofDays(1));
            backups.tick();
        }
        assertThat(files()).hasSize(2);
        assertThat(backups.alarms()).isEmpty();
        Path again = folder.resolve("again");
        DataDirectory.restore(files().getLast(), again);
        try (DataDirectory restored = DataDirectory.open(again, SmallHouse.PASSPHRASE.clone(), () -> small.now)) {
            assertThat(restored.verify(backups.log().last().orElseThrow().head())
                            .sound())
                    .isTrue();
        }
    }

    @Test
    void aLateBackupAndAMissingDiskAreAlarmsThatEnd() throws IOException {
        assertThat(backups.alarms()).extracting(Alarm::key).containsExactly("upkeep.alarm.backups-off");
        settle(2, 0);
        backups.tick();
        Path away = Files.move(disk, folder.resolve("away"));
        small.later(Duration.ofDays(3));
        backups.tick();
        assertThat(backups.alarms())
                .extracting(Alarm::key)
                .containsExactly("upkeep.alarm.backup-missing", "upkeep.alarm.backup-stale");
        Files.move(away, disk);
        small.later(Duration.ofHours(1));
        backups.tick();
        assertThat(backups.alarms()).isEmpty();
    }

    @Test
    void aDrillIsDoneByItselfWhenTheLastIsOld() {
        settle(2, 7);
        backups.tick();
        assertThat(backups.log().drill()).isEmpty();
        small.later(Duration.ofDays(8));
        backups.tick();
        assertThat(backups.log().drill()).isPresent();
    }

    @Test
    void theCheckupTellsEachLineWellOrToBePutRight() {
        List<Finding> before = small.house.upkeep().checkup().run();
        assertThat(before)
                .filteredOn(one -> one.result() == Finding.Result.FIX)
                .extracting(Finding::check)
                .contains("packs", "backups")
                .doesNotContain("java", "journal", "lock", "permissions", "clock", "models", "feeds");
        settle(2, 0);
        backups.tick();
        assertThat(small.house.upkeep().checkup().run())
                .filteredOn(one -> one.check().equals("backups"))
                .extracting(Finding::result)
                .containsExactly(Finding.Result.OK);
    }

    @Test
    void theCheckupFindsAFileThatOthersMayRead() throws IOException {
        Path open = Files.writeString(small.data.resolve("left-open"), "x");
        Files.setPosixFilePermissions(open, java.nio.file.attribute.PosixFilePermissions.fromString("rw-r--r--"));
        assertThat(small.house.upkeep().checkup().run())
                .filteredOn(one -> one.check().equals("permissions"))
                .allSatisfy(one -> {
                    assertThat(one.result()).isEqualTo(Finding.Result.FIX);
                    assertThat(one.args()).contains("left-open");
                });
    }
}
