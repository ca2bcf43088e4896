package org.relais.care.identity.rniv;

import java.time.LocalDate;
import org.relais.kernel.Sex;

/**
 * The five traits without which no identity is made (RNIV 1), as they are to be written.
 *
 * @param family birth surname
 * @param given  birth given names, the first one first
 * @param sex    F, M or I
 */
public record Traits(String family, String given, LocalDate birth, Sex sex, Birthplace birthplace) {}
