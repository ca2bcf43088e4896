package org.relais.hl7;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Writes acknowledgements (MSH + MSA), in original mode or, where the message has MSH-15 or MSH-16, in enhanced mode
 * (HL7 v2.5.1 chapters 2.9.2 and 2.9.3), and the answer to a batch (chapter 2.10.3): the delimiters, the character set
 * and the control id of the message come back byte for byte.
 */
public final class Acknowledgements {
    /** MSA-1 (HL7 table 0008). */
    public enum Code {
        /** It is on disk. */
        AA,
        /** It could not be written; send it again. */
        AE,
        /** It will never be taken. */
        AR,
        /** Enhanced mode: it is on disk. */
        CA,
        /** Enhanced mode: it could not be written; send it again. */
        CE,
        /** Enhanced mode: it will never be taken. */
        CR
    }

    /** What became of a message. */
    public enum Verdict {
        STORED(Code.AA, Code.CA),
        FAILED(Code.AE, Code.CE),
        REFUSED(Code.AR, Code.CR);

        private final Code original;
        private final Code commit;

        Verdict(Code original, Code commit) {
            this.original = original;
            this.commit = commit;
        }
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
     * The answers that a message asks for, without frames: one in original mode; in enhanced mode none, the commit answer,
     * the application's, or both in this order. Nobody answers an acknowledgement.
     *
     * @param text MSA-3 where it was not stored
     */
    public List<byte[]> answers(Optional<Header> header, Verdict verdict, String text) {
        if (isOne(header)) {
            return List.of();
        }
        String accept = field(header, 15);
        String application = field(header, 16);
        if (accept.isEmpty() && application.isEmpty()) {
            return List.of(answer(header, verdict.original, text));
        }
        boolean commit = wanted(accept, verdict);
        boolean more = wanted(application, verdict) && (verdict == Verdict.STORED || !commit);
        List<byte[]> answers = new ArrayList<>(2);
        if (commit) {
            answers.add(answer(header, verdict.commit, text));
        }
        if (more) {
            answers.add(answer(header, verdict.original, text));
        }
        return answers;
    }

    /** Whether a condition (HL7 table 0155) asks for an answer; one that is not in the table asks for every one. */
    private static boolean wanted(String condition, Verdict verdict) {
        return switch (condition) {
            case "", "NE", "\"\"" -> false;
            case "ER" -> verdict != Verdict.STORED;
            case "SU" -> verdict == Verdict.STORED;
            default -> true;
        };
    }

    /**
     * The answer to a batch, without its frame: a batch of the answers to its messages, which names the batch it answers in
     * BHS-12, within a file where there was one.
     */
    public byte[] batch(Envelope envelope, List<byte[]> answers) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        envelope.file().ifPresent(file -> around(out, "FHS", file));
        Header batch = envelope.batch().or(envelope::file).orElse(Header.USUAL);
        around(out, "BHS", batch);
        answers.forEach(out::writeBytes);
        trailer(out, "BTS", batch, answers.size());
        envelope.file().ifPresent(file -> trailer(out, "FTS", file, 1));
        return out.toByteArray();
    }

    private void around(ByteArrayOutputStream to, String name, Header received) {
        char bar = received.separators().charAt(0);
        StringBuilder out = new StringBuilder(name).append(received.separators());
        add(out, bar, received.field(5), received.field(6), received.field(3), received.field(4), stamp());
        add(out, bar, "", "", "", prefix + count.incrementAndGet(), received.field(11));
        to.writeBytes(framable(out.append('\r').toString()));
    }

    private static void trailer(ByteArrayOutputStream to, String name, Header received, int number) {
        String line = name + received.separators().charAt(0) + number + "\r";
        to.writeBytes(framable(line));
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
        return framable(out.append('\r').toString());
    }

    /** What comes back of a sender's fields never holds the bytes that begin and end a frame: blanks stand for them. */
    private static byte[] framable(String answer) {
        return answer.replace((char) Mllp.START, ' ')
                .replace((char) Mllp.END, ' ')
                .getBytes(StandardCharsets.ISO_8859_1);
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
