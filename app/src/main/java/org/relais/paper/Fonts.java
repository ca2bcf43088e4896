package org.relais.paper;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import org.openpdf.text.pdf.BaseFont;

/** IBM Plex Sans in two weights, embedded as subsets; its figures are tabular. Loaded once, safe to share. */
final class Fonts {
    private static final char REPLACEMENT = '\uFFFD';
    private final BaseFont regular = load("IBMPlexSans-Regular.ttf");
    private final BaseFont bold = load("IBMPlexSans-SemiBold.ttf");
    private final int[] regularWidths = widths(regular);
    private final int[] boldWidths = widths(bold);

    private Fonts() {}

    static Fonts shared() {
        return Holder.FONTS;
    }

    BaseFont of(Face face) {
        return face.bold() ? bold : regular;
    }

    float width(Face face, String text) {
        int[] widths = face.bold() ? boldWidths : regularWidths;
        int sum = 0;
        for (int i = 0; i < text.length(); i++) {
            sum += widths[text.charAt(i)];
        }
        return sum * face.size() / 1000;
    }

    /**
     * The text as it can be set: accents composed, control characters made spaces (line breaks kept). A character that
     * the typeface lacks becomes a visible mark, never nothing.
     */
    String clean(String text) {
        StringBuilder clean = new StringBuilder(text.length());
        Normalizer.normalize(text, Normalizer.Form.NFC).codePoints().forEach(point -> {
            if (point == '\n') {
                clean.append('\n');
            } else if (Character.getType(point) == Character.CONTROL) {
                clean.append(' ');
            } else if (point == 0xAD || Character.getType(point) == Character.FORMAT) {
                return;
            } else if (point > Character.MAX_VALUE || regularWidths[point] == 0) {
                clean.append(REPLACEMENT);
            } else {
                clean.append((char) point);
            }
        });
        return clean.toString();
    }

    private static int[] widths(BaseFont font) {
        int[] widths = new int[Character.MAX_VALUE + 1];
        for (int point = ' '; point < Character.MIN_SURROGATE; point++) {
            if (font.charExists(point)) {
                widths[point] = font.getWidth(point);
            }
        }
        widths[REPLACEMENT] = font.getWidth(REPLACEMENT);
        return widths;
    }

    private static BaseFont load(String name) {
        try (InputStream in = Fonts.class.getResourceAsStream("/fonts/" + name)) {
            if (in == null) {
                throw new IllegalStateException("the font " + name + " is missing from the program");
            }
            return BaseFont.createFont(name, BaseFont.IDENTITY_H, true, true, in.readAllBytes(), null);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static final class Holder {
        private static final Fonts FONTS = new Fonts();
    }
}
