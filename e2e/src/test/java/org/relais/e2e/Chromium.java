package org.relais.e2e;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Debian's chromium, driven. Absent, the tests that need it skip loudly; in CI that is a failure. */
final class Chromium implements AutoCloseable {
    static final Path PATH = Path.of("/usr/bin/chromium");

    static final List<String> ARGUMENTS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    private final Playwright playwright;
    private final Browser browser;
    private final int debugPort;

    private Chromium(Playwright playwright, Browser browser, int debugPort) {
        this.playwright = playwright;
        this.browser = browser;
        this.debugPort = debugPort;
    }

    static Chromium start() {
        present();
        int port = free();
        Playwright playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        List<String> arguments = new ArrayList<>(ARGUMENTS);
        arguments.add("--remote-debugging-port=" + port);
        Browser browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(PATH)
                        .setHeadless(true)
                        .setArgs(arguments));
        return new Chromium(playwright, browser, port);
    }

    /** Skips the test where there is none. */
    static void present() {
        if (!Files.isExecutable(PATH)) {
            if (System.getenv("RELAIS_CI") != null) {
                throw new IllegalStateException("no chromium: CI must install it");
            }
            System.err.println("SKIPPED: no chromium at " + PATH + ", the browser tests did not run");
            assumeTrue(false, "no chromium");
        }
    }

    /** A port that nobody listens on. */
    static int free() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException none) {
            throw new UncheckedIOException(none);
        }
    }

    Browser browser() {
        return browser;
    }

    /** Where its DevTools listen, on loopback. */
    int debugPort() {
        return debugPort;
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
