package org.relais.e2e;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
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
import org.jspecify.annotations.Nullable;

/**
 * Debian's chromium, driven: one for all the classes of a test process, each in contexts of its own. Absent, the tests that
 * need it skip loudly; in CI that is a failure.
 */
final class Chromium implements AutoCloseable {
    static final Path PATH = Path.of("/usr/bin/chromium");
    /** The same without windows, where it is installed: pages open in half the time. */
    private static final Path SHELL = Path.of("/usr/bin/chromium-headless-shell");

    static final List<String> ARGUMENTS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    private static @Nullable Chromium open;

    private final Browser browser;
    private final int debugPort;

    private Chromium(Browser browser, int debugPort) {
        this.browser = browser;
        this.debugPort = debugPort;
    }

    /** The one that is open, or a new one; it goes when the test process ends. */
    static synchronized Chromium start() {
        Chromium running = open;
        if (running == null || !running.browser.isConnected()) {
            running = opened(Files.isExecutable(SHELL) ? SHELL : PATH);
            open = running;
        }
        return running;
    }

    /** One of its own with all that people have: windows, and the viewer of PDF. */
    static Chromium whole() {
        return opened(PATH);
    }

    private static Chromium opened(Path path) {
        present();
        int port = free();
        Playwright playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        List<String> arguments = new ArrayList<>(ARGUMENTS);
        arguments.add("--remote-debugging-port=" + port);
        Browser browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(path)
                        .setHeadless(true)
                        .setArgs(arguments));
        return new Chromium(browser, port);
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

    /** Whoever looked at it leaves no page behind; one of its own ends. */
    @Override
    public void close() {
        if (this.equals(open)) {
            browser.contexts().forEach(BrowserContext::close);
        } else {
            browser.close();
        }
    }
}
