package org.relais.access;

import org.relais.journal.FactType;

/** What is said of badges and PINs; the subject of each entry is the account's id. */
sealed interface BadgeFact {
    FactType<Issued> ISSUED = FactType.of("access.badge-issued", 1, Issued.class);
    FactType<Revoked> REVOKED = FactType.of("access.badge-revoked", 1, Revoked.class);
    FactType<PinSet> PIN = FactType.of("access.pin-set", 1, PinSet.class);
    FactType<PinCleared> CLEARED = FactType.of("access.pin-cleared", 1, PinCleared.class);

    /** @param hash SHA-256 of the badge's text, see {@link BadgeText}; the badge she had before is worth nothing now */
    record Issued(String hash) implements BadgeFact {}

    /** @param lost true when somebody else may have it: every session of hers ends too */
    record Revoked(boolean lost) implements BadgeFact {}

    /** @param hash PHC string, see {@link Passwords} */
    record PinSet(String hash) implements BadgeFact {}

    /** She chooses a new one at the next use of her badge, for as long as after it was issued. */
    record PinCleared() implements BadgeFact {}
}
