package org.relais.care.chart;

import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.relais.kernel.PartialTime;

/** Times that may not have been said, for ordering only. */
final class Times {
    private Times() {}

    static Instant orEarliest(@Nullable PartialTime time, ZoneId zone) {
        return time == null ? Instant.MIN : time.instant(zone);
    }

    /** A time as a part of a key. */
    static String key(@Nullable PartialTime time) {
        return time == null ? "" : time.local() + "/" + time.precision() + "/" + time.offset();
    }
}
