package org.relais.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.datamatrix.DataMatrixReader;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.relais.kernel.Language;
import org.slf4j.LoggerFactory;

class PageCodeTest {
    @Test
    void everyPageIsNamedByADataMatrixThatScans(@TempDir Path dir) throws Exception {
        WardPack pack = new WardPack(Samples.stamp(Language.FR), PackOptions.USUAL);
        List<PackContent> wards = List.of(WardPackTest.content(3));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PackResult result = pack.print(wards, pack.plan(wards), out, Watch.NONE);
        List<String> expected = ((PackResult.Printed) result)
                .pages().stream().map(page -> page.code().text()).toList();
        assertThat(expected).allMatch(text -> PageCode.read(text).isPresent());
        Path pdf = Files.write(dir.resolve("pack.pdf"), out.toByteArray());
        assertThat(scan(pdf, "-gray", 150)).isEqualTo(expected);
        assertThat(scan(pdf, "-mono", 200)).isEqualTo(expected);
    }

    /** What a scanner reads at the top right of each page. */
    private static List<String> scan(Path pdf, String depth, int resolution) throws IOException, InterruptedException {
        Path prefix = pdf.resolveSibling("scan" + depth);
        int x = pixels(210 - 29.3f, resolution);
        int y = pixels(10.5f, resolution);
        int side = pixels(18.8f, resolution);
        String box = "-x " + x + " -y " + y + " -W " + side + " -H " + side + " -r " + resolution;
        List<String> command = new ArrayList<>(List.of("pdftoppm", "-png", depth));
        command.addAll(List.of(box.split(" ")));
        command.addAll(List.of(pdf.toString(), prefix.toString()));
        rasterise(command);
        List<Path> images;
        try (Stream<Path> files = Files.list(pdf.getParent())) {
            images = files.filter(file -> file.toString().startsWith(prefix.toString()))
                    .sorted()
                    .toList();
        }
        List<String> codes = new ArrayList<>();
        for (Path image : images) {
            codes.add(read(ImageIO.read(image.toFile())));
        }
        return codes;
    }

    private static int pixels(float millimetres, int resolution) {
        return Math.round(millimetres / 25.4f * resolution);
    }

    private static String read(BufferedImage corner) {
        int side = corner.getWidth();
        int[] pixels = corner.getRGB(0, 0, side, side, null, 0, side);
        try {
            return new DataMatrixReader()
                    .decode(new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(side, side, pixels))))
                    .getText();
        } catch (ReaderException unread) {
            return "unreadable";
        }
    }

    private static void rasterise(List<String> command) throws InterruptedException, IOException {
        boolean present = Stream.of(System.getenv("PATH").split(":"))
                .anyMatch(dir -> Files.isExecutable(Path.of(dir, "pdftoppm")));
        if (!present) {
            LoggerFactory.getLogger(PageCodeTest.class).warn("SKIPPED: no pdftoppm here (package poppler-utils)");
        }
        assumeTrue(present, "pdftoppm (poppler-utils) is missing");
        assertThat(new ProcessBuilder(command).inheritIO().start().waitFor()).isZero();
    }
}
