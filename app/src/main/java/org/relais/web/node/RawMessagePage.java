package org.relais.web.node;

import java.util.ArrayList;
import java.util.List;
import org.relais.hl7.Encoding;
import org.relais.web.shell.Frame;

/**
 * A message in quarantine as it came: a segment a line, control characters by code.
 *
 * @param charset what it was decoded with
 * @param clipped the shown length when it is longer, else empty
 */
public record RawMessagePage(
        QuarantinePage.Row head, String charset, boolean doubtful, String size, List<String> lines, String clipped) {
    /** How many characters are shown at most: what is longer holds a document. */
    private static final int SHOWN = 40_000;

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

    /** Lines end at CR, LF or both; any other control or formatting character becomes its code, {@code ‹U+0001›}. */
    static List<String> lines(String text) {
        List<String> lines = new ArrayList<>();
        for (String line : text.split("\r\n|\r|\n")) {
            StringBuilder shown = new StringBuilder(line.length());
            line.chars().forEach(c -> shown.append(visible((char) c)));
            lines.add(shown.toString());
        }
        return List.copyOf(lines);
    }

    private static String visible(char c) {
        return Character.getType(c) == Character.CONTROL || Character.getType(c) == Character.FORMAT
                ? "\u2039U+%04X\u203A".formatted((int) c)
                : String.valueOf(c);
    }
}
