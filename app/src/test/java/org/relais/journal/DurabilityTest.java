package org.relais.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.relais.kernel.Mode;

/** What is acknowledged is on disk: shown on a program of its own, killed, or watched through strace. */
class DurabilityTest {
    private static final int WRITES = 40;

    @TempDir
    Path temp;

    private Path data;

    @BeforeEach
    void createDirectory() {
        data = temp.resolve("data");
        TestDirectory.create(data, Mode.DEMO, JournalTest.TIME).close();
    }

    private List<String> probe(int writes, String synchronous) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                WriteProbe.class.getName(),
                data.toString(),
                Integer.toString(writes),
                synchronous);
    }

    private long flushes(String synchronous) throws IOException, InterruptedException {
        Path trace = temp.resolve("trace");
        List<String> command =
                new ArrayList<>(List.of("strace", "-f", "-q", "-e", "trace=fsync,fdatasync", "-o", trace.toString()));
        command.addAll(probe(WRITES, synchronous));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(temp.resolve("out").toFile())
                .start();
        assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue())
                .as(Files.readString(temp.resolve("out")))
                .isZero();
        try (var lines = Files.lines(trace)) {
            return lines.filter(line -> line.contains("sync(")).count();
        }
    }

    private static boolean straceWorks() throws InterruptedException {
        try {
            return new ProcessBuilder("strace", "-qo", "/dev/null", "true")
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException absent) {
            return false;
        }
    }

    @Test
    void flushesTheDiskForEveryGroupItAcknowledges() throws IOException, InterruptedException {
        assumeThat(straceWorks())
                .as("SKIPPED: strace is absent or not allowed, fsync is NOT counted")
                .isTrue();
        assertThat(flushes("FULL")).isGreaterThanOrEqualTo(WRITES);
        assertThat(flushes("OFF")).as("the count means something").isZero();
    }

    @Test
    void losesNothingAcknowledgedWhenKilled() throws IOException, InterruptedException {
        Map<Long, Integer> acknowledged = new HashMap<>();
        for (int run = 1; run <= 3; run++) {
            Process process = new ProcessBuilder(probe(Integer.MAX_VALUE, "FULL")).start();
            try (BufferedReader out =
                    new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.US_ASCII))) {
                for (int n = 0; n < 50 * run; n++) {
                    note(out.readLine(), acknowledged);
                }
                process.destroyForcibly().waitFor();
            }
        }
        try (DataDirectory directory = TestDirectory.open(data, JournalTest.TIME)) {
            assertThat(directory.verify(null).sound()).isTrue();
            assertThat(directory.verify(null).losses())
                    .as("nothing is told that was not lost")
                    .isEmpty();
            assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(300);
            acknowledged.forEach((position, number) -> {
                byte[] payload = directory.journal().entry(position).payload();
                assertThat(payload)
                        .isEqualTo(ByteBuffer.allocate(4).putInt(number).array());
            });
        }
    }

    private static void note(String line, Map<Long, Integer> acknowledged) {
        String[] parts = line.split(" ");
        if (parts.length == 2) {
            acknowledged.put(Long.parseLong(parts[0]), Integer.parseInt(parts[1]));
        }
    }
}
