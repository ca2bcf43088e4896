package org.relais.web.node;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.relais.hl7.Message;
import org.relais.web.node.RawPage.Segment;

/** The text of a received message, segment by segment, unprintable characters made visible. */
final class RawText {
    private static final int NAME = 3;
    private static final int SHOWN = 40_000;
    private static final int PICTURES = 0x2400;

    private RawText() {}

    static boolean cut(byte[] raw) {
        return raw.length > SHOWN;
    }

    static List<Segment> segments(byte[] raw) {
        Charset charset =
                Message.read(raw).map(message -> message.encoding().charset()).orElse(StandardCharsets.ISO_8859_1);
        String text = new String(raw, 0, Math.min(raw.length, SHOWN), charset);
        List<Segment> segments = new ArrayList<>();
        for (String line : text.split("\r\n|\r|\n", -1)) {
            if (!line.isEmpty()) {
                String shown = visible(line);
                int name = Math.min(NAME, shown.length());
                segments.add(new Segment(shown.substring(0, name), shown.substring(name)));
            }
        }
        return segments;
    }

    /** Control characters as their pictures (Unicode block 2400). */
    private static String visible(String line) {
        StringBuilder shown = new StringBuilder();
        line.chars().forEach(c -> shown.append(c < ' ' ? (char) (PICTURES + c) : (char) c));
        return shown.toString();
    }
}
