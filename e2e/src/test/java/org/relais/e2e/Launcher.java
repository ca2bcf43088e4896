package org.relais.e2e;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The packaged jar with its fast start, as {@code ./relais} runs it; prepared by that script, for whichever test comes first. */
final class Launcher {
    private static final Path ROOT =
            Path.of(System.getProperty("relais.root", "..")).toAbsolutePath();
    private static final Path TARGET = ROOT.resolve(Path.of("app", "target"));
    private static final Path AOT = TARGET.resolve(Path.of("run", "relais.aot"));

    private static boolean prepared;

    private Launcher() {}

    /** The command, up to the words of the program. */
    static List<String> command(String... flags) throws IOException {
        prepare();
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:+UseSerialGC",
                // A program that a test drives lives for a minute or two: the second compiler would cost more than it
                // brings.
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Djava.awt.headless=true",
                "-Dfile.encoding=UTF-8"));
        if (Files.exists(AOT)) {
            command.addAll(List.of("-XX:AOTCache=" + AOT, "-Xlog:aot=off", "-Xlog:cds=off"));
        }
        command.addAll(List.of(flags));
        command.addAll(List.of("-jar", AOT.resolveSibling("relais-exec.jar").toString()));
        return command;
    }

    /** Tests run in two processes: the second waits for the first. */
    private static synchronized void prepare() throws IOException {
        if (prepared) {
            return;
        }
        try (FileChannel channel = FileChannel.open(
                        TARGET.resolve("run.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock _ = channel.lock()) {
            ProcessBuilder script = new ProcessBuilder(ROOT.resolve("relais").toString(), "--version")
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD);
            Map<String, String> environment = script.environment();
            environment.put("RELAIS_JAVA_HOME", System.getProperty("java.home"));
            if (script.start().waitFor() != 0) {
                throw new IOException("./relais does not start");
            }
            prepared = true;
        } catch (InterruptedException told) {
            Thread.currentThread().interrupt();
            throw new IOException(told);
        }
    }
}
