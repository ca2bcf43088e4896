package org.relais.care.chart;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.relais.care.Interpreter;
import org.relais.care.identity.Move;
import org.relais.care.identity.Patient;
import org.relais.care.identity.Patients;
import org.relais.care.identity.Place;
import org.relais.care.wards.WardKind;
import org.relais.care.wards.Wards;
import org.relais.journal.Entry;
import org.relais.journal.Journal;
import org.relais.journal.ReadModels;
import org.relais.kernel.PatientId;
import org.relais.kernel.RecordKey;

/**
 * The charts: each folded on demand from its patient's entries, whose places in the journal the index of patients knows.
 * The read lock is held only to ask that index; entries are read and interpreted without it.
 */
public final class Charts {
    private final Wards wards;
    private final Interpreter interpreter;
    private final Entries entries;
    private final Locked locked;
    private final ExpiryTable table = ExpiryTable.defaults();

    /** Where entries come from: {@link Journal#entries(long[])}. */
    @FunctionalInterface
    interface Entries {
        List<Entry> at(long[] positions);
    }

    /** The read lock: {@link ReadModels#query}. */
    @FunctionalInterface
    interface Locked {
        <T> T ask(Supplier<T> question);
    }

    private record Index(
            Patient patient, long[] positions, Set<RecordKey> records, List<Move> moves, ExpiryTable.Context context) {}

    public Charts(Wards wards, Interpreter interpreter, Journal journal, ReadModels models) {
        this(wards, interpreter, journal::entries, models::query);
    }

    Charts(Wards wards, Interpreter interpreter, Entries entries, Locked locked) {
        this.wards = wards;
        this.interpreter = interpreter;
        this.entries = entries;
        this.locked = locked;
    }

    /**
     * The last-known chart of a patient; an absorbed chart's id answers the survivor's. Do not call under the read lock.
     *
     * @param now the moment freshness is judged at
     */
    public Optional<Chart> chart(PatientId id, Instant now) {
        return locked.ask(() -> wards.patients().get(id).map(patient -> index(patient, now)))
                .map(this::fold);
    }

    private Index index(Patient patient, Instant now) {
        Patients patients = wards.patients();
        Place place = patient.place();
        WardKind kind = place == null ? WardKind.UNKNOWN : wards.kind(place.ward());
        return new Index(
                patient,
                patients.positions(patient.id()),
                patients.records(patient.id()),
                patients.movements(patient.id()),
                new ExpiryTable.Context(now, wards.hospital().zoneId(), kind, patient.birth()));
    }

    private Chart fold(Index index) {
        ChartFold fold = new ChartFold(index.records);
        for (Entry entry : entries.at(index.positions)) {
            if (!entry.forgotten()) {
                interpreter.interpret(entry, Interpreter.Depth.WHOLE).ifPresent(said -> fold.take(entry, said));
            }
        }
        return fold.chart(index.patient, index.moves, table, index.context);
    }
}
