package org.relais.care.identity.match;

/** What keeps pairs that one key brings from being compared in full, where nothing else of them agrees. Quick. */
final class Sieve {
    private static final int[] SHARED = {
        Register.ADDRESS, Register.PHONE, Register.IDENTIFIER, Register.POSTCODE, Register.PLACE
    };

    private static final int SHORT_LIST = 50_000;

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

    /** Of two that share what few share: in a long list, two more things agree. */
    boolean agreesTwice(int one, int two) {
        if (register.rows() <= SHORT_LIST) {
            return true;
        }
        int agree = mayAgree(register.number(Register.SURNAME, one), register.number(Register.SURNAME, two)) ? 1 : 0;
        agree += mayAgree(register.number(Register.GIVEN, one), register.number(Register.GIVEN, two)) ? 1 : 0;
        for (int at = 0; at < SHARED.length && agree < 2; at++) {
            int value = register.number(SHARED[at], one);
            agree += value != 0 && value == register.number(SHARED[at], two) ? 1 : 0;
        }
        return agree >= 2 || (agree == 1 && datesAgree(one, two));
    }

    private boolean datesAgree(int one, int two) {
        Level level = DateComparison.level(register.date(one), register.date(two));
        return level != Level.DIFFERENT && level != Level.MISSING;
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
