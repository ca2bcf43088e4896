package org.relais.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;

/**
 * What the QR code of a badge says: {@code RELIB} and 32 letters, four bits each, of a 128-bit secret. The letters are
 * those that US, French and German keyboards have in the same place, so that any scanner types them right on any station;
 * case does not count. Kept nowhere: the journal holds its SHA-256 only, which needs no salt for a secret of 128 bits.
 */
public final class BadgeText {
    private static final String PREFIX = "RELIB";
    private static final String LETTERS = "BCDEFGHIJKLNPRST";
    private static final int NIBBLES = 32;

    /** What a badge's text looks like, for the fields of pages that ask for one. */
    public static final String PATTERN = "[Rr][Ee][Ll][Ii][Bb][A-Za-z]{" + NIBBLES + "}";

    private BadgeText() {}

    static String fresh(SecureRandom random) {
        StringBuilder text = new StringBuilder(PREFIX);
        for (int i = 0; i < NIBBLES; i++) {
            text.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return text.toString();
    }

    /** Whether this is the text of a badge, as scanned; nothing is said of whose. */
    public static boolean is(String scanned) {
        return hash(scanned).isPresent();
    }

    /** The badge that a text begins with, and what was typed after it; empty when it begins with none. */
    public static Optional<Typed> split(String text) {
        String stripped = text.strip();
        int length = PREFIX.length() + NIBBLES;
        return stripped.length() >= length && is(stripped.substring(0, length))
                ? Optional.of(new Typed(
                        stripped.substring(0, length),
                        stripped.substring(length).strip()))
                : Optional.empty();
    }

    /** A badge, and what was typed after it. */
    public record Typed(String badge, String rest) {
        /** Without the secrets, so that they can not slip into a log. */
        @Override
        public String toString() {
            return "Typed[]";
        }
    }

    /** The hash that stands for a badge in the journal; empty when the text is no badge's. */
    static Optional<String> hash(String scanned) {
        String text = scanned.strip().toUpperCase(Locale.ROOT);
        if (text.length() != PREFIX.length() + NIBBLES || !text.startsWith(PREFIX)) {
            return Optional.empty();
        }
        String secret = text.substring(PREFIX.length());
        if (!secret.chars().allMatch(letter -> LETTERS.indexOf(letter) >= 0)) {
            return Optional.empty();
        }
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.US_ASCII));
            return Optional.of(HexFormat.of().formatHex(hash));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
