package org.relais.care.identity.desk;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.relais.care.identity.desk.IdentityFact.Bond;
import org.relais.care.identity.desk.IdentityFact.Bound;
import org.relais.care.identity.desk.IdentityFact.Guarded;
import org.relais.care.identity.desk.IdentityFact.Named;
import org.relais.care.identity.rniv.CodeName;
import org.relais.journal.Entry;
import org.relais.journal.ReadModel;
import org.relais.kernel.PatientId;
import org.relais.kernel.RecordKey;

/**
 * What people wrote about identities and departures: where it lies in the journal, which links of theirs hold, which protections, which
 * code-names are taken. Holds no trait. Queries are asked under the read lock.
 */
public final class IdentityBook implements ReadModel {
    private static final long[] NONE = {};

    /** A link of people that holds, as the pair of its records; PARTED never stands here. */
    public record Held(RecordKey record, RecordKey other, Bond bond, long position) {}

    private final Map<String, long[]> bySubject = new TreeMap<>();
    private final Map<String, Held> bonds = new LinkedHashMap<>();
    private final Map<String, Set<Protection>> guarded = new TreeMap<>();
    /** Each with the place where it was last given. */
    private final Map<String, Long> codeNames = new TreeMap<>();

    private final List<Long> newcomers = new ArrayList<>();

    @Override
    public String name() {
        return "identities";
    }

    @Override
    public int version() {
        return 3;
    }

    @Override
    public void apply(Entry entry) {
        String subject = entry.subject();
        if (subject == null || entry.forgotten()) {
            return;
        }
        IdentityFact.REGISTERED.read(entry).ifPresent(fact -> {
            newcomers.add(entry.position());
            named(fact.person(), entry.position());
            keep(subject, entry);
        });
        IdentityFact.CORRECTED.read(entry).ifPresent(fact -> {
            named(fact.person(), entry.position());
            keep(subject, entry);
        });
        IdentityFact.BOUND.read(entry).ifPresent(fact -> {
            bind(fact, entry.position());
            keep(subject, entry);
        });
        IdentityFact.GUARDED.read(entry).ifPresent(fact -> {
            guard(subject, fact);
            keep(subject, entry);
        });
        IdentityFact.LEFT.read(entry).ifPresent(_ -> keep(subject, entry));
        IdentityFact.STAYED.read(entry).ifPresent(_ -> keep(subject, entry));
    }

    private void named(IdentityFact.Person person, long position) {
        if (person.family().startsWith("INCONNU-")) {
            codeNames.put(person.family() + " " + person.given(), position);
        }
    }

    private void keep(String subject, Entry entry) {
        bySubject.merge(
                subject,
                new long[] {entry.position()},
                (before, after) -> LongStream.concat(Arrays.stream(before), Arrays.stream(after))
                        .toArray());
    }

    private void bind(Bound fact, long position) {
        String pair = pair(fact.record(), fact.other());
        bonds.remove(pair);
        if (fact.bond() != Bond.PARTED) {
            bonds.put(pair, new Held(fact.record().key(), fact.other().key(), fact.bond(), position));
        }
    }

    private void guard(String subject, Guarded fact) {
        Set<Protection> kinds = guarded.computeIfAbsent(subject, _ -> EnumSet.noneOf(Protection.class));
        if (fact.on()) {
            kinds.add(fact.kind());
        } else {
            kinds.remove(fact.kind());
        }
    }

    private static String pair(Named one, Named other) {
        String first = one.authority() + "\u0000" + one.localId();
        String second = other.authority() + "\u0000" + other.localId();
        return first.compareTo(second) < 0 ? first + "\u0001" + second : second + "\u0001" + first;
    }

    /** Where what was written about these records lies, ascending, each once. */
    public long[] positions(Collection<PatientId> records) {
        return records.stream()
                .map(record -> bySubject.getOrDefault(record.hex(), NONE))
                .flatMapToLong(Arrays::stream)
                .sorted()
                .distinct()
                .toArray();
    }

    /** The link between two records that people made and that holds. */
    public Optional<Held> held(RecordKey one, RecordKey other) {
        return Optional.ofNullable(bonds.get(pair(Named.of(one), Named.of(other))));
    }

    /** Links made by one person that wait for a second, the oldest first. */
    public List<Held> provisional() {
        return bonds.values().stream()
                .filter(held -> held.bond() == Bond.PROVISIONAL)
                .toList();
    }

    /** The protections of the patient whose records these are. */
    public Set<Protection> protections(Collection<PatientId> records) {
        Set<Protection> kinds = EnumSet.noneOf(Protection.class);
        records.forEach(record -> kinds.addAll(guarded.getOrDefault(record.hex(), Set.of())));
        return kinds;
    }

    boolean taken(CodeName name) {
        return codeNames.containsKey(name.toString());
    }

    /** Where the last newcomers lie, the newest first. */
    public List<Long> newcomers(int limit) {
        return newcomers.reversed().stream().limit(limit).toList();
    }

    @Override
    public void forgot(long position) {
        bySubject.replaceAll((_, places) ->
                Arrays.stream(places).filter(place -> place != position).toArray());
        Set<String> gone = new HashSet<>();
        bySubject.forEach((subject, places) -> {
            if (places.length == 0) {
                gone.add(subject);
            }
        });
        gone.forEach(subject -> {
            bySubject.remove(subject);
            guarded.remove(subject);
        });
        newcomers.remove(position);
        codeNames.values().remove(position);
        bonds.values().removeIf(held -> held.position() == position);
    }

    @Override
    public void save(DataOutput out) throws IOException {
        out.writeInt(bySubject.size());
        for (Map.Entry<String, long[]> one : bySubject.entrySet()) {
            out.writeUTF(one.getKey());
            IdentityBookText.longs(out, Arrays.stream(one.getValue()).boxed().toList());
        }
        IdentityBookText.longs(out, newcomers);
        out.writeInt(bonds.size());
        for (Held held : bonds.values()) {
            IdentityBookText.held(out, held);
        }
        out.writeInt(guarded.size());
        for (Map.Entry<String, Set<Protection>> one : guarded.entrySet()) {
            out.writeUTF(one.getKey());
            IdentityBookText.texts(out, one.getValue().stream().map(Enum::name).toList());
        }
        out.writeInt(codeNames.size());
        for (Map.Entry<String, Long> one : codeNames.entrySet()) {
            out.writeUTF(one.getKey());
            out.writeLong(one.getValue());
        }
    }

    @Override
    public void load(DataInput in) throws IOException {
        for (int left = in.readInt(); left > 0; left--) {
            bySubject.put(
                    in.readUTF(),
                    IdentityBookText.longs(in).stream()
                            .mapToLong(Long::longValue)
                            .toArray());
        }
        newcomers.addAll(IdentityBookText.longs(in));
        for (int left = in.readInt(); left > 0; left--) {
            Held held = IdentityBookText.held(in);
            bonds.put(pair(Named.of(held.record()), Named.of(held.other())), held);
        }
        for (int left = in.readInt(); left > 0; left--) {
            Set<Protection> kinds = EnumSet.noneOf(Protection.class);
            guarded.put(in.readUTF(), kinds);
            IdentityBookText.texts(in).forEach(kind -> kinds.add(Protection.valueOf(kind)));
        }
        for (int left = in.readInt(); left > 0; left--) {
            codeNames.put(in.readUTF(), in.readLong());
        }
    }
}
