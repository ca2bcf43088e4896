package org.relais.hl7;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Writes acknowledgements in original mode (MSH + MSA, HL7 v2.5.1 chapter 2.9.2): the delimiters, the character set and
 * the control id of the message come back byte for byte.
 */
public final class Acknowledgements {
    /** MSA-1 (HL7 table 0008). */
    public enum Code {
        /** It is on disk. */
        AA,
        /** It could not be written; send it again. */
        AE,
        /** It will never be taken. */
        AR
    }

    private record Second(long epoch, String text) {}

    private final InstantSource clock;
    private final AtomicLong count = new AtomicLong();
    private final String prefix;
    private volatile Second now = new Second(Long.MIN_VALUE, "");

    public Acknowledgements(InstantSource clock) {
        this.clock = clock;
        this.prefix = "R" + Long.toString(clock.millis(), 36).toUpperCase(Locale.ROOT) + "-";
    }

    /** Whether a message is itself an acknowledgement, which nobody answers. */
    public static boolean isOne(Optional<Header> header) {
        return header.isPresent() && header.get().component(9, 1).equals("ACK");
    }

    /**
     * The answer, without its frame.
     *
     * @param header what is answered, or nothing when it had no readable MSH
     * @param text   MSA-3: why not, in ASCII; empty with AA
     */
    public byte[] answer(Optional<Header> header, Code code, String text) {
        String separators = header.map(Header::separators).orElse("|^~\\&");
        char bar = separators.charAt(0);
        char component = header.map(known -> known.delimiters().component()).orElse('^');
        StringBuilder out = new StringBuilder(160).append("MSH").append(separators);
        add(out, bar, field(header, 5), field(header, 6), field(header, 3), field(header, 4), stamp(), "");
        String trigger = header.map(known -> known.component(9, 2)).orElse("");
        add(out, bar, trigger.isEmpty() ? "ACK" : "ACK" + component + trigger);
        add(out, bar, prefix + count.incrementAndGet());
        add(out, bar, or(field(header, 11), "P"), or(field(header, 12), "2.5"));
        add(out, bar, "", "", "", "", field(header, 17), field(header, 18));
        int end = out.length();
        while (out.charAt(end - 1) == bar) {
            end--;
        }
        out.setLength(end);
        out.append("\rMSA");
        add(out, bar, code.name(), field(header, 10));
        if (!text.isEmpty()) {
            add(out, bar, text);
        }
        return out.append('\r').toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    private static void add(StringBuilder out, char bar, String... fields) {
        for (String field : fields) {
            out.append(bar).append(field);
        }
    }

    private static String or(String said, String usual) {
        return said.isEmpty() ? usual : said;
    }

    private static String field(Optional<Header> header, int number) {
        return header.isPresent() ? header.get().field(number) : "";
    }

    private String stamp() {
        Instant instant = clock.instant();
        Second known = now;
        if (known.epoch() != instant.getEpochSecond()) {
            LocalDateTime t = LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
            long digits =
                    ((((t.getYear() * 100L + t.getMonthValue()) * 100 + t.getDayOfMonth()) * 100 + t.getHour()) * 100
                                            + t.getMinute())
                                    * 100
                            + t.getSecond();
            known = new Second(instant.getEpochSecond(), digits + "+0000");
            now = known;
        }
        return known.text();
    }
}
