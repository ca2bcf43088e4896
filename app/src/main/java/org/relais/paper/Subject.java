package org.relais.paper;

import org.relais.care.identity.Patient;

/** The patient a sheet is about. {@code homonym}: somebody else present or recent could be taken for her. */
record Subject(Patient patient, boolean homonym) implements Whose {
    @Override
    public Object key() {
        return patient.id();
    }
}
