package org.relais.bench;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code ./relais serve} as a process of its own.
 *
 * @param url  of its pages
 * @param mllp port of its feed
 */
record Served(Process process, String url, int mllp) implements AutoCloseable {
    private static final Pattern FIRST =
            Pattern.compile("\"url\"\\s*:\\s*\"([^\"]*)\"|\"mllp\"\\s*:\\s*\"[^\"]*:(\\d+)\"");
    private static final long PAUSE_NANOS = 3_000_000;

    /** What is started. */
    record Place(Path launcher, Path data, Path passphrase) {
        private Process command(String... words) throws IOException {
            List<String> command = new ArrayList<>(List.of(launcher.toString()));
            command.addAll(List.of(words));
            command.addAll(List.of("--json", "--data", data.toString(), "--passphrase-file", passphrase.toString()));
            return new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
        }

        /** Adds an account that opens every chart. @return its first password */
        String account(String login) throws IOException {
            Process added = command("user", "add", login, "--name", "Bench", "--role", "DMC");
            String said = new String(added.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            Matcher password =
                    Pattern.compile("\"password\"\\s*:\\s*\"([^\"]*)\"").matcher(said);
            if (!password.find()) {
                throw new IOException("no account: " + said);
            }
            return password.group(1);
        }
    }

    /** Starts it, and waits until it says where it is. */
    static Served start(Place place) throws IOException {
        Process process = place.command("serve", "--port", "0", "--mllp", "0");
        BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        String line = String.valueOf(out.readLine());
        String url = "";
        int mllp = 0;
        Matcher said = FIRST.matcher(line);
        while (said.find()) {
            url = said.group(1) == null ? url : said.group(1);
            mllp = said.group(2) == null ? mllp : Integer.parseInt(said.group(2));
        }
        if (url.isEmpty()) {
            throw new IOException("it did not start: " + line);
        }
        return new Served(process, url, mllp);
    }

    /** Sends results until interrupted, each once the last is acknowledged: about three hundred a second. */
    void results(int patients) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), mllp)) {
            OutputStream out = socket.getOutputStream();
            InputStream in = new BufferedInputStream(socket.getInputStream());
            for (int n = 0; !Thread.currentThread().isInterrupted(); n++) {
                out.write(Sender.framed(LoadBench.later(n, patients)));
                Sender.answer(in);
                LockSupport.parkNanos(PAUSE_NANOS);
            }
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(1, TimeUnit.MINUTES)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException told) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
