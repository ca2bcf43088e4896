package org.relais.care.identity.search;

/**
 * What agreement is worth when somebody is looked for, in bits. How rare a word is in this hospital is looked up in its own
 * index at every question; what is fixed here is how hands go wrong. Answers hardly change when any of it is half or twice as
 * much (docs/formats/identities.md), so nothing is estimated.
 *
 * @param day     the whole birth date
 * @param swapped day and month exchanged
 * @param onePart one part of the date is another
 * @param partly  less of the date is known, or asked
 * @param number  an identifier
 * @param missed  a word that is nowhere, beside a birth date or a number that fits
 * @param rarest  no word is worth more
 * @param letter  each letter of the beginning of a word
 * @param slip    taken off for a word that only sounds so; twice for one a letter apart, three times for one merely alike
 * @param present who lies in the hospital, for who is asked about mostly does
 */
record Worth(
        double day,
        double swapped,
        double onePart,
        double partly,
        double number,
        double missed,
        double rarest,
        double letter,
        double slip,
        double present) {
    static final Worth FIXED = new Worth(15, 11, 6, 5, 30, -6, 18, 2.3, 1, 3);

    /** What it is worth that a record has a word which fits so. */
    double word(double rarity, int letters, How how) {
        double whole = Math.clamp(rarity, 1, rarest);
        return switch (how) {
            case WHOLE -> whole;
            case BEGINNING -> Math.min(rarest, letter * letters);
            case SOUND -> whole * 0.85 - slip;
            case LETTER -> whole * 0.8 - 2 * slip;
            default -> whole * 0.5 - 3 * slip;
        };
    }

    double date(How how) {
        return switch (how) {
            case WHOLE -> day;
            case SWAPPED -> swapped;
            case ONE_PART -> onePart;
            default -> partly;
        };
    }
}
