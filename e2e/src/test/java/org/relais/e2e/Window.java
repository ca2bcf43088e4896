package org.relais.e2e;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.ConnectOverCDPOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A window of chromium as people have it: its tabs hide one another, nothing pretends that they show. It can be killed.
 */
final class Window implements AutoCloseable {
    private static final String LISTENS = "DevTools listening on ";

    private final Process process;
    private final Playwright playwright;
    private final BrowserContext context;

    /** @param profile folder that the browser keeps its files in */
    Window(Path profile) throws IOException {
        Chromium.present();
        List<String> command = new ArrayList<>(List.of(Chromium.PATH.toString(), "--headless"));
        command.addAll(Chromium.ARGUMENTS);
        command.addAll(List.of(
                "--remote-debugging-port=0", "--user-data-dir=" + profile, "--lang=fr", "--window-size=1366,768"));
        process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String address = address();
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        Browser browser =
                playwright.chromium().connectOverCDP(address, new ConnectOverCDPOptions().setNoDefaults(true));
        context = browser.contexts().getFirst();
    }

    private String address() throws IOException {
        BufferedReader said = process.inputReader();
        for (String line = said.readLine(); line != null; line = said.readLine()) {
            int at = line.indexOf(LISTENS);
            if (at >= 0) {
                return line.substring(at + LISTENS.length());
            }
        }
        throw new IOException("chromium ended");
    }

    BrowserContext context() {
        return context;
    }

    /** One more tab, which hides the one that showed. */
    Page tab() {
        return context.newPage();
    }

    /** The browser crashes: no page is told. */
    void crash() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        gone();
    }

    private void gone() {
        try {
            process.waitFor();
        } catch (InterruptedException told) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        playwright.close();
        process.descendants().forEach(ProcessHandle::destroy);
        process.destroy();
        gone();
    }
}
