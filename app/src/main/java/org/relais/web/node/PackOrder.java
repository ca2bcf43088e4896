package org.relais.web.node;

import java.util.List;
import org.relais.kernel.Language;
import org.relais.kernel.WardCode;
import org.relais.paper.PackOptions;

/**
 * A pack that somebody asked for.
 *
 * @param every every ward was asked for, not only those that happen to be named
 */
record PackOrder(List<WardCode> wards, boolean every, PackOptions options, Language language) {
    PackOrder {
        wards = List.copyOf(wards);
    }

    /** The ward, or {@code *}. */
    String about() {
        return every ? "*" : wards.getFirst().value();
    }
}
