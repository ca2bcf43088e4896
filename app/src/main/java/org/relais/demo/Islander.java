package org.relais.demo;

/**
 * An invented person as a hospital's index knows her.
 *
 * @param household persons of one number live under one roof
 * @param used      used surname, or empty
 * @param given     birth given names
 * @param birth     {@code yyyymmdd}
 * @param birthplace INSEE code (COG)
 * @param phone     ten digits, or empty
 * @param ins       a number of fifteen digits built as a NIR is; empty when not known
 */
public record Islander(
        int household,
        String surname,
        String used,
        String given,
        int birth,
        boolean female,
        String birthplace,
        String address,
        String postcode,
        String town,
        String phone,
        String ins) {}
