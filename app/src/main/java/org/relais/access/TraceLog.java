package org.relais.access;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.relais.journal.Entry;
import org.relais.journal.Journal;
import org.relais.journal.ReadModel;
import org.relais.kernel.PatientId;
import org.relais.kernel.StaffId;
import org.relais.kernel.Who;

/**
 * Who saw what: where the traces of access lie, all of them, by staff and by patient. Holds positions only; what is
 * shown is read from the journal. Its queries may be asked from any thread, without a lock.
 */
public final class TraceLog implements ReadModel {
    private static final int PAGE_MAX = 500;

    private final Function<long[], List<Entry>> reader;
    private final Positions all = new Positions();
    private final Map<String, Positions> byStaff = new TreeMap<>();
    private final Map<String, Positions> byPatient = new TreeMap<>();
    /** Of each print by its name: where its first trace lies. */
    private final Map<String, Long> prints = new TreeMap<>();

    /**
     * One access as shown.
     *
     * @param who     who did it; {@link Who.Machine} for a login that failed
     * @param account whom a login is about, or null
     */
    public record Line(
            long position, Instant at, Who who, @Nullable StaffId account, Trace.Access access) {}

    /** Whose accesses: of one person, or to one patient, or all. */
    public sealed interface Filter {
        record All() implements Filter {}

        record Of(StaffId staff) implements Filter {}

        /** @param patient every id that one patient was known by */
        record To(Set<PatientId> patient) implements Filter {
            public To(PatientId patient) {
                this(Set.of(patient));
            }
        }
    }

    public TraceLog(Journal journal) {
        this(journal::entries);
    }

    TraceLog(Function<long[], List<Entry>> reader) {
        this.reader = reader;
    }

    /**
     * Accesses, newest first.
     *
     * @param before only those older than this position: {@link Long#MAX_VALUE} for the newest
     * @param limit  at most 500
     */
    public List<Line> latest(Filter filter, long before, int limit) {
        long[] positions = positions(filter, before, Math.clamp(limit, 0, PAGE_MAX));
        return reader.apply(positions).reversed().stream()
                .flatMap(entry -> told(entry).map(access -> line(entry, access)))
                .toList();
    }

    /** What an entry tells; of a search whose words were forgotten, that there was one. */
    private static Stream<Trace.Access> told(Entry entry) {
        return entry.forgotten() && entry.type().equals(Trace.ACCESS.name())
                ? Stream.of(new Trace.Access(Trace.Act.SEARCHED, "search", "", List.of(), 0, entry.position(), ""))
                : Trace.read(entry).stream();
    }

    /** Places of the searches between two moments whose words are still kept: who searched and when stays for ever. */
    public List<Long> searches(Instant from, Instant to) {
        long end = since(new Filter.All(), to);
        long[] positions = positions(new Filter.All(), end, Integer.MAX_VALUE);
        long start = since(new Filter.All(), from);
        List<Long> searches = new ArrayList<>();
        for (long position : positions) {
            if (position >= start) {
                Trace.read(reader.apply(new long[] {position}).getFirst())
                        .filter(access -> access.act() == Trace.Act.SEARCHED)
                        .ifPresent(_ -> searches.add(position));
            }
        }
        return searches;
    }

    /** The first of these accesses that is not before a moment; {@link Long#MAX_VALUE} when all are. */
    public long since(Filter filter, Instant moment) {
        long[] positions = positions(filter, Long.MAX_VALUE, Integer.MAX_VALUE);
        int low = 0;
        int high = positions.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            Entry entry = reader.apply(new long[] {positions[middle]}).getFirst();
            if (entry.recordedAt().isBefore(moment)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low < positions.length ? positions[low] : Long.MAX_VALUE;
    }

    /** What was printed under a name that page codes hold, as it was traced. */
    public Optional<Trace.Access> print(String job) {
        Long position;
        synchronized (this) {
            position = prints.get(job);
        }
        return position == null
                ? Optional.empty()
                : reader.apply(new long[] {position}).stream()
                        .flatMap(TraceLog::told)
                        .findFirst();
    }

    /** How many accesses there are. */
    public synchronized int count(Filter filter) {
        return chosen(filter).size();
    }

    private synchronized long[] positions(Filter filter, long before, int limit) {
        return chosen(filter).lastBefore(before, limit);
    }

    private Positions chosen(Filter filter) {
        return switch (filter) {
            case Filter.All() -> all;
            case Filter.Of(StaffId(String hex)) -> byStaff.getOrDefault(hex, Positions.NONE);
            case Filter.To(Set<PatientId> ids) ->
                Positions.union(ids.stream()
                        .map(id -> byPatient.getOrDefault(id.hex(), Positions.NONE))
                        .toList());
        };
    }

    private static Line line(Entry entry, Trace.Access access) {
        String subject = entry.subject();
        StaffId account = subject == null ? null : new StaffId(subject);
        return new Line(entry.position(), entry.recordedAt(), entry.who(), account, access);
    }

    @Override
    public String name() {
        return "trace-log";
    }

    @Override
    public int version() {
        return 2;
    }

    @Override
    public void apply(Entry entry) {
        told(entry).forEach(access -> add(entry, access));
    }

    private synchronized void add(Entry entry, Trace.Access access) {
        long position = entry.position();
        all.add(position);
        if (!access.job().isEmpty()) {
            prints.putIfAbsent(access.job(), position);
        }
        String subject = entry.subject();
        String staff = entry.who() instanceof Who.Staff(StaffId(String hex)) ? hex : null;
        if (staff != null) {
            byStaff.computeIfAbsent(staff, _ -> new Positions()).add(position);
        }
        if (subject != null && !subject.equals(staff)) {
            byStaff.computeIfAbsent(subject, _ -> new Positions()).add(position);
        }
        access.patients().stream()
                .distinct()
                .forEach(patient ->
                        byPatient.computeIfAbsent(patient, _ -> new Positions()).add(position));
    }

    @Override
    public synchronized void save(DataOutput out) throws IOException {
        all.save(out);
        save(out, byStaff);
        save(out, byPatient);
        out.writeInt(prints.size());
        for (Map.Entry<String, Long> print : prints.entrySet()) {
            out.writeUTF(print.getKey());
            out.writeLong(print.getValue());
        }
    }

    @Override
    public synchronized void load(DataInput in) throws IOException {
        all.load(in);
        load(in, byStaff);
        load(in, byPatient);
        for (int left = in.readInt(); left > 0; left--) {
            prints.put(in.readUTF(), in.readLong());
        }
    }

    private static void save(DataOutput out, Map<String, Positions> index) throws IOException {
        out.writeInt(index.size());
        for (Map.Entry<String, Positions> one : index.entrySet()) {
            out.writeUTF(one.getKey());
            one.getValue().save(out);
        }
    }

    private static void load(DataInput in, Map<String, Positions> index) throws IOException {
        for (int left = in.readInt(); left > 0; left--) {
            Positions positions = new Positions();
            index.put(in.readUTF(), positions);
            positions.load(in);
        }
    }
}
