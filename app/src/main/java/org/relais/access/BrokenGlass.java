package org.relais.access;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.relais.kernel.PatientId;
import org.relais.kernel.StaffId;

/**
 * A <em>bris de glace</em>: one person opened one chart outside her rights, for a while and for a reason.
 *
 * @param id       its name in its review, 32 hexadecimal digits
 * @param position of its fact in the journal
 * @param wards    where the patient lay
 * @param review   null until two people have reviewed it
 */
public record BrokenGlass(
        String id,
        long position,
        Instant at,
        StaffId by,
        PatientId patient,
        GlassReason reason,
        String text,
        List<String> wards,
        @Nullable Review review) {

    /** How long the chart stays open. */
    public static final Duration OPEN = Duration.ofHours(4);

    /** What two people, neither of them the one who broke it, found. */
    public record Review(Instant at, StaffId first, StaffId second, boolean justified, String note) {}

    public Instant until() {
        return at.plus(OPEN);
    }

    boolean open(Instant now) {
        return now.isBefore(until());
    }
}
