package org.relais.care.identity.numbers;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.relais.kernel.Outcome;
import org.relais.kernel.Problem;
import org.relais.kernel.RecordKey;

/**
 * A downtime number: two digits of kit, six of sequence, two check digits (ISO 7064 mod 97-10). Printed and dictated
 * {@code 12 345 678 89}. Every single wrong digit, swap of neighbours and swap over one digit is detected.
 *
 * @param kit      1 to 99
 * @param sequence 0 to 999 999
 */
public record DowntimeNumber(int kit, int sequence) {
    /** Whose numbering these are: the authority of the records they name. */
    public static final String AUTHORITY = "RELAIS";

    public static final int KITS = 99;
    public static final int PER_KIT = 1_000_000;
    private static final int DIGITS = 10;
    private static final long BEYOND = 10_000_000_000L;

    /** What people say or write around the digits. */
    private static final Pattern AROUND =
            Pattern.compile("\\b(?:NUMERO|NUMBER|KIT|CLE|KEY|NO)\\b|N°|Nº|[\\s\\p{Z}.,;:/'-]+");

    private static final Pattern OUTSIDE = Pattern.compile("\\s*(\\d[\\dAB]\\d{7})\\s*-\\s*(.*)", Pattern.DOTALL);

    public DowntimeNumber {
        if (kit < 1 || kit > KITS || sequence < 0 || sequence >= PER_KIT) {
            throw new IllegalArgumentException("no such downtime number");
        }
    }

    /**
     * A number as it is read outside the site that gave it, since two hospitals may own the same kit.
     *
     * @param finess nine characters
     */
    public record Outside(String finess, DowntimeNumber number) {
        /** {@code 970200001-1234567889}. */
        public String text() {
            return finess + "-" + number.digits();
        }
    }

    /** The two check digits: the whole, as one number, leaves 1 when divided by 97. */
    public int check() {
        return 98 - (int) (stem() * 100 % 97);
    }

    private long stem() {
        return (long) kit * PER_KIT + sequence;
    }

    /** Ten digits, as scanned and as stored. */
    public String digits() {
        return Long.toString(BEYOND + stem() * 100 + check()).substring(1);
    }

    /** {@code 12 345 678 89}, the groups apart by U+00A0. */
    public String text() {
        String digits = digits();
        return String.join(
                "\u00A0", digits.substring(0, 2), digits.substring(2, 5), digits.substring(5, 8), digits.substring(8));
    }

    /** The record that the number names. */
    public RecordKey key() {
        return new RecordKey(AUTHORITY, digits());
    }

    public Outside outside(String finess) {
        return new Outside(finess, this);
    }

    /**
     * Reads a number as typed, scanned or taken down from dictation: ten digits in any groups.
     *
     * @return {@code refused.number.form} when there are not ten digits and nothing else, {@code refused.number.check} when
     *     a digit is wrong
     */
    public static Outcome<DowntimeNumber> read(String text) {
        String plain = text.strip().toUpperCase(Locale.ROOT).replace('É', 'E');
        String digits = AROUND.matcher(plain).replaceAll("");
        if (digits.length() != DIGITS || !digits.chars().allMatch(one -> one >= '0' && one <= '9')) {
            return refused("refused.number.form");
        }
        int kit = Integer.parseInt(digits.substring(0, 2));
        if (kit == 0 || Long.parseLong(digits) % 97 != 1) {
            return refused("refused.number.check");
        }
        DowntimeNumber number = new DowntimeNumber(kit, Integer.parseInt(digits.substring(2, 8)));
        return number.digits().equals(digits) ? Outcome.done(number) : refused("refused.number.check");
    }

    /**
     * Reads a number that may carry the FINESS code of its hospital.
     *
     * @param site the FINESS code of this site
     * @return as {@link #read}; {@code refused.number.elsewhere} for another hospital's
     */
    public static Outcome<DowntimeNumber> read(String text, String site) {
        Matcher outside = OUTSIDE.matcher(text);
        if (!outside.matches()) {
            return read(text);
        }
        return outside.group(1).equals(site)
                ? read(outside.group(2))
                : Outcome.refused(Problem.of(Problem.Category.CONFLICT, "refused.number.elsewhere", outside.group(1)));
    }

    private static Outcome<DowntimeNumber> refused(String key) {
        return Outcome.refused(Problem.of(Problem.Category.INCORRECT, key));
    }
}
