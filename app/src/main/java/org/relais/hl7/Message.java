package org.relais.hl7;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A message as its segments, read from raw bytes without loss of what matters and without judging it (HL7 v2.1 to 2.9,
 * chapter 2). Lazy: lines are found at once, fields only when asked for. A line that does not begin like a segment
 * continues the field before it. Only the first message is read when the bytes hold several.
 */
public final class Message {
    private final Encoding encoding;
    private final Delimiters delimiters;
    private final List<Segment> segments = new ArrayList<>(16);
    private boolean several;

    private Message(Encoding encoding, int start) {
        this.encoding = encoding;
        this.delimiters = Delimiters.at(encoding.text(), start);
        cut(start);
    }

    /** The message, or nothing when no line begins with {@code MSH} and a separator. */
    public static Optional<Message> read(byte[] raw) {
        return read(raw, Encoding.FALLBACK);
    }

    /** @param fallback the character set where neither MSH-18 nor the bytes tell */
    public static Optional<Message> read(byte[] raw, Charset fallback) {
        Optional<Header> header = Header.of(raw);
        if (header.isEmpty()) {
            return Optional.empty();
        }
        String declared = header.get().field(18);
        char repetition = header.get().delimiters().repetition();
        int cut = declared.indexOf(repetition);
        Encoding encoding = Encoding.of(raw, cut < 0 ? declared : declared.substring(0, cut), fallback);
        int start = firstHeader(encoding.text());
        return start < 0 ? Optional.empty() : Optional.of(new Message(encoding, start));
    }

    private static int firstHeader(String text) {
        int at = text.indexOf("MSH");
        while (at >= 0 && !(separated(text, at + 3) && lineStart(text, at))) {
            at = text.indexOf("MSH", at + 3);
        }
        return at;
    }

    private static boolean separated(String text, int at) {
        return at < text.length() && text.charAt(at) > ' ' && !Character.isLetterOrDigit(text.charAt(at));
    }

    private static boolean lineStart(String text, int at) {
        int before = at - 1;
        while (before >= 0 && (text.charAt(before) == ' ' || text.charAt(before) == '\t')) {
            before--;
        }
        return before < 0 || text.charAt(before) < ' ' || text.charAt(before) == '\uFEFF';
    }

    private void cut(int start) {
        String text = encoding.text();
        int end = text.length();
        while (end > start && text.charAt(end - 1) <= ' ') {
            end--;
        }
        int at = start;
        int open = -1;
        int openEnd = -1;
        while (at < end && !several) {
            int stop = lineEnd(text, at, end);
            int name = begins(text, at, stop);
            if (name >= 0) {
                if (open >= 0) {
                    segments.add(new Segment(this, open, openEnd, segments.size() + 1));
                    several = text.startsWith("MSH", name);
                }
                open = name;
            }
            openEnd = stop > at || open < 0 ? stop : openEnd;
            at = stop + 1;
        }
        if (open >= 0 && !several) {
            segments.add(new Segment(this, open, openEnd, segments.size() + 1));
        }
    }

    private static int lineEnd(String text, int from, int end) {
        int at = from;
        while (at < end) {
            char c = text.charAt(at);
            if (c == '\r' || c == '\n') {
                return at;
            }
            at++;
        }
        return end;
    }

    /** Where a segment's name begins on this line, or -1 when the line continues the one before. */
    private int begins(String text, int from, int to) {
        int at = from;
        while (at < to && (text.charAt(at) == ' ' || text.charAt(at) == '\t' || text.charAt(at) == Mllp.START)) {
            at++;
        }
        boolean named = at + 3 <= to
                && letter(text.charAt(at))
                && letterOrDigit(text.charAt(at + 1))
                && letterOrDigit(text.charAt(at + 2))
                && (at + 3 == to || text.charAt(at + 3) == delimiters.field());
        return named ? at : -1;
    }

    private static boolean letter(char c) {
        return c >= 'A' && c <= 'Z';
    }

    private static boolean letterOrDigit(char c) {
        return letter(c) || (c >= '0' && c <= '9');
    }

    /** Every segment in order, MSH first. */
    public List<Segment> segments() {
        return segments;
    }

    public Segment header() {
        return segments.getFirst();
    }

    /** The first segment of that name. */
    public Optional<Segment> first(String name) {
        for (Segment segment : segments) {
            if (segment.is(name)) {
                return Optional.of(segment);
            }
        }
        return Optional.empty();
    }

    public boolean has(String name) {
        return first(name).isPresent();
    }

    /** Whether the bytes held another message after this one. */
    public boolean several() {
        return several;
    }

    public Encoding encoding() {
        return encoding;
    }

    public Delimiters delimiters() {
        return delimiters;
    }

    String text() {
        return encoding.text();
    }
}
