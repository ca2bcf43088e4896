package org.relais.web.care;

import org.relais.kernel.WardCode;

/** Names wards in the reader's language; a ward that no structure names goes by its code. */
@FunctionalInterface
public interface WardNames {
    String of(WardCode code);
}
