package org.relais.web.access;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.relais.web.shell.Moment;

/**
 * Every bris de glace, the newest first.
 *
 * @param waiting how many wait for their review
 */
public record GlassListPage(List<Row> rows, int waiting) {
    /**
     * One of them.
     *
     * @param patient name and number, or empty for a reader who sees no patient
     * @param open    the chart still is
     * @param review  in words; empty while it waits
     */
    public record Row(
            String id,
            Moment at,
            Moment until,
            boolean open,
            String who,
            String patient,
            String wards,
            String reason,
            String text,
            boolean mine,
            @Nullable Moment reviewedAt,
            String review,
            String note) {
        public boolean waits() {
            return review.isEmpty();
        }
    }
}
