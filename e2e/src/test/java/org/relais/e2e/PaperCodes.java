package org.relais.e2e;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.Reader;
import com.google.zxing.ReaderException;
import com.google.zxing.Result;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.datamatrix.DataMatrixReader;
import com.google.zxing.oned.Code128Reader;
import java.awt.Point;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.imageio.ImageIO;

/**
 * The codes on the pages of a PDF, rasterised by poppler at the 200 dpi of a label printer and read by ZXing. As a hand
 * holds a scanner over what it sees, a DataMatrix is aimed at where a square of ink stands free; bars are crossed by
 * lines from edge to edge.
 */
final class PaperCodes {
    private static final int DPI = 200;
    private static final double MILLIMETRE = DPI / 25.4;
    /** Side of the cells in which ink is looked for, half a millimetre: finer than what is left free around a code. */
    private static final int CELL = 4;

    private static final double LEAST = 8 * MILLIMETRE;
    private static final double MOST = 24 * MILLIMETRE;
    private static final int QUIET = (int) MILLIMETRE;
    private static final int LINES = (int) (2 * MILLIMETRE);
    private static final int DARK = 128;

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

    /** What every DataMatrix of a page says, in any order, one entry for each code printed. */
    static List<String> matrices(BufferedImage page) {
        List<String> codes = new ArrayList<>();
        for (Rectangle square : squares(page)) {
            read(new DataMatrixReader(), page, square).map(Result::getText).ifPresent(codes::add);
        }
        return codes;
    }

    /** What the Code 128 bars of a page say: each line is read on behind the bars it has crossed. */
    static Set<String> bars(BufferedImage page) {
        Set<String> codes = new TreeSet<>();
        for (int y = 0; y + LINES <= page.getHeight(); y += LINES) {
            int from = 0;
            while (from < page.getWidth()) {
                Rectangle line = new Rectangle(from, y, page.getWidth() - from, LINES);
                Optional<Result> found = read(new Code128Reader(), page, line);
                found.map(Result::getText).ifPresent(codes::add);
                from = found.isPresent() ? from + width(found.get()) : page.getWidth();
            }
        }
        return codes;
    }

    /** How far a line went to the end of the bars. */
    private static int width(Result bars) {
        return Math.max(1, (int) Math.max(bars.getResultPoints()[0].getX(), bars.getResultPoints()[1].getX()) - QUIET);
    }

    /** Where ink that hangs together fills a square of the size of a code; the finder of a DataMatrix is two whole sides. */
    private static List<Rectangle> squares(BufferedImage page) {
        boolean[][] ink = ink(page);
        List<Rectangle> squares = new ArrayList<>();
        for (int y = 0; y < ink.length; y++) {
            for (int x = 0; x < ink[y].length; x++) {
                if (ink[y][x]) {
                    Rectangle blot = blot(ink, x, y);
                    Rectangle dots = new Rectangle(blot.x * CELL, blot.y * CELL, blot.width * CELL, blot.height * CELL);
                    if (dots.width >= LEAST && dots.width <= MOST && Math.abs(dots.width - dots.height) <= 2 * CELL) {
                        squares.add(dots);
                    }
                }
            }
        }
        return squares;
    }

    private static boolean[][] ink(BufferedImage page) {
        boolean[][] ink = new boolean[page.getHeight() / CELL + 1][page.getWidth() / CELL + 1];
        for (int y = 0; y < page.getHeight(); y++) {
            for (int x = 0; x < page.getWidth(); x++) {
                ink[y / CELL][x / CELL] |= page.getRaster().getSample(x, y, 0) < DARK;
            }
        }
        return ink;
    }

    /** Takes away the ink that hangs together with a cell's. */
    private static Rectangle blot(boolean[][] ink, int x, int y) {
        Rectangle blot = new Rectangle(x, y, 1, 1);
        Deque<Point> next = new ArrayDeque<>(List.of(new Point(x, y)));
        ink[y][x] = false;
        while (!next.isEmpty()) {
            Point at = next.pop();
            blot.add(new Rectangle(at.x, at.y, 1, 1));
            for (int i = 0; i < 9; i++) {
                Point beside = new Point(at.x + i % 3 - 1, at.y + i / 3 - 1);
                if (beside.y >= 0
                        && beside.y < ink.length
                        && beside.x >= 0
                        && beside.x < ink[0].length
                        && ink[beside.y][beside.x]) {
                    ink[beside.y][beside.x] = false;
                    next.push(beside);
                }
            }
        }
        return blot;
    }

    /** Reads a part of a page, with white around it. */
    private static Optional<Result> read(Reader reader, BufferedImage page, Rectangle part) {
        int width = part.width + 2 * QUIET;
        int height = part.height + 2 * QUIET;
        int[] dots = new int[width * height];
        Arrays.fill(dots, 0xFFFFFF);
        int right = Math.min(part.width, page.getWidth() - part.x);
        int bottom = Math.min(part.height, page.getHeight() - part.y);
        page.getRGB(part.x, part.y, right, bottom, dots, QUIET * width + QUIET, width);
        try {
            return Optional.of(
                    reader.decode(new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(width, height, dots)))));
        } catch (ReaderException nothingHere) {
            return Optional.empty();
        }
    }
}
