package org.relais.access.phones;

import org.relais.journal.FactType;

/** What is known of phones. */
sealed interface PhoneFact {
    /**
     * A phone was paired.
     *
     * @param id    32 hexadecimal digits
     * @param label what people call it
     * @param ward  code of the ward it is for, or empty
     * @param proof keyed hash of the secret that the phone keeps
     * @param until when the pairing ends, ISO 8601
     */
    record Paired(String id, String label, String ward, String proof, String until) implements PhoneFact {
        static final FactType<Paired> TYPE = FactType.of("access.phone-paired", 1, Paired.class);
    }

    /** A phone was turned away. */
    record Revoked(String id) implements PhoneFact {
        static final FactType<Revoked> TYPE = FactType.of("access.phone-revoked", 1, Revoked.class);
    }
}
