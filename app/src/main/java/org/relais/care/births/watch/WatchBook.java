package org.relais.care.births.watch;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.relais.journal.Entry;
import org.relais.journal.ReadModel;
import org.relais.kernel.PatientId;

/**
 * What was written of watches, by record, and the intervals in force. Due times are worked out when asked, at the moment asked:
 * time alone makes a review overdue. Queries are asked under the read lock.
 */
public final class WatchBook implements ReadModel {
    private final Map<String, List<Entry>> bySubject = new TreeMap<>();
    private final List<Entry> intervals = new ArrayList<>();
    private final List<Entry> loads = new ArrayList<>();

    /** The intervals in force. */
    public Intervals intervals() {
        return intervals.isEmpty()
                ? Intervals.DEFAULT
                : Intervals.TYPE.read(intervals.getLast()).orElse(Intervals.DEFAULT);
    }

    /** Every time intervals were validated, the newest first. */
    public List<Intervals> validated() {
        return intervals.reversed().stream()
                .flatMap(entry -> Intervals.TYPE.read(entry).stream())
                .toList();
    }

    /** The alerts about midwives that were taken, the newest first. */
    public List<LoadTaken.Line> loads() {
        return loads.reversed().stream()
                .flatMap(
                        entry -> LoadTaken.TYPE.read(entry).map(said -> new LoadTaken.Line(said, entry.who())).stream())
                .toList();
    }

    /** What was written of these records, as the journal has it. */
    public List<Signed> lines(Collection<PatientId> records) {
        return records.stream()
                .flatMap(record -> bySubject.getOrDefault(record.hex(), List.of()).stream())
                .flatMap(entry -> Signed.read(entry).stream())
                .toList();
    }

    /** The records of which anything was written. */
    public Set<PatientId> watched() {
        Set<PatientId> all = new HashSet<>();
        bySubject.keySet().forEach(subject -> all.add(new PatientId(subject)));
        return all;
    }

    /** Where what was written of these records lies, ascending. */
    public long[] positions(Collection<PatientId> records) {
        return records.stream()
                .flatMap(record -> bySubject.getOrDefault(record.hex(), List.of()).stream())
                .mapToLong(Entry::position)
                .sorted()
                .toArray();
    }

    @Override
    public String name() {
        return "maternity-watch";
    }

    @Override
    public int version() {
        return 2;
    }

    @Override
    public void apply(Entry entry) {
        String subject = entry.subject();
        if (subject != null && Signed.read(entry).isPresent()) {
            bySubject.computeIfAbsent(subject, _ -> new ArrayList<>()).add(entry);
        } else if (Intervals.TYPE.read(entry).isPresent()) {
            intervals.add(entry);
        } else if (LoadTaken.TYPE.read(entry).isPresent()) {
            loads.add(entry);
        }
    }

    @Override
    public void forgot(long position) {
        bySubject.values().forEach(lines -> lines.removeIf(entry -> entry.position() == position));
        bySubject.values().removeIf(List::isEmpty);
        intervals.removeIf(entry -> entry.position() == position);
        loads.removeIf(entry -> entry.position() == position);
    }

    @Override
    public void save(DataOutput out) throws IOException {
        List<Entry> all = new ArrayList<>(intervals);
        all.addAll(loads);
        bySubject.values().forEach(all::addAll);
        out.writeInt(all.size());
        for (Entry entry : all) {
            WatchBookText.write(out, entry);
        }
    }

    @Override
    public void load(DataInput in) throws IOException {
        for (int left = in.readInt(); left > 0; left--) {
            apply(WatchBookText.read(in));
        }
    }
}
