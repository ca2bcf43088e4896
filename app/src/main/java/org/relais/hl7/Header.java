package org.relais.hl7;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * The MSH segment of a raw message, read byte for byte before anything is known of its character set: each char of a
 * value is one byte. What is taken from it and written back as ISO 8859-1 is therefore what was received.
 */
public final class Header {
    /** Says nothing, in the usual delimiters. */
    static final Header USUAL = new Header("MSH|^~\\&|");

    private final String line;
    private final Delimiters delimiters;

    private Header(String line) {
        this.line = line;
        this.delimiters = Delimiters.at(line, 0);
    }

    /** The header of the first message in these bytes, or nothing when no line begins with {@code MSH}. */
    public static Optional<Header> of(byte[] raw) {
        int start = HeaderStart.next(raw, 0, raw.length);
        if (start < 0) {
            return Optional.empty();
        }
        int end = start;
        while (end < raw.length && raw[end] != '\r' && raw[end] != '\n' && raw[end] != Mllp.END) {
            end++;
        }
        return Optional.of(new Header(new String(raw, start, end - start, StandardCharsets.ISO_8859_1)));
    }

    /** The header of a file or batch, whose fields stand where those of MSH do. */
    static Optional<Header> ofLine(String line) {
        return line.length() > 4 ? Optional.of(new Header(line)) : Optional.empty();
    }

    /** MSH-{@code number}, from 3 on; empty when absent. */
    public String field(int number) {
        int from = 3;
        for (int at = 1; at < number - 1; at++) {
            from = line.indexOf(delimiters.field(), from + 1);
            if (from < 0) {
                return "";
            }
        }
        int to = line.indexOf(delimiters.field(), from + 1);
        return line.substring(from + 1, to < 0 ? line.length() : to);
    }

    /** First component of MSH-{@code number} that way, or another; empty when absent. */
    public String component(int number, int component) {
        String rest = field(number);
        for (int at = 1; at < component; at++) {
            int cut = rest.indexOf(delimiters.component());
            if (cut < 0) {
                return "";
            }
            rest = rest.substring(cut + 1);
        }
        int end = rest.indexOf(delimiters.component());
        return end < 0 ? rest : rest.substring(0, end);
    }

    /** MSH-1 and MSH-2 as received. */
    public String separators() {
        int end = line.indexOf(delimiters.field(), 4);
        String received = line.substring(3, end < 0 ? line.length() : end);
        return received.length() > 1 ? received : received + "^~\\&";
    }

    public Delimiters delimiters() {
        return delimiters;
    }
}
