package org.relais.hl7;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The characters of a message: MSH-18 (HL7 table 0211) where the bytes agree with it, else UTF-8 where they are valid
 * UTF-8, else the feed's default. The bytes win over what is declared; the contradiction is said.
 *
 * @param text    the whole, decoded
 * @param charset what it was decoded with, and what bytes in escape sequences are read in
 * @param doubt   whether the declaration was wrong
 */
public record Encoding(String text, Charset charset, Doubt doubt) {
    /** What is odd about the declared character set. */
    public enum Doubt {
        NONE,
        /** The bytes are not of the declared set. */
        CONTRADICTED,
        /** No such set is known. */
        UNKNOWN
    }

    /** What senders in Western Europe mean when they say nothing. */
    public static final Charset FALLBACK = Charset.forName("windows-1252");

    static Encoding of(byte[] raw, String declared, Charset fallback) {
        String name = declared.strip().toUpperCase(Locale.ROOT);
        Charset said = name.isEmpty() ? null : named(name);
        if (ascii(raw)) {
            Charset escaped = said == null || said.equals(StandardCharsets.US_ASCII) ? StandardCharsets.UTF_8 : said;
            return new Encoding(new String(raw, StandardCharsets.ISO_8859_1), escaped, Doubt.NONE);
        }
        String utf8 = utf8(raw);
        if (name.isEmpty()) {
            return guessed(raw, utf8, fallback, Doubt.NONE);
        }
        if (said == null) {
            return guessed(raw, utf8, fallback, Doubt.UNKNOWN);
        }
        if (utf8 != null || said.equals(StandardCharsets.UTF_8) || said.equals(StandardCharsets.US_ASCII)) {
            boolean agrees = utf8 != null && said.equals(StandardCharsets.UTF_8);
            return guessed(raw, utf8, fallback, agrees ? Doubt.NONE : Doubt.CONTRADICTED);
        }
        String text = said.name().startsWith("ISO-8859") && controls(raw) ? null : decode(raw, said);
        return text == null ? guessed(raw, null, fallback, Doubt.CONTRADICTED) : new Encoding(text, said, Doubt.NONE);
    }

    private static Encoding guessed(byte[] raw, @Nullable String utf8, Charset fallback, Doubt doubt) {
        return utf8 != null
                ? new Encoding(utf8, StandardCharsets.UTF_8, doubt)
                : new Encoding(new String(raw, fallback), fallback, doubt);
    }

    private static boolean ascii(byte[] raw) {
        int all = 0;
        for (byte b : raw) {
            all |= b;
        }
        return all >= 0;
    }

    /** Whether there are bytes 80 to 9F, which no ISO 8859 set prints. */
    private static boolean controls(byte[] raw) {
        for (byte b : raw) {
            if ((b & 0xE0) == 0x80) {
                return true;
            }
        }
        return false;
    }

    /** The text where the bytes are valid UTF-8; a replacement character may have been sent, or stand for what is not. */
    private static @Nullable String utf8(byte[] raw) {
        String text = new String(raw, StandardCharsets.UTF_8);
        return text.indexOf('\uFFFD') < 0 ? text : decode(raw, StandardCharsets.UTF_8);
    }

    private static @Nullable String decode(byte[] raw, Charset charset) {
        try {
            return charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(raw))
                    .toString();
        } catch (CharacterCodingException notOfThisCharset) {
            return null;
        }
    }

    private static @Nullable Charset named(String name) {
        return switch (name) {
            case "ASCII", "US-ASCII", "ISO IR6", "ISO IR-6", "ISO IR 6" -> StandardCharsets.US_ASCII;
            case "UNICODE UTF-8", "UTF-8", "UTF8", "UNICODE" -> StandardCharsets.UTF_8;
            case "ISO IR100", "ISO IR-100", "ISO IR 100" -> StandardCharsets.ISO_8859_1;
            default -> supported(name.startsWith("8859/") ? "ISO-8859-" + name.substring(5) : name);
        };
    }

    private static @Nullable Charset supported(String name) {
        try {
            if (!Charset.isSupported(name) || name.startsWith("UTF-16") || name.startsWith("UTF-32")) {
                return null;
            }
            return Charset.forName(name);
        } catch (IllegalCharsetNameException unknown) {
            return null;
        }
    }
}
