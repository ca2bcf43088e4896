package org.relais.e2e;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The packaged jar as a process of its own. */
final class Program implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private final Process process;
    private final BufferedReader out;

    private Program(Process process) {
        this.process = process;
        this.out = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    /** What a finished command said. */
    record Answer(int code, String out) {
        JsonNode json() {
            return JSON.readTree(out);
        }
    }

    /** Starts a server; its first line, in JSON, says where it is. */
    static Program start(String... words) throws IOException {
        return new Program(builder(words).start());
    }

    /** Runs a command to its end, what it says of its troubles with the rest; one that never ends is killed. */
    static Answer told(String... words) throws IOException, InterruptedException {
        Process process = builder(words).redirectErrorStream(true).start();
        CompletableFuture.delayedExecutor(1, TimeUnit.MINUTES).execute(process::destroyForcibly);
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Answer(process.waitFor(), said);
    }

    /** Runs a command to its end. */
    static Answer run(String... words) throws IOException, InterruptedException {
        Process process = builder(words).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!process.waitFor(2, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new IOException("no end: " + Arrays.toString(words));
        }
        return new Answer(process.exitValue(), said);
    }

    private static ProcessBuilder builder(String... words) throws IOException {
        List<String> command = Launcher.command();
        command.addAll(Arrays.asList(words));
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
        Map<String, String> environment = builder.environment();
        environment.put("LANG", "fr_FR.UTF-8");
        return builder;
    }

    /** The next line of standard output, as JSON. */
    JsonNode line() throws IOException {
        String line = out.readLine();
        if (line == null) {
            throw new IOException("the program ended");
        }
        return JSON.readTree(line);
    }

    /** Sends it a signal, {@code STOP} or {@code CONT}. */
    void signal(String name) throws IOException {
        Process told = new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start();
        try {
            if (told.waitFor() != 0) {
                throw new IOException("no such process");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * From now on the disk refuses what the process writes to one file: every write and flush of it fails. The process that
     * sees to it is given back; ended, the disk is well again.
     */
    Process failing(Path file) throws IOException {
        Process strace = new ProcessBuilder(
                        "strace",
                        "-f",
                        "-qq",
                        "-o",
                        "/dev/null",
                        "-P",
                        file.toString(),
                        "-e",
                        "trace=fsync,fdatasync,pwrite64",
                        "-e",
                        "inject=fsync,fdatasync,pwrite64:error=EIO",
                        "-p",
                        Long.toString(process.pid()))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        Path status = Path.of("/proc", Long.toString(process.pid()), "status");
        while (strace.isAlive() && Files.readAllLines(status).contains("TracerPid:\t0")) {
            Thread.onSpinWait();
        }
        return strace;
    }

    /** Ends it as a power cut does: {@code kill -9}, frozen or not. */
    void kill() {
        process.destroyForcibly();
        try {
            process.waitFor();
        } catch (InterruptedException told) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException told) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
