package org.relais.e2e;

import com.microsoft.playwright.Page;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import tools.jackson.databind.JsonNode;

/**
 * A small demonstration hospital on a quiet day, that several classes visit in turn: opened by the first, closed after
 * the last. Its systems send nothing by themselves; tests say what comes in.
 */
final class Hospital implements AutoCloseable {
    /** A mother in the maternity ward, known by her number and by her INS. */
    static final String MOTHER = "JOSEPH-MONROSE";

    static final String MOTHERS_NUMBER = "800010007";
    static final String MOTHERS_INS = "294039726000154";

    private final Path folder;
    private final Chromium chromium;
    private final Program program;
    private final String url;
    private final String password;
    private final int mllp;

    /** One of its own, for what would trouble those who visit the common one. */
    Hospital() throws IOException {
        chromium = Chromium.start();
        folder = Files.createTempDirectory("hospital");
        program = Program.start(
                "demo", "--data", data().toString(), "--patients", "40", "--days", "1", "--speed", "0.01", "--json");
        JsonNode first = program.line();
        url = first.get("url").asString();
        password = first.get("accounts").get(0).get("password").asString();
        mllp = Integer.parseInt(first.get("mllp").asString().replaceAll(".*:", ""));
        program.line();
    }

    Path data() {
        return folder.resolve("demo");
    }

    /** A file beside the hospital's. */
    Path beside(String name) {
        return folder.resolve(name);
    }

    Chromium chromium() {
        return chromium;
    }

    String url() {
        return url;
    }

    String password() {
        return password;
    }

    /** One of the staff, logged in at a station of her own. */
    Station at(String login, String language) {
        return Station.at(chromium, url, language).logIn(login, password);
    }

    /** The address of the mother's chart, found through the ward she lies in. */
    static String chart(Station station) {
        Page page = station.go("wards/MAT").page();
        return Objects.requireNonNull(page.locator("a.name", new Page.LocatorOptions().setHasText(MOTHER))
                        .first()
                        .getAttribute("href"))
                .substring(1);
    }

    /**
     * Someone is admitted to the maternity ward, by a message over MLLP that is acknowledged.
     *
     * @param bed as PV1-3 writes it: room, {@code ^}, bed
     */
    void admit(String family, int number, String bed) throws IOException {
        say(mllp, admission(family, number, bed));
    }

    static String admission(String family, int number, String bed) {
        String at = "20261126000000";
        return String.join(
                        "\r",
                        "MSH|^~\\&|GAM|CHP|RELAIS|CHP|" + at + "||ADT^A01^ADT_A01|E2E" + number
                                + "|P|2.5^FRA^2.11|||||FRA|UNICODE UTF-8|FR||2.11^IHE_FRANCE-2.11-PAM",
                        "EVN||" + at + "||||" + at,
                        "PID|1||" + number + "^^^CHP&979999999&M^PI||" + family
                                + "^ROSE^ROSE^^^^L||19900412|F|||||||||||" + (number + 1) + "^^^CHP&979999999&M^AN",
                        "PV1|1|I|MAT^" + bed + "^CHP&979999999&M^^N||||||||||||||||" + (number + 1)
                                + "^^^CHP&979999999&M^VN|||||||||||||||||||||||||" + at,
                        "ZBE|E" + number + "^CHP^979999999^M|" + at
                                + "||INSERT|N||Maternité^^^^^CHP&979999999&M^UF^^^4110|Maternité^^^^^CHP&979999999&M^UF^^^4110|HMS")
                + "\r";
    }

    /** Sends one message and waits for its acknowledgement. */
    static void say(int port, String message) throws IOException {
        try (Socket line = new Socket("127.0.0.1", port)) {
            line.setSoTimeout(60_000);
            OutputStream out = line.getOutputStream();
            out.write(("\u000B" + message + "\u001C\r").getBytes(StandardCharsets.UTF_8));
            out.flush();
            InputStream in = new BufferedInputStream(line.getInputStream());
            StringBuilder answer = new StringBuilder();
            for (int one = in.read(); one != 0x1C; one = in.read()) {
                if (one < 0) {
                    throw new IOException("no acknowledgement");
                }
                answer.append((char) one);
            }
            if (!answer.toString().contains("MSA|AA")) {
                throw new IOException(answer.toString());
            }
        }
    }

    @Override
    public void close() {
        program.close();
        chromium.close();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path one : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(one);
            }
        } catch (IOException untouched) {
            throw new UncheckedIOException(untouched);
        }
    }

    /** Brings a class to the hospital. */
    static final class Visit implements BeforeAllCallback, ParameterResolver {
        private static final Namespace HERE = Namespace.create(Hospital.class);

        @Override
        public void beforeAll(ExtensionContext context) {
            context.getRoot().getStore(HERE).computeIfAbsent(Hospital.class, _ -> opened(), Hospital.class);
        }

        private static Hospital opened() {
            try {
                return new Hospital();
            } catch (IOException closed) {
                throw new UncheckedIOException(closed);
            }
        }

        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == Hospital.class;
        }

        @Override
        public Hospital resolveParameter(ParameterContext parameter, ExtensionContext context) {
            return Objects.requireNonNull(
                    context.getRoot().getStore(HERE).get(Hospital.class, Hospital.class), "no hospital");
        }
    }
}
