package org.relais.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * An invented person.
 *
 * @param family     birth surname, as RNIV transcribes it (capitals, no diacritics)
 * @param given      first given name, likewise
 * @param givens     every given name
 * @param used       used surname, or null
 * @param usedGiven  used given name with its accents
 * @param bornAt     for a newborn the moment, else null
 * @param birthplace commune code (COG)
 * @param nir        a number of the INS test domain whose commune does not exist, or null
 * @param weight     kilograms
 * @param bloodGroup as French laboratories write it
 */
record Person(
        String family,
        String given,
        String givens,
        @Nullable String used,
        String usedGiven,
        boolean female,
        LocalDate birth,
        @Nullable Instant bornAt,
        String birthplace,
        @Nullable String nir,
        String address,
        String phone,
        String relative,
        double weight,
        String bloodGroup) {

    double ageAt(Instant when) {
        return ChronoUnit.DAYS.between(
                        birth, when.atOffset(ZoneOffset.ofHours(-4)).toLocalDate())
                / 365.25;
    }
}
