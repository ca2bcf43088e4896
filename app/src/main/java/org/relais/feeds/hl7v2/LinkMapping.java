package org.relais.feeds.hl7v2;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.relais.care.ClinicalFact.IdentifierChanged;
import org.relais.care.ClinicalFact.Linked;
import org.relais.care.ClinicalFact.Merged;
import org.relais.care.ClinicalFact.VisitMoved;
import org.relais.hl7.Segment;
import org.relais.kernel.Identifier;
import org.relais.kernel.RecordKey;

/** MRG, and pairs of PID → records merged, renamed, linked, visits moved (HL7 v2.5.1 chapters 3.3.24 to 3.3.51, 3.6.2). */
final class LinkMapping {
    private LinkMapping() {}

    /** A18, A30, A34, A36, A39, A40: what MRG-1 names is absorbed. A46, A47: it is the former number. */
    static void foldMerge(PatientGroup group, RecordKey record, AdtEvent event, Findings findings) {
        RecordKey other = other(group, record, findings);
        if (other == null) {
            return;
        }
        if (other.equals(record)) {
            findings.flag("feeds.flag.same-record", event.name());
        } else if (event.kind() == AdtEvent.Kind.RENAMED) {
            findings.add(new IdentifierChanged(record, other));
        } else {
            findings.add(new Merged(record, other));
        }
    }

    /** A44: the account of MRG-3, A45: the visit of MRG-5, belongs to the patient of PID-3 from now on. */
    static void foldVisit(PatientGroup group, RecordKey record, Findings findings) {
        RecordKey from = other(group, record, findings);
        Optional<Segment> mrg = group.first("MRG");
        if (from == null || mrg.isEmpty()) {
            return;
        }
        Identifier visit = DataTypes.identifier(mrg.get().field(5), "VN");
        if (visit == null) {
            visit = DataTypes.identifier(mrg.get().field(3), "AN");
        }
        if (visit == null) {
            findings.reason("feeds.reason.missing-field", "MRG-3");
        } else {
            findings.add(new VisitMoved(record, from, visit));
        }
    }

    private static @Nullable RecordKey other(PatientGroup group, RecordKey record, Findings findings) {
        Optional<Segment> mrg = group.first("MRG");
        if (mrg.isEmpty()) {
            findings.reason("feeds.reason.missing-segment", "MRG");
            return null;
        }
        RecordKey other = RecordKeys.of(mrg.get().field(1), findings.feed(), record);
        if (other == null) {
            other = RecordKeys.of(mrg.get().field(4), findings.feed(), record);
        }
        if (other == null) {
            findings.reason("feeds.reason.missing-field", "MRG-1");
        }
        return other;
    }

    /** A24, A37: the records of the first two PID are linked, or no longer. */
    static void foldPair(List<PatientGroup> groups, boolean linked, Findings findings) {
        if (groups.size() < 2) {
            findings.reason("feeds.reason.missing-segment", "PID (2)");
            return;
        }
        RecordKey one = RecordKeys.of(groups.get(0).pid(), findings.feed());
        RecordKey other = RecordKeys.of(groups.get(1).pid(), findings.feed());
        if (one != null && other != null && !one.equals(other)) {
            findings.add(new Linked(one, other, linked));
        }
    }
}
