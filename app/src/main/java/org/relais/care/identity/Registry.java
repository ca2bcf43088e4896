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
    final Records records = new Records();
    Links links = new Links();
    SearchIndex index = new SearchIndex(links);
    final BitSet inHospital = new BitSet();
    private final Pseudonyms pseudonyms;
    private final Supplier<ZoneId> zone;
    /** Of those who lie in the hospital. */
    private final Map<Integer, Standing> standings = new HashMap<>();

    private final Map<WardCode, TreeSet<Integer>> wards = new HashMap<>();

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

    /** A record to look at. */
    PatientRecord at(int ordinal) {
        return records.at(ordinal);
    }

    /** Where the patient of a chart lies or lay last. */
    Standing standing(int root) {
        Standing present = standings.get(root);
        return present == null ? Standing.of(KeptMovements.of(moves(root), zone()), zone()) : present;
    }

    /** Birth name and given names, folded: what lists are ordered by. */
    String sortName(int ordinal) {
        List<Name> names = at(ordinal).names;
        if (names.isEmpty()) {
            return "";
        }
        Name birth = names.stream()
                .filter(name -> name.use().equals("L"))
                .findFirst()
                .orElse(names.getFirst());
        return NameText.fold(birth.family()) + " " + NameText.fold(birth.given());
    }

    /** Charts in order of name, and of ordinal where names are the same; each name is read once. */
    List<Integer> byName(Set<Integer> charts) {
        record Named(String name, int chart) {}
        return charts.stream()
                .map(chart -> new Named(sortName(chart), chart))
                .sorted(Comparator.comparing(Named::name).thenComparingInt(Named::chart))
                .map(Named::chart)
                .toList();
    }

    /** The ordinal of a record, which is opened when it was not known. */
    int open(RecordKey key) {
        int known = records.find(key);
        if (known != Records.NONE) {
            return known;
        }
        int ordinal = records.add(key, this::pseudonym);
        reindex(ordinal);
        return ordinal;
    }

    private PatientId pseudonym(RecordKey key) {
        return new PatientId(pseudonyms.of("patient", key.authority() + "\u0000" + key.localId()));
    }

    /** Lets go of some records: those left are in the same order, so as if the others had never been heard of. */
    void forget(BitSet gone) {
        int[] places = new int[size()];
        int left = 0;
        for (int ordinal = 0; ordinal < places.length; ordinal++) {
            places[ordinal] = gone.get(ordinal) ? Records.NONE : left++;
        }
        Set<Integer> standing = new HashSet<>();
        inHospital.stream()
                .map(chart -> places[chart])
                .filter(place -> place != Records.NONE)
                .forEach(standing::add);
        List<Links.Edge> edges = links.all();
        links = new Links();
        for (Links.Edge edge : edges) {
            int record = places[edge.record()];
            int other = places[edge.other()];
            if (record != Records.NONE && other != Records.NONE) {
                links.join(new Links.Edge(edge.kind(), record, other));
            } else if (record != Records.NONE || other != Records.NONE) {
                standing.add(Math.max(record, other));
            }
        }
        index = new SearchIndex(links);
        records.remove(gone);
        for (int ordinal = 0; ordinal < size(); ordinal++) {
            reindex(ordinal);
        }
        standings.clear();
        wards.clear();
        inHospital.clear();
        settle(standing);
    }

    /** Lets go of a record but for what it keeps: as if that were first heard of now. */
    void renew(int ordinal, PatientRecord kept) {
        BitSet gone = new BitSet();
        gone.set(ordinal);
        forget(gone);
        int place = open(kept.key);
        records.renew(place, kept);
        reindex(place);
        settle(Set.of(place));
    }

    /** The charts that lie in a ward, as ordinals of the records that speak for them. */
    Set<Integer> inWard(WardCode ward) {
        return wards.getOrDefault(ward, new TreeSet<>());
    }

    /** Every movement said of a chart's records, in the order they came. */
    List<Move> moves(int root) {
        int[] members = links.members(root);
        if (members.length == 1) {
            return at(root).moves;
        }
        List<Move> moves = new ArrayList<>();
        for (int member : members) {
            moves.addAll(at(member).moves);
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
        Standing known = standings.remove(ordinal);
        Place before = known == null ? null : known.place();
        Place after = now.place();
        if (before != null) {
            Set<Integer> ward = wards.get(before.ward());
            if (ward != null) {
                ward.remove(ordinal);
            }
        }
        if (after != null) {
            standings.put(ordinal, now);
            wards.computeIfAbsent(after.ward(), first -> new TreeSet<>()).add(ordinal);
        }
        inHospital.set(ordinal, after != null);
    }

    /** Says anew by what a record is found. */
    void reindex(int ordinal) {
        index.put(ordinal, FoundBy.of(at(ordinal)));
    }
}
