package org.relais.care.identity;

import org.jspecify.annotations.Nullable;
import org.relais.kernel.PartialTime;
import org.relais.kernel.WardCode;

/**
 * Where a patient lies.
 *
 * @param room  may be empty
 * @param bed   may be empty
 * @param since start of the movement that brought her there, or null when not said
 */
public record Place(
        WardCode ward, String room, String bed, @Nullable PartialTime since) {}
