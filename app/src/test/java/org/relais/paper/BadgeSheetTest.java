package org.relais.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.relais.command.CrisisState;
import org.relais.kernel.Language;
import org.relais.kernel.Mode;

class BadgeSheetTest {
    private static final List<BadgeSheet.Card> CARDS = IntStream.range(0, 9)
            .mapToObj(n -> new BadgeSheet.Card(
                    n == 2 ? "Marie-Ange Élodie JOSEPH-MONROSE-DE-LA-POINTE" : "Nadège BELLEROSE",
                    "Sage-femme, Infirmier, infirmière",
                    "nbellerose" + n,
                    "RELIB" + "BCDEFGHIJKLNPRST".substring(n, n + 1).repeat(32)))
            .toList();

    private static Stamp stamp() {
        return Samples.stamp(Mode.REAL, Language.FR, CrisisState.WATCH);
    }

    @Test
    void everyBadgeOfASheetScans(@TempDir Path dir) throws Exception {
        Pdf pdf = Pdf.of(out -> BadgeSheet.print(CARDS, stamp(), out));
        Path file = Files.write(Path.of("target/badges.pdf"), pdf.bytes());
        assertThat(pdf.pages()).isEqualTo(2);
        assertThat(pdf.text())
                .contains("Nadège BELLEROSE", "nbellerose8", "Badges")
                .doesNotContain("RELIB");
        List<String> wanted = CARDS.stream().map(BadgeSheet.Card::text).toList();
        assertThat(scanned(file, dir)).containsExactlyInAnyOrderElementsOf(wanted);
    }

    @Test
    void everyFirstPasswordHasItsSlip() {
        Pdf pdf = Pdf.of(out -> BadgeSheet.slips(
                List.of(new BadgeSheet.Card("Nadège BELLEROSE", "Sage-femme", "nbellerose", "bagok-dapin")),
                stamp(),
                out));
        assertThat(pdf.text()).contains("Nadège BELLEROSE", "nbellerose", "bagok-dapin");
    }

    private static List<String> scanned(Path pdf, Path dir) throws IOException, InterruptedException {
        boolean present = Stream.of(System.getenv("PATH").split(":"))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "pdftoppm")));
        assumeTrue(present, "pdftoppm (poppler-utils) is missing");
        Process process = new ProcessBuilder(
                        "pdftoppm",
                        "-png",
                        "-gray",
                        "-r",
                        "150",
                        pdf.toString(),
                        dir.resolve("p").toString())
                .inheritIO()
                .start();
        assertThat(process.waitFor()).isZero();
        try (Stream<Path> pages = Files.list(dir)) {
            return pages.filter(page -> page.toString().endsWith(".png"))
                    .sorted()
                    .flatMap(BadgeSheetTest::read)
                    .toList();
        }
    }

    /** A page cut into the places where a badge may be: two a row, and rows found by sliding down. */
    private static Stream<String> read(Path page) {
        try {
            BufferedImage image = ImageIO.read(page.toFile());
            Set<String> found = new LinkedHashSet<>();
            int half = image.getWidth() / 2;
            int high = image.getHeight() / 5;
            for (int top = 0; top + high <= image.getHeight(); top += high / 4) {
                decoded(image.getSubimage(0, top, half, high)).ifPresent(found::add);
                decoded(image.getSubimage(half, top, image.getWidth() - half, high))
                        .ifPresent(found::add);
            }
            return found.stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Optional<String> decoded(BufferedImage part) {
        int wide = part.getWidth();
        int high = part.getHeight();
        int[] pixels = part.getRGB(0, 0, wide, high, null, 0, wide);
        try {
            return Optional.of(new QRCodeReader()
                    .decode(new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(wide, high, pixels))))
                    .getText());
        } catch (ReaderException nothingHere) {
            return Optional.empty();
        }
    }
}
