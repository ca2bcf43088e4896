package org.relais.care.identity.match;

/**
 * Surnames and given names compared together. Names are known by numbers, 0 for a name that is not known, so that lists of
 * millions are compared without making a text twice. Birth and used surnames stand for each other; surname and given name
 * are also tried each in the other's place, and taken so where that agrees and the usual order does not.
 *
 * <p>One comparer belongs to one thread: {@link #compare} leaves in it what was found.
 */
final class JointNames {
    /** How well two names agree. */
    interface Levels {
        Level level(int one, int two);
    }

    /** The names of one record. */
    record Names(int surname, int used, int given) {}

    private final Levels levels;
    private long pattern;
    private int surname;
    private int given;

    JointNames(Levels levels) {
        this.levels = levels;
    }

    /** Writes the levels of surname, given name and their order into a pattern. */
    long compare(Names one, Names two) {
        Level straightSurname = surnames(one, two);
        int straightName = surname;
        Level straightGiven = level(one.given, two.given);
        given = straightGiven == Level.SAME ? one.given : 0;
        boolean agrees = isSomewhatAlike(straightSurname) || isSomewhatAlike(straightGiven);
        if (!agrees && exchanged(one, two)) {
            return pattern;
        }
        surname = straightName;
        boolean ordered = straightSurname.isAlike() && straightGiven.isAlike();
        return write(straightSurname, straightGiven, ordered ? Level.SAME : Level.MISSING);
    }

    /** The surname both bear, or 0; after {@link #compare}. */
    int commonSurname() {
        return surname;
    }

    int commonGiven() {
        return given;
    }

    private boolean exchanged(Names one, Names two) {
        Level first = best(one.surname, one.used, two.given);
        int firstName = surname;
        Level second = best(two.surname, two.used, one.given);
        int secondName = surname;
        boolean one3 = first.isAlike() && (second.isAlike() || second == Level.MISSING || second == Level.PART);
        boolean two3 = second.isAlike() && (first == Level.MISSING || first == Level.PART);
        if (!one3 && !two3) {
            return false;
        }
        boolean inOrder = !second.isBetterThan(first);
        surname = first == Level.SAME ? firstName : 0;
        given = second == Level.SAME ? secondName : 0;
        if (!inOrder) {
            int better = given;
            given = surname;
            surname = better;
        }
        pattern = write(inOrder ? first : second, inOrder ? second : first, Level.SWAPPED);
        return true;
    }

    private long write(Level surnames, Level givens, Level order) {
        pattern = Pattern.with(Pattern.NONE, Field.SURNAME, surnames);
        pattern = Pattern.with(pattern, Field.GIVEN_NAME, givens);
        pattern = Pattern.with(pattern, Field.NAME_ORDER, order);
        return pattern;
    }

    private Level surnames(Names one, Names two) {
        Level birth = best(one.surname, one.used, two.surname);
        if (two.used == 0 || birth == Level.SAME) {
            return birth;
        }
        int name = surname;
        Level used = best(one.surname, one.used, two.used);
        if (used.isBetterThan(birth)) {
            return used;
        }
        surname = name;
        return birth;
    }

    private Level best(int one, int other, int against) {
        Level first = level(one, against);
        surname = first == Level.SAME ? against : 0;
        if (other == 0 || first == Level.SAME) {
            return first;
        }
        Level second = level(other, against);
        if (second.isBetterThan(first)) {
            surname = second == Level.SAME ? against : 0;
            return second;
        }
        return first;
    }

    private Level level(int one, int two) {
        return one == 0 || two == 0 ? Level.MISSING : one == two ? Level.SAME : levels.level(one, two);
    }

    private static boolean isSomewhatAlike(Level level) {
        return level.isAlike() || level == Level.PART;
    }
}
