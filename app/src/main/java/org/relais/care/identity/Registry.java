package org.relais.care.identity;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.relais.care.ClinicalFact.Name;
import org.relais.care.identity.KeptMovements.Kept;
import org.relais.care.identity.search.SearchIndex;
import org.relais.kernel.PatientId;
import org.relais.kernel.Pseudonyms;
import org.relais.kernel.RecordKey;
import org.relais.kernel.WardCode;

/**
 * The records of the site by ordinal (the order in which they were first heard of), their links, and what is derived
 * from them: the search index and where each chart's patient lies.
 */
final class Registry {
    final Links links = new Links();
    final SearchIndex index = new SearchIndex(links);
    final BitSet inHospital = new BitSet();
    private final Pseudonyms pseudonyms;
    private final Supplier<ZoneId> zone;
    private final List<PatientRecord> records = new ArrayList<>();
    private final List<Standing> standings = new ArrayList<>();
    private final List<String> sortNames = new ArrayList<>();
    private final Map<RecordKey, Integer> byKey = new HashMap<>();
    private final Map<PatientId, Integer> byId = new HashMap<>();
    private final Map<WardCode, TreeSet<Integer>> wards = new HashMap<>();
    private final Map<String, String> pool = new HashMap<>();

    Registry(Pseudonyms pseudonyms, Supplier<ZoneId> zone) {
        this.pseudonyms = pseudonyms;
        this.zone = zone;
    }

    ZoneId zone() {
        return zone.get();
    }

    int size() {
        return records.size();
    }

    PatientRecord at(int ordinal) {
        return records.get(ordinal);
    }

    Standing standing(int root) {
        return standings.get(root);
    }

    /** Birth name and given names, folded: what lists are ordered by. */
    String sortName(int ordinal) {
        return sortNames.get(ordinal);
    }

    @Nullable
    Integer ordinal(RecordKey key) {
        return byKey.get(key);
    }

    @Nullable
    Integer ordinal(PatientId id) {
        return byId.get(id);
    }

    /** One copy of a text that many records share. */
    String pooled(String text) {
        return pool.computeIfAbsent(text, first -> first);
    }

    /** The ordinal of a record, which is opened when it was not known. */
    int open(RecordKey key) {
        Integer known = byKey.get(key);
        if (known != null) {
            return known;
        }
        int ordinal = records.size();
        RecordKey own = new RecordKey(pooled(key.authority()), key.localId());
        PatientId id = new PatientId(pseudonyms.of("patient", key.authority() + "\u0000" + key.localId()));
        records.add(new PatientRecord(own, id));
        standings.add(Standing.NOWHERE);
        sortNames.add("");
        byKey.put(own, ordinal);
        byId.putIfAbsent(id, ordinal);
        reindex(ordinal);
        return ordinal;
    }

    /** Fills an empty registry with everything but some records: in the same order, so as if they had never been heard of. */
    Registry without(BitSet gone, Registry empty) {
        Map<Integer, Integer> places = new HashMap<>();
        Set<Integer> all = new HashSet<>();
        for (int ordinal = 0; ordinal < size(); ordinal++) {
            if (!gone.get(ordinal)) {
                int place = empty.open(at(ordinal).key);
                empty.records.set(place, at(ordinal));
                places.put(ordinal, place);
                all.add(place);
            }
        }
        for (Links.Edge edge : links.all()) {
            Integer record = places.get(edge.record());
            Integer other = places.get(edge.other());
            if (record != null && other != null) {
                empty.links.join(new Links.Edge(edge.kind(), record, other));
            }
        }
        all.forEach(empty::reindex);
        empty.settle(all);
        return empty;
    }

    /** As {@link #without}, and one record more, last: as if it were first heard of now, with what it keeps. */
    Registry renewed(int ordinal, PatientRecord kept, Registry empty) {
        BitSet gone = new BitSet();
        gone.set(ordinal);
        without(gone, empty);
        int place = empty.open(kept.key);
        empty.records.set(place, kept);
        empty.reindex(place);
        empty.settle(Set.of(place));
        return empty;
    }

    /** The charts that lie in a ward, as ordinals of the records that speak for them. */
    Set<Integer> inWard(WardCode ward) {
        return wards.getOrDefault(ward, new TreeSet<>());
    }

    /** Every movement said of a chart's records, in the order they came. */
    List<Move> moves(int root) {
        int[] members = links.members(root);
        if (members.length == 1) {
            return records.get(root).moves;
        }
        List<Move> moves = new ArrayList<>();
        for (int member : members) {
            moves.addAll(records.get(member).moves);
        }
        moves.sort(Comparator.comparingLong(Move::position));
        return moves;
    }

    /** Finds out again where the patients of these records lie, after movements or links changed. */
    void settle(Set<Integer> touched) {
        Set<Integer> roots = new HashSet<>();
        for (int ordinal : touched) {
            for (int member : links.members(ordinal)) {
                stand(member, Standing.NOWHERE);
            }
            roots.add(links.root(ordinal));
        }
        for (int root : roots) {
            List<Kept> kept = KeptMovements.of(moves(root), zone.get());
            stand(root, Standing.of(kept, zone.get()));
        }
    }

    private void stand(int ordinal, Standing now) {
        Place before = standings.get(ordinal).place();
        Place after = now.place();
        standings.set(ordinal, now);
        if (before != null) {
            Set<Integer> ward = wards.get(before.ward());
            if (ward != null) {
                ward.remove(ordinal);
            }
        }
        if (after != null) {
            wards.computeIfAbsent(after.ward(), first -> new TreeSet<>()).add(ordinal);
        }
        inHospital.set(ordinal, after != null);
    }

    /** Says anew by what a record is found. */
    void reindex(int ordinal) {
        PatientRecord record = records.get(ordinal);
        index.put(ordinal, FoundBy.of(record));
        sortNames.set(ordinal, record.names.isEmpty() ? "" : sortName(record.names));
    }

    private static String sortName(List<Name> names) {
        Name birth = names.stream()
                .filter(name -> name.use().equals("L"))
                .findFirst()
                .orElse(names.getFirst());
        return NameText.fold(birth.family()) + " " + NameText.fold(birth.given());
    }
}
