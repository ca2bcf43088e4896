package org.relais.care;

import java.util.Optional;
import org.relais.journal.Entry;

/** Reads what an entry says of patients. Declared by care, implemented by feeds, joined in wiring: HL7 stays there. */
public interface Interpreter {
    /** How much to read: {@code IDENTITY} is all that the index of patients and the wards need, and cheap. */
    enum Depth {
        IDENTITY,
        WHOLE
    }

    /** What the entry says, or nothing when it is not a message. Pure: the same entry always says the same. */
    Optional<Interpretation> interpret(Entry entry, Depth depth);

    /** Raised whenever the same entry would be read otherwise. */
    int version();

    /** Lets go of what is remembered for speed: somebody was forgotten. */
    default void letGo() {}
}
