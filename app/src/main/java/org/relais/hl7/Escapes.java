package org.relais.hl7;

import java.nio.charset.Charset;
import org.jspecify.annotations.Nullable;

/**
 * Escape sequences of text fields (HL7 v2.5.1, chapter 2.7). A sequence that is not known, or not ended, stays as it is;
 * highlighting is dropped.
 */
final class Escapes {
    private static final int LONGEST = 2_000;

    private Escapes() {}

    static String plain(String text, Delimiters delimiters, Charset charset) {
        char escape = delimiters.escape();
        int at = escape == Delimiters.NONE ? -1 : text.indexOf(escape);
        if (at < 0) {
            return text;
        }
        StringBuilder plain = new StringBuilder(text.length());
        int done = 0;
        while (at >= 0) {
            int end = text.indexOf(escape, at + 1);
            if (end < 0) {
                break;
            }
            String meant = end - at > LONGEST ? null : meaning(text.substring(at + 1, end), delimiters, charset);
            plain.append(text, done, at);
            if (meant == null) {
                plain.append(text, at, end);
                done = end;
                at = end;
            } else {
                plain.append(meant);
                done = end + 1;
                at = text.indexOf(escape, done);
            }
        }
        return plain.append(text, done, text.length()).toString();
    }

    private static @Nullable String meaning(String code, Delimiters delimiters, Charset charset) {
        return switch (code) {
            case "F" -> String.valueOf(delimiters.field());
            case "S" -> String.valueOf(delimiters.component());
            case "T" -> String.valueOf(delimiters.subcomponent());
            case "R" -> String.valueOf(delimiters.repetition());
            case "E" -> String.valueOf(delimiters.escape());
            case "P" -> "#";
            case "H", "N" -> "";
            case ".br", ".BR", ".ce", ".sp" -> "\n";
            default -> code.startsWith("X") ? bytes(code, charset) : layout(code);
        };
    }

    private static @Nullable String layout(String code) {
        boolean known = code.startsWith(".in") || code.startsWith(".ti") || code.equals(".fi") || code.equals(".nf");
        return known ? "" : code.startsWith(".sp") ? "\n" : null;
    }

    private static @Nullable String bytes(String code, Charset charset) {
        if (code.length() < 3 || code.length() % 2 == 0) {
            return null;
        }
        byte[] bytes = new byte[code.length() / 2];
        for (int i = 0; i < bytes.length; i++) {
            int high = Character.digit(code.charAt(2 * i + 1), 16);
            int low = Character.digit(code.charAt(2 * i + 2), 16);
            if (high < 0 || low < 0) {
                return null;
            }
            bytes[i] = (byte) ((high << 4) | low);
        }
        String text = new String(bytes, charset);
        return text.indexOf('\uFFFD') < 0 ? text : new String(bytes, Encoding.FALLBACK);
    }
}
