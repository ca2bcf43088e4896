package org.relais.care.chart;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.relais.care.Interpreter;
import org.relais.care.found.FoundBook;
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
    private final Sources sources;
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

    /**
     * What charts are made from.
     *
     * @param found what was found by telephone
     * @param cut   T0, null while no crisis is declared
     */
    public record Sources(Wards wards, Interpreter interpreter, FoundBook found, Supplier<@Nullable Instant> cut) {}

    private record Index(
            ChartFold.Known known,
            long[] messages,
            long[] found,
            Set<RecordKey> records,
            ExpiryTable.Context context) {}

    public Charts(Sources sources, Journal journal, ReadModels models) {
        this(sources, journal::entries, models::query);
    }

    Charts(Sources sources, Entries entries, Locked locked) {
        this.sources = sources;
        this.entries = entries;
        this.locked = locked;
    }

    /**
     * The last-known chart of a patient; an absorbed chart's id answers the survivor's. Do not call under the read lock.
     *
     * @param now the moment freshness is judged at
     */
    public Optional<Chart> chart(PatientId id, Instant now) {
        return locked.ask(() -> sources.wards().patients().get(id).map(patient -> index(patient, now)))
                .map(this::fold);
    }

    private Index index(Patient patient, Instant now) {
        Wards wards = sources.wards();
        Patients patients = wards.patients();
        Place place = patient.place();
        WardKind kind = place == null ? WardKind.UNKNOWN : wards.kind(place.ward());
        return new Index(
                new ChartFold.Known(
                        patient,
                        patients.movements(patient.id()),
                        Homonyms.of(patients, patient, now),
                        wards.elsewhere()),
                patients.positions(patient.id()),
                sources.found().positions(patients.ids(patient.id())),
                patients.records(patient.id()),
                new ExpiryTable.Context(
                        now,
                        wards.hospital().zoneId(),
                        kind,
                        patient.birth(),
                        sources.cut().get()));
    }

    private Chart fold(Index index) {
        ChartFold fold = new ChartFold(index.records);
        for (Entry entry : entries.at(index.messages)) {
            if (!entry.forgotten()) {
                sources.interpreter()
                        .interpret(entry, Interpreter.Depth.WHOLE)
                        .ifPresent(said -> fold.take(entry, said));
            }
        }
        entries.at(index.found).forEach(fold::take);
        return fold.chart(index.known, table, index.context);
    }
}
