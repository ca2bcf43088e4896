package org.relais.care.found;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.LongStream;
import org.relais.journal.Draft;
import org.relais.journal.Entry;
import org.relais.journal.Journal;
import org.relais.journal.ReadModel;
import org.relais.journal.Receipt;
import org.relais.kernel.Outcome;
import org.relais.kernel.PatientId;
import org.relais.kernel.Problem;
import org.relais.kernel.Who;

/**
 * What was found by telephone: its command, and where it lies in the journal by patient. Holds positions only; what is
 * shown is read from the journal. Queries are asked under the read lock.
 */
public final class FoundBook implements ReadModel {
    public static final int LONGEST_VALUE = 2000;
    public static final int LONGEST_NAME = 120;
    private static final Duration CLOCK_ERROR = Duration.ofMinutes(5);
    private static final long[] NONE = {};

    private final Function<Draft, Receipt> writer;
    private final InstantSource clock;
    private final Map<String, long[]> bySubject = new TreeMap<>();

    public FoundBook(Journal journal, InstantSource clock) {
        this(journal::write, clock);
    }

    FoundBook(Function<Draft, Receipt> writer, InstantSource clock) {
        this.writer = writer;
        this.clock = clock;
    }

    /** Writes what was found about a patient. */
    public Outcome<Receipt> write(Who who, PatientId patient, Found found) {
        return checked(found)
                .then(fine ->
                        Outcome.done(writer.apply(Found.TYPE.draft(who, fine).about(patient.hex()))));
    }

    private Outcome<Found> checked(Found found) {
        if (bad(found.value(), LONGEST_VALUE)) {
            return refused("refused.found.value", LONGEST_VALUE);
        }
        if (bad(found.saidBy(), LONGEST_NAME)) {
            return refused("refused.found.said-by", LONGEST_NAME);
        }
        if (bad(found.heardBy(), LONGEST_NAME)) {
            return refused("refused.found.heard-by", LONGEST_NAME);
        }
        if (found.place().length() > LONGEST_NAME) {
            return refused("refused.found.place", LONGEST_NAME);
        }
        Instant latest = clock.instant().plus(CLOCK_ERROR);
        return found.occurredAt().isAfter(latest) ? refused("refused.found.future", 0) : Outcome.done(found);
    }

    private static boolean bad(String text, int longest) {
        return text.isBlank() || text.length() > longest;
    }

    private static Outcome<Found> refused(String key, int longest) {
        return Outcome.refused(Problem.of(Problem.Category.INCORRECT, key, Integer.toString(longest)));
    }

    /** Where the entries about these records lie, ascending. */
    public long[] positions(Collection<PatientId> patients) {
        return patients.stream()
                .map(patient -> bySubject.getOrDefault(patient.hex(), NONE))
                .flatMapToLong(Arrays::stream)
                .sorted()
                .toArray();
    }

    @Override
    public String name() {
        return "found";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public void apply(Entry entry) {
        String subject = entry.subject();
        if (subject != null && !entry.forgotten() && entry.type().equals(Found.TYPE.name())) {
            bySubject.merge(subject, new long[] {entry.position()}, FoundBook::joined);
        }
    }

    @Override
    public void forgot(long position) {
        bySubject.replaceAll((_, places) ->
                Arrays.stream(places).filter(place -> place != position).toArray());
        bySubject.values().removeIf(places -> places.length == 0);
    }

    private static long[] joined(long[] before, long[] after) {
        return LongStream.concat(Arrays.stream(before), Arrays.stream(after)).toArray();
    }

    @Override
    public void save(DataOutput out) throws IOException {
        out.writeInt(bySubject.size());
        for (Map.Entry<String, long[]> one : bySubject.entrySet()) {
            out.writeUTF(one.getKey());
            out.writeInt(one.getValue().length);
            for (long position : one.getValue()) {
                out.writeLong(position);
            }
        }
    }

    @Override
    public void load(DataInput in) throws IOException {
        for (int left = in.readInt(); left > 0; left--) {
            String subject = in.readUTF();
            long[] positions = new long[in.readInt()];
            for (int at = 0; at < positions.length; at++) {
                positions[at] = in.readLong();
            }
            bySubject.put(subject, positions);
        }
    }
}
