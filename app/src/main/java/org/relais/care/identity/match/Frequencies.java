package org.relais.care.identity.match;

/**
 * How often a value occurs among all records, from 0 to 1: that two records share a rare name says more than that they
 * share a common one. Values are folded as {@link Traits} folds them.
 */
public interface Frequencies {
    /** Not known: the average of the field is taken instead. */
    double UNKNOWN = Double.NaN;

    /** The part of all records that have this value in this field, or {@link #UNKNOWN}. */
    double of(Field field, String value);

    /** The part of the records with this postcode that have this place, or {@link #UNKNOWN}. */
    default double placeWithin(String postcode, String place) {
        return UNKNOWN;
    }

    /** Nothing is known of how often values occur. */
    static Frequencies unknown() {
        return (field, value) -> UNKNOWN;
    }
}
