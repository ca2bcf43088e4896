package org.relais.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.Result;
import com.google.zxing.ResultPoint;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;
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

    /** ISO/IEC 18004: four modules of white on each side of a code, up to where the card is cut. */
    @Test
    void nothingStandsInTheQuietZoneOfACode(@TempDir Path dir) throws Exception {
        Path file = Files.write(
                dir.resolve("badges.pdf"),
                Pdf.of(out -> BadgeSheet.print(CARDS, stamp(), out)).bytes());
        List<Quiet> codes = rasterised(file, dir, 300).flatMap(Quiet::around).toList();
        assertThat(codes).hasSize(CARDS.size());
        assertThat(codes).allSatisfy(code -> assertThat(code.modules()).isGreaterThanOrEqualTo(4));
    }

    /**
     * A code on a page.
     *
     * @param modules how many modules around it are white, on the side where it is least
     */
    private record Quiet(double modules) {
        private static final int MODULES = 29;
        /** How far beyond its corners the zone reaches. */
        private static final int ENOUGH = 4;

        /** Around every code of a page. */
        static Stream<Quiet> around(BufferedImage page) {
            Map<String, Quiet> found = new LinkedHashMap<>();
            for (Place place : places(page)) {
                decoded(place.of(page))
                        .ifPresent(code ->
                                found.computeIfAbsent(code.getText(), _ -> of(page, place, code.getResultPoints())));
            }
            return found.values().stream();
        }

        /** @param centres of the finder patterns, 3.5 modules inside the corners: bottom left, top left, top right */
        private static Quiet of(BufferedImage page, Place place, ResultPoint[] centres) {
            double module = (centres[2].getX() - centres[1].getX()) / (MODULES - 7);
            int left = (int) Math.round(place.x() + centres[1].getX() - 3 * module);
            int top = (int) Math.round(place.y() + centres[1].getY() - 3 * module);
            int side = (int) Math.round((MODULES - 1) * module);
            int out = (int) Math.floor(ENOUGH * module);
            int before = white(i -> clear(page, new Place(left - i, top - out, 1, side + 2 * out)));
            int after = white(i -> clear(page, new Place(left + side + i, top - out, 1, side + 2 * out)));
            int above = white(i -> clear(page, new Place(left - out, top - i, side + 2 * out, 1)));
            int below = white(i -> clear(page, new Place(left - out, top + side + i, side + 2 * out, 1)));
            return new Quiet(Math.min(Math.min(before, after), Math.min(above, below)) / module);
        }

        /** From inside the edge of the code outwards: how many lines are white, once the code ends. */
        private static int white(IntPredicate clear) {
            int edge = 0;
            while (!clear.test(edge)) {
                edge++;
            }
            int next = edge;
            while (clear.test(next)) {
                next++;
            }
            return next - edge;
        }

        private static boolean clear(BufferedImage page, Place line) {
            for (int x = line.x(); x < line.x() + line.wide(); x++) {
                for (int y = line.y(); y < line.y() + line.high(); y++) {
                    if (!light(page, x, y)) {
                        return false;
                    }
                }
            }
            return true;
        }

        private static boolean light(BufferedImage page, int x, int y) {
            return (page.getRGB(x, y) & 0xFF) > 0xC0;
        }
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
        return rasterised(pdf, dir, 150).flatMap(BadgeSheetTest::read).toList();
    }

    private static Stream<BufferedImage> rasterised(Path pdf, Path dir, int dpi)
            throws IOException, InterruptedException {
        boolean present = Stream.of(System.getenv("PATH").split(":"))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "pdftoppm")));
        assumeTrue(present, "pdftoppm (poppler-utils) is missing");
        Process process = new ProcessBuilder(
                        "pdftoppm",
                        "-png",
                        "-gray",
                        "-r",
                        Integer.toString(dpi),
                        pdf.toString(),
                        dir.resolve("p").toString())
                .inheritIO()
                .start();
        assertThat(process.waitFor()).isZero();
        try (Stream<Path> pages = Files.list(dir)) {
            List<BufferedImage> images = new ArrayList<>();
            for (Path page : pages.filter(page -> page.toString().endsWith(".png"))
                    .sorted()
                    .toList()) {
                images.add(ImageIO.read(page.toFile()));
            }
            return images.stream();
        }
    }

    /** A part of a page. */
    private record Place(int x, int y, int wide, int high) {
        BufferedImage of(BufferedImage page) {
            return page.getSubimage(x, y, wide, high);
        }
    }

    /** The places of a page where a badge may be: two a row, and rows found by sliding down. */
    private static List<Place> places(BufferedImage page) {
        int half = page.getWidth() / 2;
        int high = page.getHeight() / 5;
        List<Place> places = new ArrayList<>();
        for (int top = 0; top + high <= page.getHeight(); top += high / 4) {
            places.add(new Place(0, top, half, high));
            places.add(new Place(half, top, page.getWidth() - half, high));
        }
        return places;
    }

    private static Stream<String> read(BufferedImage page) {
        return places(page).stream()
                .flatMap(place -> decoded(place.of(page)).stream())
                .map(Result::getText)
                .distinct();
    }

    private static Optional<Result> decoded(BufferedImage part) {
        int wide = part.getWidth();
        int high = part.getHeight();
        int[] pixels = part.getRGB(0, 0, wide, high, null, 0, wide);
        try {
            return Optional.of(new QRCodeReader()
                    .decode(new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(wide, high, pixels)))));
        } catch (ReaderException nothingHere) {
            return Optional.empty();
        }
    }
}
