package org.relais.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.LuminanceSource;
import com.google.zxing.MultiFormatReader;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.Result;
import com.google.zxing.common.GlobalHistogramBinarizer;
import com.google.zxing.common.HybridBinarizer;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.awt.image.ConvolveOp;
import java.awt.image.Kernel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.slf4j.LoggerFactory;

/** What a scanner sees on paper: pages rasterised by poppler, copied badly or not, and their codes read by ZXing. */
final class Scan {
    private static final Map<DecodeHintType, Object> HINTS = Map.of(
            DecodeHintType.TRY_HARDER,
            true,
            DecodeHintType.POSSIBLE_FORMATS,
            List.of(BarcodeFormat.DATA_MATRIX, BarcodeFormat.CODE_128));

    private Scan() {}

    /** Each page at a resolution in dots an inch, grey. */
    static List<BufferedImage> pages(byte[] pdf, int dpi, Path folder) throws IOException, InterruptedException {
        boolean present = Stream.of(System.getenv("PATH").split(":"))
                .anyMatch(dir -> Files.isExecutable(Path.of(dir, "pdftoppm")));
        if (!present) {
            LoggerFactory.getLogger(Scan.class).warn("SKIPPED: no pdftoppm here (package poppler-utils)");
        }
        assumeTrue(present, "pdftoppm (poppler-utils) is missing");
        Path file = Files.write(Files.createTempFile(folder, "print", ".pdf"), pdf);
        String prefix = file.toString() + "-p";
        Process drawing = new ProcessBuilder(
                        "pdftoppm", "-png", "-gray", "-r", Integer.toString(dpi), file.toString(), prefix)
                .inheritIO()
                .start();
        assertThat(drawing.waitFor()).isZero();
        List<Path> images;
        try (Stream<Path> files = Files.list(folder)) {
            images = files.filter(one -> one.toString().startsWith(prefix))
                    .sorted()
                    .toList();
        }
        List<BufferedImage> pages = new ArrayList<>();
        for (Path image : images) {
            pages.add(ImageIO.read(image.toFile()));
        }
        return pages;
    }

    /** Part of a page, with a margin of white; the box is in points. */
    static BufferedImage part(BufferedImage page, Box box, int dpi) {
        double scale = dpi / 72.0;
        int x = (int) Math.max(0, box.x() * scale);
        int y = (int) Math.max(0, box.y() * scale);
        int width = (int) Math.min(page.getWidth() - x, box.width() * scale);
        int height = (int) Math.min(page.getHeight() - y, box.height() * scale);
        BufferedImage part = white(width + 40, height + 40);
        part.createGraphics().drawImage(page.getSubimage(x, y, width, height), 20, 20, null);
        return part;
    }

    /** As a bad copier gives it back: smaller, turned a little, blurred, grey on grey, with dust. */
    static BufferedImage copiedBadly(BufferedImage page, long seed) {
        double scale = 0.83;
        BufferedImage copy = white((int) (page.getWidth() * scale) + 60, (int) (page.getHeight() * scale) + 60);
        Graphics2D pen = copy.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        AffineTransform turned = AffineTransform.getTranslateInstance(30, 30);
        turned.scale(scale, scale);
        turned.rotate(Math.toRadians(0.8));
        pen.drawImage(page, turned, null);
        float[] blur = new float[9];
        java.util.Arrays.fill(blur, 1 / 9f);
        BufferedImage blurred = new ConvolveOp(new Kernel(3, 3, blur), ConvolveOp.EDGE_NO_OP, null).filter(copy, null);
        Random random = new Random(seed);
        for (int y = 0; y < blurred.getHeight(); y++) {
            for (int x = 0; x < blurred.getWidth(); x++) {
                int grey = blurred.getRGB(x, y) & 0xFF;
                int washed = 60 + grey * 150 / 255 + (int) (random.nextGaussian() * 12);
                int dust = random.nextInt(400) == 0 ? 70 : Math.clamp(washed, 0, 255);
                blurred.setRGB(x, y, new Color(dust, dust, dust).getRGB());
            }
        }
        return blurred;
    }

    private static BufferedImage white(int width, int height) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, width, height);
        return image;
    }

    /** The first code found in a picture, looked for as a hand-held scanner is moved: sharp and softened, whole and in part. */
    static Optional<Result> code(BufferedImage image) {
        List<BufferedImage> looks = List.of(image, softer(image, 0.6), softer(image, 0.4));
        for (BufferedImage look : looks) {
            Optional<Result> found = still(look);
            if (found.isPresent()) {
                return found;
            }
        }
        for (BufferedImage look : looks) {
            for (double share : new double[] {1, 0.8, 0.6}) {
                Optional<Result> found = moved(look, share);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<Result> moved(BufferedImage image, double share) {
        int side = (int) (Math.min(image.getWidth(), image.getHeight()) * share);
        int step = Math.max(8, side / 6);
        for (int y = 0; y + side <= image.getHeight(); y += step) {
            for (int x = 0; x + side <= image.getWidth(); x += step) {
                Optional<Result> found = still(image.getSubimage(x, y, side, side));
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    /** Smaller, each pixel the mean of those it stands for: dust and grain go, modules stay. */
    private static BufferedImage softer(BufferedImage image, double scale) {
        int width = (int) (image.getWidth() * scale);
        int height = (int) (image.getHeight() * scale);
        BufferedImage small = white(width, height);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int grey = mean(image, (int) (x / scale), (int) (y / scale), (int) Math.ceil(1 / scale));
                small.setRGB(x, y, new Color(grey, grey, grey).getRGB());
            }
        }
        return small;
    }

    private static int mean(BufferedImage image, int left, int top, int side) {
        int sum = 0;
        int count = 0;
        for (int y = top; y < Math.min(image.getHeight(), top + side); y++) {
            for (int x = left; x < Math.min(image.getWidth(), left + side); x++) {
                sum += image.getRGB(x, y) & 0xFF;
                count++;
            }
        }
        return sum / Math.max(1, count);
    }

    private static Optional<Result> still(BufferedImage image) {
        int[] pixels = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        LuminanceSource light = new RGBLuminanceSource(image.getWidth(), image.getHeight(), pixels);
        return tried(new BinaryBitmap(new HybridBinarizer(light)))
                .or(() -> tried(new BinaryBitmap(new GlobalHistogramBinarizer(light))));
    }

    private static Optional<Result> tried(BinaryBitmap bitmap) {
        try {
            return Optional.of(new MultiFormatReader().decode(bitmap, HINTS));
        } catch (ReaderException unread) {
            return Optional.empty();
        }
    }
}
