package org.relais.journal.crypto;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.relais.kernel.Outcome;
import org.relais.kernel.Problem;
import org.relais.kernel.Problem.Category;

/**
 * One of the five parts of a recovery key, as one sheet of paper holds it (format 1): 40 bytes, which are the format (1),
 * the set (4), the part's number (1), its value (32) and the first two bytes of the SHA-256 of those before. Written as
 * eight rows of eight letters of Crockford's base 32, five bytes a row, each row ended by a check letter: the sum in GF(32)
 * (x^5 + x^2 + 1) of the row's number and of the letters, the first times x, the second times x^2, and so on. A wrong
 * letter, two exchanged ones, and two exchanged rows are all found, and the row is named.
 *
 * @param set    what the parts of one recovery key have in common
 * @param number 1 to 5
 * @param value  32 bytes
 */
public record RecoveryShare(int set, int number, byte[] value) {
    /** What the text of a sheet's QR code begins with; the 72 letters of the rows follow. */
    public static final String PREFIX = "RELAIS-PART-1:";

    static final int ROWS = 8;
    private static final int LETTERS = 8;
    private static final int FORMAT = 1;
    private static final int BYTES = 40;
    private static final int BODY = BYTES - 2;
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int REDUCTION = 0b100101;

    /** The rows as they are printed and typed: {@code XXXX XXXX C}. */
    public List<String> rows() {
        byte[] bytes = bytes();
        List<String> rows = new ArrayList<>(ROWS);
        for (int row = 1; row <= ROWS; row++) {
            long bits = 0;
            for (int i = 0; i < 5; i++) {
                bits = bits << 8 | (bytes[(row - 1) * 5 + i] & 0xff);
            }
            StringBuilder text = new StringBuilder(LETTERS);
            for (int shift = 35; shift >= 0; shift -= 5) {
                text.append(ALPHABET.charAt((int) (bits >> shift) & 31));
            }
            rows.add(text.substring(0, 4) + " " + text.substring(4) + " " + check(row, text.toString()));
        }
        return rows;
    }

    /** The whole part in one line, for a QR code. */
    public String text() {
        return PREFIX + String.join("", rows()).replace(" ", "");
    }

    private byte[] bytes() {
        ByteBuffer bytes = ByteBuffer.allocate(BYTES);
        bytes.put((byte) FORMAT).putInt(set).put((byte) number).put(value);
        bytes.put(digest(bytes.array()), 0, 2);
        return bytes.array();
    }

    /** Whether a row as typed is one that could stand there. */
    public static boolean rowHolds(int row, String typed) {
        String letters = folded(typed);
        return letters.length() == LETTERS + 1
                && letters.chars().allMatch(c -> ALPHABET.indexOf(c) >= 0)
                && check(row, letters.substring(0, LETTERS)) == letters.charAt(LETTERS);
    }

    /**
     * Reads a part as typed, or as its QR code says: blanks, hyphens and capitals do not count, O is 0, I and L are 1.
     *
     * @return the part, or {@code recovery.length} (letters found), {@code recovery.row} (the row that is wrong),
     *     {@code recovery.part} (each row holds, the whole does not), {@code recovery.format}
     */
    public static Outcome<RecoveryShare> read(String typed) {
        String given = typed.strip();
        boolean scanned = given.regionMatches(true, 0, PREFIX, 0, PREFIX.length());
        String letters = folded(scanned ? given.substring(PREFIX.length()) : given);
        if (letters.length() != ROWS * (LETTERS + 1)) {
            return refused("recovery.length", letters.length());
        }
        ByteBuffer bytes = ByteBuffer.allocate(BYTES);
        for (int row = 1; row <= ROWS; row++) {
            String one = letters.substring((row - 1) * (LETTERS + 1), row * (LETTERS + 1));
            if (!rowHolds(row, one)) {
                return refused("recovery.row", row);
            }
            put(bytes, one);
        }
        return whole(bytes.array());
    }

    private static void put(ByteBuffer bytes, String row) {
        long bits = 0;
        for (int i = 0; i < LETTERS; i++) {
            bits = bits << 5 | ALPHABET.indexOf(row.charAt(i));
        }
        for (int shift = 32; shift >= 0; shift -= 8) {
            bytes.put((byte) (bits >> shift));
        }
    }

    private static Outcome<RecoveryShare> whole(byte[] bytes) {
        byte[] digest = digest(bytes);
        if (bytes[BODY] != digest[0] || bytes[BODY + 1] != digest[1]) {
            return refused("recovery.part", 0);
        }
        ByteBuffer from = ByteBuffer.wrap(bytes);
        int format = from.get();
        int set = from.getInt();
        int number = from.get();
        if (format != FORMAT || number < 1 || number > RecoveryKey.PARTS) {
            return refused("recovery.format", format);
        }
        byte[] value = new byte[SiteKey.BYTES];
        from.get(value);
        return Outcome.done(new RecoveryShare(set, number, value));
    }

    private static Outcome<RecoveryShare> refused(String key, int number) {
        return Outcome.refused(Problem.of(Category.INCORRECT, key, Integer.toString(number)));
    }

    private static String folded(String typed) {
        return typed.replaceAll("[\\s\\u00A0-]", "")
                .toUpperCase(Locale.ROOT)
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1');
    }

    private static char check(int row, String letters) {
        int sum = row;
        int weight = 1;
        for (int i = 0; i < LETTERS; i++) {
            weight = times(weight, 2);
            sum ^= times(weight, ALPHABET.indexOf(letters.charAt(i)));
        }
        return ALPHABET.charAt(sum);
    }

    private static int times(int one, int other) {
        int product = 0;
        int shifted = one;
        for (int left = other; left > 0; left >>= 1) {
            product ^= (left & 1) == 1 ? shifted : 0;
            shifted <<= 1;
            shifted ^= shifted > 31 ? REDUCTION : 0;
        }
        return product;
    }

    private static byte[] digest(byte[] bytes) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            sha.update(bytes, 0, BODY);
            return sha.digest();
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("this Java lacks SHA-256", missing);
        }
    }

    /** Says which part it is, not what it holds. */
    @Override
    public String toString() {
        return "RecoveryShare[" + "%08x".formatted(set) + " " + number + "]";
    }
}
