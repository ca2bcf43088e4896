package org.relais.web.node;

import java.util.ArrayList;
import java.util.List;
import org.relais.hl7.Encoding;
import org.relais.web.shell.Frame;

/**
 * A message in quarantine as it came: a segment a line, control characters by name.
 *
 * @param charset what it was decoded with
 * @param clipped the shown length when it is longer, else empty
 */
public record RawMessagePage(
        QuarantinePage.Row head, String charset, boolean doubtful, String size, List<String> lines, String clipped) {
    /** How many characters are shown at most: what is longer holds a document. */
    private static final int SHOWN = 40_000;

    private static final char PICTURES = '\u2400';
    private static final char DELETE_PICTURE = '\u2421';

    static RawMessagePage of(Frame f, QuarantinePage.Row head, byte[] raw, Encoding encoding) {
        String text = encoding.text();
        boolean tooLong = text.length() > SHOWN;
        return new RawMessagePage(
                head,
                encoding.charset().name(),
                encoding.doubt() != Encoding.Doubt.NONE,
                f.t("node.quarantine.bytes", f.n(raw.length)),
                lines(tooLong ? text.substring(0, SHOWN) : text),
                tooLong ? f.t("node.quarantine.clipped", f.n(SHOWN)) : "");
    }

    /** Lines end at CR, LF or both; what else is a control character becomes its picture (U+2400 to U+2421). */
    static List<String> lines(String text) {
        List<String> lines = new ArrayList<>();
        for (String line : text.split("\r\n|\r|\n")) {
            StringBuilder shown = new StringBuilder(line.length());
            line.chars().forEach(c -> shown.append(picture((char) c)));
            lines.add(shown.toString());
        }
        return List.copyOf(lines);
    }

    private static String picture(char c) {
        if (c < ' ') {
            return String.valueOf((char) (PICTURES + c));
        }
        if (c == 0x7F) {
            return String.valueOf(DELETE_PICTURE);
        }
        return Character.getType(c) == Character.CONTROL || Character.getType(c) == Character.FORMAT
                ? "\u27E8U+%04X\u27E9".formatted((int) c)
                : String.valueOf(c);
    }
}
