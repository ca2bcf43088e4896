package org.relais.care.births;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.LongStream;
import org.relais.journal.Entry;
import org.relais.journal.ReadModel;
import org.relais.kernel.PatientId;
import org.relais.kernel.RecordKey;

/** The births as they stand, and where what was written of each lies. Queries are asked under the read lock. */
public final class BirthBook implements ReadModel {
    private static final long[] NONE = {};

    private final Map<String, Birth> births = new TreeMap<>();
    private final Map<String, long[]> places = new TreeMap<>();
    /** Births ever written: a forgotten one keeps its number in the register. */
    private int written;

    /** The birth of whoever has one of these records; the latest written that stands, else none. */
    public Optional<Birth> of(Collection<PatientId> records) {
        return records.stream()
                .flatMap(record -> Optional.ofNullable(births.get(record.hex())).stream())
                .filter(birth -> !birth.annulled())
                .max(Comparator.comparingInt(Birth::entry));
    }

    /** The children of whoever has one of these records, by time of birth and rank. */
    public List<Birth> childrenOf(Collection<RecordKey> mother) {
        return births.values().stream()
                .filter(birth -> !birth.annulled())
                .filter(birth -> birth.mother() != null && mother.contains(birth.mother()))
                .sorted(order())
                .toList();
    }

    /** The children of one delivery, by rank. */
    public List<Birth> delivery(String name) {
        return births.values().stream()
                .filter(birth -> !birth.annulled() && birth.delivery().equals(name))
                .sorted(Comparator.comparingInt(Birth::rank))
                .toList();
    }

    /** How many children the delivery of a birth has, as known now. */
    public int many(Birth birth) {
        return delivery(birth.delivery()).stream().mapToInt(Birth::of).max().orElse(birth.of());
    }

    /** Every birth ever written, by time of birth; those written by mistake too. */
    public List<Birth> all() {
        return births.values().stream().sorted(order()).toList();
    }

    private static Comparator<Birth> order() {
        return Comparator.comparing(Birth::at).thenComparingInt(Birth::rank).thenComparingInt(Birth::entry);
    }

    /** Where what was written about these newborns lies, ascending. */
    public long[] positions(Collection<PatientId> records) {
        return records.stream()
                .map(record -> places.getOrDefault(record.hex(), NONE))
                .flatMapToLong(Arrays::stream)
                .sorted()
                .toArray();
    }

    @Override
    public String name() {
        return "births";
    }

    @Override
    public int version() {
        return 2;
    }

    @Override
    public void apply(Entry entry) {
        boolean birth = entry.type().equals(BirthFact.BORN.name());
        if (birth) {
            written++;
        }
        String subject = entry.subject();
        if (subject == null || entry.forgotten() || !BirthLine.written(entry)) {
            return;
        }
        places.merge(
                subject,
                new long[] {entry.position()},
                (before, after) -> LongStream.concat(Arrays.stream(before), Arrays.stream(after))
                        .toArray());
        if (birth) {
            BirthFact.BORN
                    .read(entry)
                    .ifPresent(said -> births.put(subject, Birth.of(new PatientId(subject), written, said)));
        }
        BirthFact.BANDED.read(entry).ifPresent(_ -> change(subject, Birth::withBands));
        BirthFact.SEPARATED
                .read(entry)
                .ifPresent(said -> change(
                        subject,
                        one -> one.away(new Birth.Apart(
                                said.where(), said.with(), said.told().occurredAt()))));
        BirthFact.REUNITED.read(entry).ifPresent(_ -> change(subject, one -> one.away(null)));
        BirthFact.ANNUL_ASKED
                .read(entry)
                .ifPresent(said -> change(
                        subject,
                        one -> one.doubted(
                                new Birth.Doubt(said.reason(), said.told().occurredAt()))));
        BirthFact.ANNUL_DROPPED.read(entry).ifPresent(_ -> change(subject, one -> one.doubted(null)));
        BirthFact.ANNULLED.read(entry).ifPresent(_ -> change(subject, Birth::struck));
    }

    private void change(String subject, UnaryOperator<Birth> how) {
        births.computeIfPresent(subject, (_, one) -> how.apply(one));
    }

    /** What a newborn's record said goes as a whole: with its birth, everything that hung on it. */
    @Override
    public void forgot(long position) {
        places.replaceAll((_, some) ->
                Arrays.stream(some).filter(place -> place != position).toArray());
        places.values().removeIf(some -> some.length == 0);
        births.keySet().retainAll(places.keySet());
    }

    @Override
    public void save(DataOutput out) throws IOException {
        out.writeInt(written);
        out.writeInt(places.size());
        for (Map.Entry<String, long[]> one : places.entrySet()) {
            out.writeUTF(one.getKey());
            out.writeInt(one.getValue().length);
            for (long position : one.getValue()) {
                out.writeLong(position);
            }
        }
        out.writeInt(births.size());
        for (Birth birth : births.values()) {
            BirthText.write(out, birth);
        }
    }

    @Override
    public void load(DataInput in) throws IOException {
        written = in.readInt();
        for (int left = in.readInt(); left > 0; left--) {
            String subject = in.readUTF();
            long[] some = new long[in.readInt()];
            for (int at = 0; at < some.length; at++) {
                some[at] = in.readLong();
            }
            places.put(subject, some);
        }
        for (int left = in.readInt(); left > 0; left--) {
            Birth birth = BirthText.read(in);
            births.put(birth.child().hex(), birth);
        }
    }
}
