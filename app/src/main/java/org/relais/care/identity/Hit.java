package org.relais.care.identity;

/**
 * One answer of a search.
 *
 * @param exact   every word of the question was found whole
 * @param homonym another patient has the same name and first given name, or the same name and birth date
 */
public record Hit(Patient patient, boolean exact, boolean homonym) {}
