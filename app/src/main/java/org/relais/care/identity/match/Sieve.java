package org.relais.care.identity.match;

/** What keeps pairs that one key brings from being compared in full, where nothing else of them agrees. Quick. */
final class Sieve {
    private static final int[] SHARED = {
        Register.ADDRESS, Register.PHONE, Register.IDENTIFIER, Register.POSTCODE, Register.PLACE
    };

    private final Register register;
    private final Sounds sounds;

    Sieve(Register register, Sounds sounds) {
        this.register = register;
        this.sounds = sounds;
    }

    /** Of two with one birth date: a name that sounds or begins alike, or is not known, or something else they share. */
    boolean namesMayAgree(int one, int two) {
        int surname = register.number(Register.SURNAME, one);
        int given = register.number(Register.GIVEN, one);
        int otherSurname = register.number(Register.SURNAME, two);
        int otherGiven = register.number(Register.GIVEN, two);
        return surname == 0
                || given == 0
                || otherSurname == 0
                || otherGiven == 0
                || mayAgree(surname, otherSurname)
                || mayAgree(given, otherGiven)
                || mayAgree(surname, otherGiven)
                || mayAgree(given, otherSurname)
                || mayAgree(register.number(Register.USED, one), otherSurname)
                || mayAgree(surname, register.number(Register.USED, two))
                || shares(one, two);
    }

    /** Of two with names alike: a birth date that is alike or not known, or something else they share. */
    boolean datesMayAgree(int one, int two) {
        Level level = DateComparison.level(register.date(one), register.date(two));
        return level != Level.DIFFERENT || shares(one, two);
    }

    private boolean mayAgree(int one, int two) {
        return one != 0
                && two != 0
                && (sounds.french(one) == sounds.french(two) || sounds.start(one) == sounds.start(two));
    }

    private boolean shares(int one, int two) {
        for (int at = 0; at < SHARED.length; at++) {
            int value = register.number(SHARED[at], one);
            if (value != 0 && value == register.number(SHARED[at], two)) {
                return true;
            }
        }
        return false;
    }
}
