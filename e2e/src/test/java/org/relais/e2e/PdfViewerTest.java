package org.relais.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Page;
import com.sun.net.httpserver.HttpServer;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Prints made by Relais, opened in a tab of a real browser under the policy of every page, which allows no plugin: its
 * viewer shows them. What is seen is measured on a picture of the tab; the same measure finds nothing where a policy
 * does refuse the same print.
 */
@ExtendWith(Hospital.Visit.class)
class PdfViewerTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Path SHOTS = Path.of("target", "shots");
    /** Of a page of text there are thousands. */
    private static final int MUCH = 1_500;

    private final Hospital hospital;
    private final Chromium chromium = Chromium.whole();

    PdfViewerTest(Hospital hospital) {
        this.hospital = hospital;
    }

    @AfterEach
    void close() {
        chromium.close();
    }

    private Station at(String login) {
        return Station.at(chromium, hospital.url(), "fr").logIn(login, hospital.password());
    }

    @Test
    void aSummaryIsShown() {
        try (Station station = at("sagefemme")) {
            seen(station, summary(station), "pdf-summary");
        }
    }

    @Test
    void aWardPackIsShown() {
        try (Station station = at("dmc")) {
            seen(station, station.pack("MAT"), "pdf-pack");
        }
    }

    /** The same bytes in two pages that differ by their policy only. */
    @Test
    void whatAPolicyRefusesIsSeenByTheMeasure() throws IOException {
        try (Station station = at("sagefemme")) {
            byte[] print = station.page().request().get(summary(station)).body();
            HttpServer server = embedding(print);
            server.start();
            try (Station reader = new Station(
                    chromium.browser(),
                    "http://127.0.0.1:" + server.getAddress().getPort() + "/",
                    "fr")) {
                Page allowed = reader.go("self").page();
                await().atMost(PATIENCE).until(() -> ink(allowed) > MUCH);
                Page refused = reader.go("none").page();
                await().during(Duration.ofSeconds(3)).atMost(PATIENCE).until(() -> ink(refused) == 0);
            } finally {
                server.stop(0);
            }
        }
    }

    /** Past the page that names those who could be taken for her, where there are such. */
    private static String summary(Station station) {
        Page page = station.go(Hospital.chart(station)).page();
        String print = printed(page);
        if (print.endsWith("/print")) {
            page.navigate(station.address(print));
            print = printed(page);
        }
        return station.address(print);
    }

    private static String printed(Page page) {
        return Objects.requireNonNull(page.getAttribute("main a[data-print]", "href"));
    }

    private static void seen(Station station, String address, String name) {
        APIResponse sent = station.page().request().get(address);
        assertThat(sent.headers().get("content-type")).startsWith("application/pdf");
        assertThat(sent.headers().get("content-security-policy"))
                .contains("object-src 'none'", "frame-ancestors 'none'");
        Page tab = station.page().context().newPage();
        tab.navigate(address);
        try {
            await().atMost(PATIENCE).until(() -> ink(tab) > MUCH);
        } finally {
            tab.screenshot(new Page.ScreenshotOptions().setPath(SHOTS.resolve(name + ".png")));
            tab.close();
        }
    }

    /** Dark points with paper close by on both sides, below the viewer's own bar, whose ground is dark all over. */
    private static int ink(Page page) {
        BufferedImage seen;
        try {
            seen = ImageIO.read(new ByteArrayInputStream(page.screenshot()));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        int count = 0;
        for (int y = 64; y < seen.getHeight(); y++) {
            for (int x = 8; x < seen.getWidth() - 8; x++) {
                if (light(seen, x, y) < 100 && paper(seen, x, y, -1) && paper(seen, x, y, 1)) {
                    count++;
                }
            }
        }
        return count;
    }

    private static boolean paper(BufferedImage seen, int x, int y, int step) {
        for (int away = 1; away <= 8; away++) {
            if (light(seen, x + step * away, y) > 245) {
                return true;
            }
        }
        return false;
    }

    private static int light(BufferedImage seen, int x, int y) {
        int rgb = seen.getRGB(x, y);
        return ((rgb >> 16 & 0xff) + (rgb >> 8 & 0xff) + (rgb & 0xff)) / 3;
    }

    /** Says {@code /self} and {@code /none}: a page that embeds the print, and whose policy is that of its name. */
    private static HttpServer embedding(byte[] print) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        byte[] page = """
                <!doctype html><title>x</title>
                <object data="/print.pdf" type="application/pdf" width="1000" height="560"></object>
                """.getBytes(StandardCharsets.UTF_8);
        server.createContext("/", asked -> {
            String path = asked.getRequestURI().getPath();
            boolean pdf = path.endsWith(".pdf");
            byte[] body = pdf ? print : page;
            asked.getResponseHeaders().set("Content-Type", pdf ? "application/pdf" : "text/html; charset=utf-8");
            if (!pdf) {
                asked.getResponseHeaders()
                        .set("Content-Security-Policy", "default-src 'self'; object-src '" + path.substring(1) + "'");
            }
            asked.sendResponseHeaders(200, body.length);
            try (asked) {
                asked.getResponseBody().write(body);
            }
        });
        return server;
    }
}
