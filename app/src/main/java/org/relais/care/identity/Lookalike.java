package org.relais.care.identity;

/** Somebody who could be taken for a patient, and why. */
public record Lookalike(Patient patient, Resemblance why) {}
