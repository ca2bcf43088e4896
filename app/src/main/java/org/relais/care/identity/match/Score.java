package org.relais.care.identity.match;

import java.util.List;

/**
 * How strongly two records speak for being one person, and why: a waterfall. The bits of the parts and of the household
 * add up to the total.
 *
 * @param parts     what each field says, in the order of {@link Field}; a field that says nothing has the level
 *                  {@link Level#MISSING} and 0 bits
 * @param household what is taken off because two members of one household agree so as well; 0 or less
 * @param bits      all of it; to be added to the bits of the prior
 */
public record Score(List<Part> parts, double household, double bits, long pattern) {

    /** What one field says: above 0 for one person, below 0 against. */
    public record Part(Field field, Level level, double bits) {}

    public Level level(Field field) {
        return Pattern.level(pattern, field);
    }

    /**
     * True when something contradicts that they are one person so that nobody may take it as sure: given names, birth
     * date, sex or identifier that differ.
     */
    public boolean hasHardConflict() {
        return hasHardConflict(pattern);
    }

    /** True when something besides names, birth date and sex agrees: names and birth date alone never merge. */
    public boolean isCorroborated() {
        return isCorroborated(pattern);
    }

    static boolean hasHardConflict(long pattern) {
        return Pattern.level(pattern, Field.GIVEN_NAME) == Level.DIFFERENT
                || Pattern.level(pattern, Field.BIRTH_DATE) == Level.DIFFERENT
                || Pattern.level(pattern, Field.SEX) == Level.DIFFERENT
                || Pattern.level(pattern, Field.IDENTIFIER) == Level.DIFFERENT;
    }

    static boolean isCorroborated(long pattern) {
        return agrees(pattern, Field.BIRTHPLACE)
                || agrees(pattern, Field.ADDRESS)
                || agrees(pattern, Field.POSTCODE)
                || agrees(pattern, Field.PLACE)
                || agrees(pattern, Field.PHONE)
                || agrees(pattern, Field.IDENTIFIER);
    }

    private static boolean agrees(long pattern, Field field) {
        Level level = Pattern.level(pattern, field);
        return level == Level.SAME || level == Level.CLOSE;
    }
}
