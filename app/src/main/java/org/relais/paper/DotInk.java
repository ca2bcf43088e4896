package org.relais.paper;

import com.google.zxing.common.BitMatrix;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** The dots of a label printer as ink: black or nothing. Codes are drawn in whole dots. */
final class DotInk implements Ink {
    private static final Font REGULAR = load("IBMPlexSans-Regular.ttf");
    private static final Font BOLD = load("IBMPlexSans-SemiBold.ttf");
    private static final int POINTS = 72;

    private final BufferedImage image;
    private final Graphics2D dots;
    private final double scale;

    DotInk(Box label, int dpi) {
        scale = (double) dpi / POINTS;
        image = new BufferedImage(dots(label.width()), dots(label.height()), BufferedImage.TYPE_BYTE_BINARY);
        dots = image.createGraphics();
        dots.setColor(Color.WHITE);
        dots.fillRect(0, 0, image.getWidth(), image.getHeight());
        dots.setColor(Color.BLACK);
    }

    /** What was drawn: true is a dot to print. */
    BitMatrix drawn() {
        BitMatrix matrix = new BitMatrix(image.getWidth(), image.getHeight());
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                if (image.getRGB(x, y) == Color.BLACK.getRGB()) {
                    matrix.set(x, y);
                }
            }
        }
        return matrix;
    }

    @Override
    public void newPage() {}

    @Override
    public void text(Face face, float x, float y, String text) {
        Font font = (face.bold() ? BOLD : REGULAR).deriveFont((float) (face.size() * scale));
        dots.fill(font.createGlyphVector(dots.getFontRenderContext(), text).getOutline(at(x), at(y)));
    }

    @Override
    public void reversed(Face face, float x, float y, String text) {
        dots.setColor(Color.WHITE);
        text(face, x, y, text);
        dots.setColor(Color.BLACK);
    }

    @Override
    public void line(Box box, Pen pen) {
        pen(pen);
        dots.draw(new Line2D.Float(at(box.x()), at(box.y()), at(box.x() + box.width()), at(box.y() + box.height())));
    }

    @Override
    public void frame(Box box, Pen pen) {
        pen(pen);
        dots.draw(rectangle(box));
    }

    @Override
    public void fill(Box box) {
        dots.fill(rectangle(box));
    }

    @Override
    public void matrix(BitMatrix matrix, Box box) {
        int module = Math.max(1, dots(box.width()) / matrix.getWidth());
        int left = dots(box.x()) + (dots(box.width()) - module * matrix.getWidth()) / 2;
        int top = dots(box.y()) + (dots(box.height()) - module * matrix.getHeight()) / 2;
        for (int y = 0; y < matrix.getHeight(); y++) {
            for (int x = 0; x < matrix.getWidth(); x++) {
                if (matrix.get(x, y)) {
                    dots.fillRect(left + x * module, top + y * module, module, module);
                }
            }
        }
    }

    @Override
    public void bars(BitMatrix row, Box box) {
        int module = Math.max(1, dots(box.width()) / row.getWidth());
        int left = dots(box.x()) + (dots(box.width()) - module * row.getWidth()) / 2;
        for (int x = 0; x < row.getWidth(); x++) {
            if (row.get(x, 0)) {
                dots.fillRect(left + x * module, dots(box.y()), module, dots(box.height()));
            }
        }
    }

    @Override
    public boolean visible() {
        return true;
    }

    private void pen(Pen pen) {
        float width = Math.max(1, (float) (pen.width() * scale));
        dots.setStroke(
                pen.on() > 0
                        ? new BasicStroke(
                                width,
                                BasicStroke.CAP_BUTT,
                                BasicStroke.JOIN_MITER,
                                10,
                                new float[] {at(pen.on()), at(pen.off())},
                                0)
                        : new BasicStroke(width));
    }

    private Rectangle2D rectangle(Box box) {
        return new Rectangle2D.Float(at(box.x()), at(box.y()), at(box.width()), at(box.height()));
    }

    private float at(float points) {
        return (float) (points * scale);
    }

    private int dots(float points) {
        return (int) Math.round(points * scale);
    }

    private static Font load(String name) {
        try (InputStream in = DotInk.class.getResourceAsStream("/fonts/" + name)) {
            if (in == null) {
                throw new IllegalStateException("the font " + name + " is missing from the program");
            }
            return Font.createFont(Font.TRUETYPE_FONT, in);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        } catch (FontFormatException spoilt) {
            throw new IllegalStateException("the font " + name + " is spoilt", spoilt);
        }
    }
}
