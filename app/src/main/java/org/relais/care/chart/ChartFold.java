package org.relais.care.chart;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.relais.care.ClinicalFact;
import org.relais.care.ClinicalFact.AlertStated;
import org.relais.care.ClinicalFact.AllergyStated;
import org.relais.care.ClinicalFact.AppointmentStated;
import org.relais.care.ClinicalFact.ContactStated;
import org.relais.care.ClinicalFact.DocumentStated;
import org.relais.care.ClinicalFact.ExamOrdered;
import org.relais.care.ClinicalFact.MedicationGiven;
import org.relais.care.ClinicalFact.MedicationOrdered;
import org.relais.care.ClinicalFact.Moved;
import org.relais.care.ClinicalFact.Observed;
import org.relais.care.ClinicalFact.ProblemStated;
import org.relais.care.Interpretation;
import org.relais.care.found.FoundEntry;
import org.relais.care.found.FoundThread;
import org.relais.care.identity.Lookalike;
import org.relais.care.identity.Move;
import org.relais.care.identity.Patient;
import org.relais.care.wards.Structure;
import org.relais.journal.Entry;
import org.relais.kernel.RecordKey;

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
    private final DocumentFold documents = new DocumentFold();
    private final AppointmentFold appointments = new AppointmentFold();
    private final AlertFold alerts = new AlertFold();
    private final List<FoundEntry> found = new ArrayList<>();
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
                    case DocumentStated document -> document.path();
                    case AlertStated alert -> alert.path();
                    default -> "#" + at;
                };
                take(fact, new Source(said.source(), entry.position(), path, entry.recordedAt()));
            }
        }
    }

    /** What people wrote about her. */
    void take(Entry entry) {
        FoundEntry.read(entry).ifPresent(one -> {
            found.add(one);
            lastEntry = Math.max(lastEntry, entry.position());
        });
    }

    private void take(ClinicalFact fact, Source source) {
        switch (fact) {
            case AllergyStated said -> allergies.take(said, source);
            case ProblemStated said -> lists.problem(said, source);
            case ContactStated said -> lists.contact(said, source);
            case DocumentStated said -> documents.take(said, source);
            case AppointmentStated said -> appointments.take(said, source);
            case AlertStated said -> alerts.take(said, source);
            case ExamOrdered said -> exams.take(said, source);
            case MedicationOrdered said -> medications.order(said, source);
            case MedicationGiven said -> medications.give(said, source);
            case Observed said -> observations.take(said, source);
            case ClinicalFact.IdentityStated _,
                    Moved _,
                    ClinicalFact.Merged _,
                    ClinicalFact.IdentifierChanged _,
                    ClinicalFact.Linked _,
                    ClinicalFact.Withheld _,
                    ClinicalFact.VisitMoved _ -> {
                // The index of patients has folded these already.
            }
        }
    }

    Chart chart(Known known, ExpiryTable table, ExpiryTable.Context context) {
        return new Chart(
                known.patient(),
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
                MovementLines.of(known.moves(), sources),
                documents.documents(context.zone()),
                appointments.appointments(context.now(), context.zone()),
                alerts.alerts(table, context),
                FoundThread.of(found),
                known.homonyms(),
                known.elsewhere(),
                List.copyOf(incomplete));
    }

    /** What the index of patients and the structure know. */
    record Known(Patient patient, List<Move> moves, List<Lookalike> homonyms, List<Structure.Elsewhere> elsewhere) {}

    private static boolean isLab(Observed said) {
        return !said.vital() && !Loinc.isBloodGroup(said.analyte());
    }
}
