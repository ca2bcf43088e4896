package org.relais.access;

import java.util.Set;
import org.relais.kernel.Outcome;
import org.relais.kernel.Problem;

/** What a PIN must be: six digits, and none that everybody would try first. */
final class PinRules {
    static final int DIGITS = 6;
    private static final int DISTINCT = 3;
    /** Columns, crosses and words of the keypad. */
    private static final Set<String> KEYPAD = Set.of(
            "147258", "258369", "147369", "369258", "258147", "741852", "852963", "963852", "852741", "789456",
            "456789", "456123", "123789", "159357", "357159", "159753", "753159", "951753", "142536", "112358",
            "314159", "271828", "102030", "010203", "030201", "246810", "135790", "147852", "258963");

    private PinRules() {}

    static Outcome<String> check(String pin) {
        if (!pin.matches("[0-9]{" + DIGITS + "}")) {
            return refused("access.pin-form");
        }
        return trivial(pin) ? refused("access.pin-easy") : Outcome.done(pin);
    }

    private static boolean trivial(String pin) {
        String half = pin.substring(0, DIGITS / 2);
        String mirrored = new StringBuilder(half).reverse().toString();
        String rest = pin.substring(DIGITS / 2);
        return pin.chars().distinct().count() < DISTINCT
                || rest.equals(half)
                || rest.equals(mirrored)
                || steps(pin, 1)
                || steps(pin, -1)
                || pairs(pin)
                || date(pin)
                || KEYPAD.contains(pin);
    }

    /** Each digit one more, or one less, than the one before; 9 and 0 are neighbours. */
    private static boolean steps(String pin, int by) {
        for (int i = 1; i < pin.length(); i++) {
            if ((pin.charAt(i) - pin.charAt(i - 1) - by + 10) % 10 != 0) {
                return false;
            }
        }
        return true;
    }

    private static boolean pairs(String pin) {
        return pin.charAt(0) == pin.charAt(1) && pin.charAt(2) == pin.charAt(3) && pin.charAt(4) == pin.charAt(5);
    }

    /** A day as people write birthdays: day, month, year of two digits. */
    private static boolean date(String pin) {
        int day = Integer.parseInt(pin.substring(0, 2));
        int month = Integer.parseInt(pin.substring(2, 4));
        return day >= 1 && day <= 31 && month >= 1 && month <= 12;
    }

    private static Outcome<String> refused(String key) {
        return Outcome.refused(Problem.of(Problem.Category.INCORRECT, key));
    }
}
