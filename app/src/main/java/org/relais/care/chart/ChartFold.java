package org.relais.care.chart;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.relais.care.ClinicalFact;
import org.relais.care.ClinicalFact.AllergyStated;
import org.relais.care.ClinicalFact.ContactStated;
import org.relais.care.ClinicalFact.DocumentReceived;
import org.relais.care.ClinicalFact.ExamOrdered;
import org.relais.care.ClinicalFact.MedicationGiven;
import org.relais.care.ClinicalFact.MedicationOrdered;
import org.relais.care.ClinicalFact.Moved;
import org.relais.care.ClinicalFact.Observed;
import org.relais.care.ClinicalFact.ProblemStated;
import org.relais.care.Interpretation;
import org.relais.care.identity.Move;
import org.relais.care.identity.Patient;
import org.relais.journal.Entry;
import org.relais.kernel.PartialTime;
import org.relais.kernel.RecordKey;
import org.relais.kernel.WardCode;

/**
 * One patient's chart while it is folded, entry by entry in the order of the journal. Facts about other records than
 * hers are passed over, even where they share a message.
 */
final class ChartFold {
    private final Set<RecordKey> records;
    private final AllergyFold allergies = new AllergyFold();
    private final MedicationFold medications = new MedicationFold();
    private final ObservationFold observations = new ObservationFold();
    private final ExamFold exams = new ExamFold();
    private final ListFold lists = new ListFold();
    private final Map<Long, Source> sources = new HashMap<>();
    private final List<Long> incomplete = new ArrayList<>();
    private long lastEntry;

    ChartFold(Set<RecordKey> records) {
        this.records = Set.copyOf(records);
    }

    void take(Entry entry, Interpretation said) {
        lastEntry = Math.max(lastEntry, entry.position());
        if (said.quarantined()) {
            incomplete.add(entry.position());
        }
        sources.put(entry.position(), new Source(said.source(), entry.position(), "", entry.recordedAt()));
        for (int at = 0; at < said.facts().size(); at++) {
            ClinicalFact fact = said.facts().get(at);
            if (records.contains(fact.record())) {
                String path = switch (fact) {
                    case Observed observed -> observed.path();
                    case DocumentReceived document -> document.path();
                    default -> "#" + at;
                };
                take(fact, new Source(said.source(), entry.position(), path, entry.recordedAt()));
            }
        }
    }

    private void take(ClinicalFact fact, Source source) {
        switch (fact) {
            case AllergyStated said -> allergies.take(said, source);
            case ProblemStated said -> lists.problem(said, source);
            case ContactStated said -> lists.contact(said, source);
            case DocumentReceived said -> lists.document(said, source);
            case ExamOrdered said -> exams.take(said, source);
            case MedicationOrdered said -> medications.order(said, source);
            case MedicationGiven said -> medications.give(said, source);
            case Observed said -> observations.take(said, source);
            case ClinicalFact.IdentityStated _,
                    Moved _,
                    ClinicalFact.Merged _,
                    ClinicalFact.IdentifierChanged _,
                    ClinicalFact.Linked _,
                    ClinicalFact.VisitMoved _ -> {
                // The index of patients has folded these already.
            }
        }
    }

    Chart chart(Patient patient, List<Move> moves, ExpiryTable table, ExpiryTable.Context context) {
        return new Chart(
                patient,
                context.now(),
                lastEntry,
                allergies.allergies(table, context),
                lists.problems(),
                medications.medications(context.now(), context.zone()),
                observations.series(ChartFold::isLab, table, context),
                observations.series(said -> said.vital() && !Loinc.isBloodGroup(said.analyte()), table, context),
                observations.series(said -> Loinc.isBloodGroup(said.analyte()), table, context),
                exams.exams(observations, context.zone()),
                lists.contacts(),
                movements(moves),
                lists.documents(context.zone()),
                List.copyOf(incomplete));
    }

    private static boolean isLab(Observed said) {
        return !said.vital() && !Loinc.isBloodGroup(said.analyte());
    }

    /** The newest first; an update that moves nobody is left out. */
    private List<Chart.Movement> movements(List<Move> moves) {
        List<Chart.Movement> shown = new ArrayList<>();
        String before = "";
        for (Move move : moves) {
            Moved said = move.said();
            WardCode ward = said.ward();
            String where = (ward == null ? "" : ward.value()) + "\u0000" + said.room() + "\u0000" + said.bed();
            boolean remark = said.trigger() == ClinicalFact.Trigger.UPDATE
                    || said.trigger() == ClinicalFact.Trigger.DOCTOR_CHANGE;
            if (!remark || (ward != null && !where.equals(before))) {
                shown.add(movement(said, ward, said.start(), sources.get(move.position())));
            }
            before = ward == null ? before : where;
        }
        return List.copyOf(shown.reversed());
    }

    private static Chart.Movement movement(
            Moved said, @Nullable WardCode ward, @Nullable PartialTime start, @Nullable Source source) {
        String code = ward == null ? "" : ward.value();
        return new Chart.Movement(
                said.trigger().name(),
                plain(code),
                plain(said.room()),
                plain(said.bed()),
                start,
                Objects.requireNonNullElseGet(source, () -> new Source("", 0, "", Instant.EPOCH)));
    }

    private static String plain(String text) {
        return text.equals(ClinicalFact.DELETED) ? "" : text;
    }
}
