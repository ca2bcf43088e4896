package org.relais.kernel;

/** Who made a fact: a person with an account, the operator at the command line, or Relais itself for a feed. */
public sealed interface Who {
    /** A person who logged in. */
    record Staff(StaffId id) implements Who {}

    /** Whoever holds the passphrase, at the command line. */
    record Operator() implements Who {}

    /** Relais itself: a message received, a snapshot, a new epoch. */
    record Machine() implements Who {}
}
