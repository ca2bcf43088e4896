package org.relais.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.core.util.FileSize;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.relais.testkit.Hl7;
import org.relais.upkeep.Act;
import org.relais.upkeep.PackSettings;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The technical log of a working node: JSON a line, for its owner alone, rotated, and never a patient's name. */
class LogFileTest {
    private static final String CANARY = "QUIMBERLOT";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @TempDir
    Path folder;

    @Test
    void tellsWhatHappensAndNeverOfWhom() throws IOException {
        Path data = folder.resolve("data");
        try (SmallHouse small = new SmallHouse(data);
                LogFile log = LogFile.start(data)) {
            assertThat(log).isNotNull();
            small.hears(Hl7.admission("1", "8001", CANARY));
            small.hears(Hl7.message(Hl7.header("ZZZ^Z99", "2"), "PID|1||||" + CANARY));
            small.hears(CANARY + "\u0000 is no message");
            var packs = small.house.upkeep().packs();
            packs.settle(
                            Act.of(SmallHouse.OPERATOR),
                            new PackSettings(
                                    true, folder.resolve("none/" + "key").toString(), 60, 3, 180, "fr"))
                    .orThrow();
            packs.tick();
            small.house.charts().chart(new org.relais.kernel.PatientId("0".repeat(32)), small.now);
            LoggerFactory.getLogger(LogFileTest.class)
                    .error("a library choked", new IllegalStateException("on " + CANARY, new IOException(CANARY)));
        }
        Path file = data.resolve("logs/relais.log");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(Files.readString(file)).doesNotContain(CANARY, "8001");
        List<JsonNode> lines =
                Files.readAllLines(file).stream().map(JSON::readTree).toList();
        assertThat(lines)
                .anySatisfy(line -> assertThat(line.get("message").asString()).contains("upkeep.alarm.folder-missing"));
        assertThat(lines).anySatisfy(line -> {
            assertThat(line.get("message").asString()).isEqualTo("a library choked");
            assertThat(line.get("error").toString()).contains("IllegalStateException", "IOException");
            assertThat(line.get("places").toString()).contains("LogFileTest");
        });
    }

    @Test
    void startsAnotherFileWhenOneIsFullAndKeepsTheLastOnes() throws IOException {
        Path data = Files.createDirectory(folder.resolve("data"));
        try (LogFile log = LogFile.start(data, new FileSize(2_000))) {
            assertThat(log).isNotNull();
            for (int line = 0; line < 400; line++) {
                LoggerFactory.getLogger(LogFileTest.class).info("line {} of many, long enough to fill a file", line);
            }
        }
        try (Stream<Path> files = Files.list(data.resolve("logs"))) {
            List<Path> all = files.toList();
            assertThat(all).hasSizeLessThanOrEqualTo(10).isNotEmpty();
            assertThat(all)
                    .allSatisfy(file -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                            .isEqualTo("rw-------"));
        }
    }
}
