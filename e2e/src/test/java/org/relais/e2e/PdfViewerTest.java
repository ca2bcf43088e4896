package org.relais.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** PDF is seen in the browser's own viewer, though no page and no file of Relais may bring any plug-in. */
@ExtendWith(Hospital.Visit.class)
class PdfViewerTest {
    private static final Pattern DOCUMENT = Pattern.compile("/(patients/[0-9a-f]{32}/documents/[^\"#?]+)\"");
    private static final Pattern FILE = Pattern.compile("/(patients/[0-9a-f]{32}/documents/[^\"]+/file)\"");
    /** The ground of the viewer, around the sheet. */
    private static final int GROUND = 0x282828;

    private static final int WHITE = 0xFFFFFF;

    @TempDir
    static Path folder;

    private static Hospital hospital;

    @BeforeAll
    static void visit(Hospital open) {
        hospital = open;
    }

    @Test
    void aSummaryThatWasMadeHereAndADocumentThatCameAreSeenInTheViewer() throws IOException {
        try (Window window = new Window(folder.resolve("profile"))) {
            Station station = new Station(window.tab(), hospital.url(), "fr").logIn("dmc", hospital.password());
            String chart = Hospital.chart(station);
            seen(window.tab(), chart + "/summary.pdf");
            seen(window.tab(), received(station.page()));
        }
    }

    private static Stream<String> found(Page page, String path, Pattern pattern) {
        return pattern.matcher(page.request().get(hospital.url() + path).text())
                .results()
                .map(match -> match.group(1));
    }

    /** Address of a PDF that somebody's document holds. */
    private static String received(Page page) {
        page.navigate(hospital.url() + "census");
        List<String> charts = page.locator("table.beds a.name").all().stream()
                .map(link -> Objects.requireNonNull(link.getAttribute("href")).substring(1))
                .distinct()
                .toList();
        return charts.stream()
                .flatMap(chart -> found(page, chart, DOCUMENT))
                .flatMap(document -> found(page, document, FILE))
                .filter(file -> "application/pdf"
                        .equals(page.request()
                                .get(hospital.url() + file)
                                .headers()
                                .get("content-type")))
                .findFirst()
                .orElseThrow();
    }

    /** A sheet with ink on it lies on the viewer's ground. */
    private static void seen(Page tab, String path) {
        Response answer = Objects.requireNonNull(tab.navigate(hospital.url() + path));
        assertThat(answer.headers().get("content-type")).isEqualTo("application/pdf");
        assertThat(answer.headers().get("content-security-policy"))
                .contains("default-src 'none'")
                .doesNotMatch(".*object-src (?!'none').*");
        Path picture = Path.of("target", "shots", path.endsWith("summary.pdf") ? "pdf-made.png" : "pdf-received.png");
        await().atMost(Duration.ofSeconds(15)).until(() -> {
            BufferedImage image = image(tab, picture);
            long all = (long) image.getWidth() * image.getHeight();
            return count(image, GROUND) > all / 20 && count(image, WHITE) > all / 20 && count(image, 0) > 0;
        });
        tab.close();
    }

    private static BufferedImage image(Page tab, Path picture) {
        try {
            byte[] png = tab.screenshot(new Page.ScreenshotOptions().setPath(picture));
            return ImageIO.read(new ByteArrayInputStream(png));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static long count(BufferedImage image, int colour) {
        long count = 0;
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                count += (image.getRGB(x, y) & WHITE) == colour ? 1 : 0;
            }
        }
        return count;
    }
}
