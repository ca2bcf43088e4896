package org.relais.care.identity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.relais.care.identity.search.Grouping;

/**
 * Which records make one chart: a fold over merges, renames and links in the order they came, so that undoing one gives
 * back what was before. Nothing is re-keyed; every chart has one record that speaks for it (the survivor of its merges)
 * and one whose pseudonym names it.
 */
final class Links implements Grouping {
    /** Why two records are one patient. */
    enum Kind {
        /** A40: the second is an alias of the first. */
        MERGE,
        /** A47: the second is the former number of the first. */
        RENAME,
        /** A24: both stand. */
        LINK,
        /** Said by one person, who waits for a second: both stand. */
        PROVISIONAL;

        /** Whether the second record is from now on another number of the first. */
        boolean absorbs() {
            return this == MERGE || this == RENAME;
        }
    }

    /** One reason why two records are one patient. */
    record Edge(Kind kind, int record, int other) {
        private boolean isBetween(int one, int another) {
            return (record == one && other == another) || (record == another && other == one);
        }
    }

    /** A chart of more than one record: ascending members, and its edges in the order they came. */
    private record Chart(int root, int named, int[] members, List<Edge> edges) {}

    private final BitSet linked = new BitSet();
    private final Map<Integer, Chart> charts = new HashMap<>();

    @Override
    public boolean isLinked(int record) {
        return linked.get(record);
    }

    @Override
    public BitSet linked(BitSet records) {
        BitSet some = (BitSet) linked.clone();
        some.and(records);
        return some;
    }

    /** The record that speaks for the chart of a record. */
    @Override
    public int root(int record) {
        Chart chart = chart(record);
        return chart == null ? record : chart.root;
    }

    /** The record whose pseudonym names the chart. */
    int named(int record) {
        Chart chart = chart(record);
        return chart == null ? record : chart.named;
    }

    /** The records of the chart: the one that speaks for it, then the others, oldest first. */
    @Override
    public int[] members(int record) {
        Chart chart = chart(record);
        if (chart == null) {
            return new int[] {record};
        }
        int[] members = new int[chart.members.length];
        int at = 0;
        members[at++] = chart.root;
        for (int member : chart.members) {
            if (member != chart.root) {
                members[at++] = member;
            }
        }
        return members;
    }

    /** Why the records of the chart are one patient, in the order it was said. */
    List<Edge> edges(int record) {
        Chart chart = chart(record);
        return chart == null ? List.of() : List.copyOf(chart.edges);
    }

    /** Whether one person's word alone holds two records of the chart together. */
    boolean provisional(int record) {
        List<Edge> edges = edges(record);
        return edges.stream()
                .filter(edge -> edge.kind == Kind.PROVISIONAL)
                .anyMatch(edge -> edges.stream()
                        .noneMatch(
                                other -> other.kind != Kind.PROVISIONAL && other.isBetween(edge.record, edge.other)));
    }

    /** The edges of every chart, chart by chart. */
    List<Edge> all() {
        return linked.stream()
                .mapToObj(charts::get)
                .filter(Objects::nonNull)
                .distinct()
                .flatMap(chart -> chart.edges.stream())
                .toList();
    }

    /** Takes in that two records are one patient. Said twice, it counts once. */
    void join(Edge edge) {
        List<Edge> edges = new ArrayList<>(edges(edge.record));
        if (edge.record == edge.other || edges.contains(edge)) {
            return;
        }
        if (root(edge.record) != root(edge.other)) {
            edges.addAll(edges(edge.other));
        }
        edges.add(edge);
        int[] members = root(edge.record) == root(edge.other)
                ? members(edge.record)
                : both(members(edge.record), members(edge.other));
        rebuild(members, edges);
    }

    /**
     * Takes in that two records are not, or no longer, one patient, and makes it so with the least undone: what joined
     * the two directly; then, while they are still one chart, what made the second an alias, what made the first one,
     * and everything else about the second. Said twice, it counts once.
     */
    void part(int record, int other) {
        List<Predicate<Edge>> steps = List.of(
                edge -> edge.isBetween(record, other),
                edge -> edge.other == other,
                edge -> edge.other == record,
                edge -> edge.record == other);
        int[] members = members(record);
        List<Edge> left = edges(record);
        for (Predicate<Edge> undone : steps) {
            if (record == other || root(record) != root(other)) {
                return;
            }
            left = left.stream().filter(undone.negate()).toList();
            rebuild(members, left);
        }
    }

    private void rebuild(int[] members, List<Edge> edges) {
        int[] sorted = members.clone();
        Arrays.sort(sorted);
        List<Chart> parts = new ArrayList<>();
        for (int member : sorted) {
            parts.add(new Chart(member, member, new int[] {member}, List.of()));
        }
        for (Edge edge : edges) {
            Chart one = partOf(parts, edge.record);
            Chart other = partOf(parts, edge.other);
            parts.remove(one);
            parts.remove(other);
            parts.add(united(one, other, edge));
        }
        for (Chart part : parts) {
            for (int member : part.members) {
                set(member, part.members.length == 1 ? null : part);
            }
        }
    }

    private static Chart united(Chart one, Chart other, Edge edge) {
        List<Edge> edges = new ArrayList<>(one.edges);
        if (one.root == other.root) {
            edges.add(edge);
            boolean reversed = edge.kind.absorbs() && one.root == edge.other;
            return new Chart(reversed ? edge.record : one.root, one.named, one.members, edges);
        }
        edges.addAll(other.edges);
        edges.add(edge);
        int[] members = both(one.members, other.members);
        Arrays.sort(members);
        return switch (edge.kind) {
            case MERGE -> new Chart(one.root, one.named, members, edges);
            case RENAME -> new Chart(one.root, other.named, members, edges);
            case LINK, PROVISIONAL -> {
                Chart older = one.members[0] < other.members[0] ? one : other;
                yield new Chart(older.root, older.named, members, edges);
            }
        };
    }

    private static Chart partOf(List<Chart> parts, int record) {
        return parts.stream()
                .filter(part -> Arrays.binarySearch(part.members, record) >= 0)
                .findFirst()
                .orElseThrow();
    }

    private static int[] both(int[] some, int[] others) {
        int[] all = Arrays.copyOf(some, some.length + others.length);
        System.arraycopy(others, 0, all, some.length, others.length);
        return all;
    }

    private @Nullable Chart chart(int record) {
        return linked.get(record) ? charts.get(record) : null;
    }

    private void set(int record, @Nullable Chart chart) {
        linked.set(record, chart != null);
        if (chart == null) {
            charts.remove(record);
        } else {
            charts.put(record, chart);
        }
    }
}
