package org.relais.web.care;

/**
 * Whose chart is about to be opened at a shared screen, and by whom.
 *
 * @param problem why it was refused, or empty
 */
public record SharedOpenPage(PatientHead head, String problem) {}
