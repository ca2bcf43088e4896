package org.relais.upkeep;

import org.relais.journal.FactType;

/** A ward's envelope was printed: from then on somebody can have it on paper. */
public record EnvelopePrinted(String ward, int number) {
    public static final FactType<EnvelopePrinted> TYPE =
            FactType.of("upkeep.envelope-printed", 1, EnvelopePrinted.class);
}
