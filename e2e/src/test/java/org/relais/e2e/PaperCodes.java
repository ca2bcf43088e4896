package org.relais.e2e;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.MultiFormatReader;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.imageio.ImageIO;

/** The codes on the pages of a PDF, rasterised by poppler at 300 dpi and read by ZXing as a scanner moves over them. */
final class PaperCodes {
    private static final int DPI = 300;
    private static final double MILLIMETRE = DPI / 25.4;
    private static final Map<DecodeHintType, Object> HINTS = Map.of(
            DecodeHintType.TRY_HARDER,
            true,
            DecodeHintType.POSSIBLE_FORMATS,
            List.of(BarcodeFormat.DATA_MATRIX, BarcodeFormat.CODE_128));

    private PaperCodes() {}

    /** Pages as pictures. */
    static List<BufferedImage> pages(byte[] pdf, Path folder) throws IOException, InterruptedException {
        Path file = Files.write(Files.createTempFile(folder, "labels", ".pdf"), pdf);
        Process drawing = new ProcessBuilder(
                        "pdftoppm", "-png", "-gray", "-r", Integer.toString(DPI), file.toString(), file + "-p")
                .inheritIO()
                .start();
        if (drawing.waitFor() != 0) {
            throw new IOException("pdftoppm");
        }
        List<Path> images;
        try (Stream<Path> files = Files.list(folder)) {
            images = files.filter(one -> one.toString().startsWith(file + "-p"))
                    .sorted()
                    .toList();
        }
        List<BufferedImage> pages = new ArrayList<>();
        for (Path image : images) {
            pages.add(ImageIO.read(image.toFile()));
        }
        return pages;
    }

    /** Every code found on a page in squares of a side, in millimetres. */
    static Set<String> on(BufferedImage page, int side) {
        Set<String> codes = new LinkedHashSet<>();
        int window = (int) (side * MILLIMETRE);
        int step = (int) (4 * MILLIMETRE);
        for (int y = 0; y + window <= page.getHeight(); y += step) {
            for (int x = 0; x + window <= page.getWidth(); x += step) {
                read(page.getSubimage(x, y, window, window)).ifPresent(codes::add);
            }
        }
        return codes;
    }

    private static Optional<String> read(BufferedImage image) {
        int[] pixels = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        RGBLuminanceSource light = new RGBLuminanceSource(image.getWidth(), image.getHeight(), pixels);
        try {
            return Optional.of(new MultiFormatReader()
                    .decode(new BinaryBitmap(new HybridBinarizer(light)), HINTS)
                    .getText());
        } catch (ReaderException nothingHere) {
            return Optional.empty();
        }
    }
}
