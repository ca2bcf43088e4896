package org.relais.web.care.births;

import org.relais.web.care.PatientHead;

/**
 * Two bands that do not match.
 *
 * @param said which one, and what was read
 */
public record MismatchPage(PatientHead head, String said) {}
