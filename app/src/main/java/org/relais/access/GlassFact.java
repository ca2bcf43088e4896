package org.relais.access;

import java.util.List;
import org.relais.journal.FactType;

/** What is said of charts opened by <em>bris de glace</em>. No entry has a subject: forgetting a patient keeps them. */
sealed interface GlassFact {
    FactType<Broken> BROKEN = FactType.of("access.glass-broken", 1, Broken.class);
    FactType<Reviewed> REVIEWED = FactType.of("access.glass-reviewed", 1, Reviewed.class);

    /** @param patient id of the chart */
    record Broken(String id, String patient, GlassReason reason, String text, List<String> wards)
            implements GlassFact {}

    /**
     * The first reviewer is who made the fact.
     *
     * @param broken id of the bris de glace
     * @param second account of the second person, who confirmed with her own secret
     */
    record Reviewed(String broken, boolean justified, String note, String second) implements GlassFact {}
}
