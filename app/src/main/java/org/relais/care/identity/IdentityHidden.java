package org.relais.care.identity;

import org.relais.journal.FactType;
import org.relais.kernel.RecordKey;

/**
 * What was written at a desk of who somebody is was forgotten, because she asked for secrecy after she was registered:
 * nothing of it is known any more. What else is known of the record stays; who she is called from now on is said anew.
 *
 * @param authority of the record, {@code localId} its number
 */
public record IdentityHidden(String authority, String localId) {
    public static final FactType<IdentityHidden> TYPE = FactType.of("care.identity-hidden", 1, IdentityHidden.class);

    public static IdentityHidden of(RecordKey key) {
        return new IdentityHidden(key.authority(), key.localId());
    }

    RecordKey key() {
        return new RecordKey(authority, localId);
    }
}
