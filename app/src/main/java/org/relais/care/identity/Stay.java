package org.relais.care.identity;

import org.jspecify.annotations.Nullable;
import org.relais.kernel.Identifier;
import org.relais.kernel.PartialTime;

/**
 * A stay (visit, encounter).
 *
 * @param patientClass PV1-2 as received
 * @param onLeave      left for a while (A21), not yet back
 * @param awaited      announced (A05), not yet begun
 */
public record Stay(
        @Nullable Identifier visit,
        String patientClass,
        String attending,
        @Nullable PartialTime admittedAt,
        @Nullable PartialTime dischargedAt,
        boolean onLeave,
        boolean awaited) {}
