package org.relais.paper;

import org.relais.care.identity.Patient;

/** The patient a sheet is about. {@code homonym}: somebody else in the same print bears the same names. */
record Subject(Patient patient, boolean homonym) {}
