package org.relais.feeds.hl7v2.pam;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * What charts must say after a sequence of PAM events: a second implementation of {@code docs/formats/hl7v2-choices.md},
 * section <em>Stays and persons</em>, slow and plain, that shares nothing with the product.
 */
final class PamOracle {
    /** What one chart must say; every set sorted and joined. */
    record Expected(String numbers, String aliases, String stands, String mother) {
        /** What kind of chart it is, in words. */
        Set<String> kinds() {
            Set<String> kinds = new TreeSet<>();
            kinds.add(stands.startsWith("on leave") ? "on leave" : stands.split(" ", -1)[0]);
            kinds.add(aliases.isEmpty() ? "" : "alias");
            kinds.add(numbers.contains(" ") ? "linked" : "");
            kinds.add(mother.isEmpty() ? "" : "mother");
            return kinds;
        }
    }

    /** Two records joined: {@code other} is the alias of a merge or a renaming. */
    private record Join(String code, String record, String other) {}

    private final List<String> heard = new ArrayList<>();
    private final List<Join> joins = new ArrayList<>();
    private final List<Receipt> statements = new ArrayList<>();
    private final Map<String, String> mothers = new HashMap<>();

    /** A message about movements, and whose it is now. */
    private static final class Receipt {
        final PamEvent event;
        String owner;

        Receipt(PamEvent event) {
            this.event = event;
            this.owner = event.ipp();
        }
    }

    void take(PamEvent event) {
        hear(event.ipp());
        switch (event.code()) {
            case "A31" -> mothers.put(event.ipp(), event.mother());
            case "A24", "A40", "A47" -> {
                hear(event.other());
                Join join = new Join(event.code(), event.ipp(), event.other());
                if (!joins.contains(join)) {
                    joins.add(join);
                }
            }
            case "A37" -> {
                hear(event.other());
                part(event.ipp(), event.other());
            }
            case "A44", "A45" -> {
                hear(event.other());
                hand(event);
            }
            default -> {
                if (!event.code().equals("Z99") || !event.movement().isEmpty()) {
                    statements.add(new Receipt(event));
                }
            }
        }
    }

    private void hear(String record) {
        if (!heard.contains(record)) {
            heard.add(record);
        }
    }

    private void hand(PamEvent event) {
        Set<String> from = chart(event.other());
        for (Receipt one : statements) {
            boolean same = event.code().equals("A44")
                    ? one.event.account().equals(event.account())
                    : one.event.visit().equals(event.visit());
            if (same && from.contains(one.owner)) {
                one.owner = event.ipp();
            }
        }
    }

    private void part(String one, String other) {
        List<Predicate<Join>> steps = List.of(
                join -> Set.of(join.record, join.other).equals(Set.of(one, other)),
                join -> join.other.equals(other),
                join -> join.other.equals(one),
                join -> join.record.equals(other));
        for (Predicate<Join> step : steps) {
            if (chart(one).contains(other)) {
                Set<String> chart = chart(one);
                joins.removeIf(join -> chart.contains(join.record) && step.test(join));
            }
        }
    }

    /** The records of one chart. */
    private Set<String> chart(String record) {
        Set<String> chart = new TreeSet<>(Set.of(record));
        for (int before = 0; before < chart.size(); ) {
            before = chart.size();
            for (Join join : joins) {
                if (chart.contains(join.record) || chart.contains(join.other)) {
                    chart.add(join.record);
                    chart.add(join.other);
                }
            }
        }
        return chart;
    }

    /** The record that speaks for a chart. */
    String speaker(String record) {
        List<Set<String>> parts = new ArrayList<>();
        List<String> speakers = new ArrayList<>();
        for (String one : heard) {
            parts.add(new HashSet<>(Set.of(one)));
            speakers.add(one);
        }
        for (Join join : joins) {
            int one = partOf(parts, join.record);
            int other = partOf(parts, join.other);
            boolean link = join.code.equals("A24");
            if (one == other) {
                if (!link && speakers.get(one).equals(join.other)) {
                    speakers.set(one, join.record);
                }
                continue;
            }
            boolean first = !link || oldest(parts.get(one)) < oldest(parts.get(other));
            String speaker = speakers.get(first ? one : other);
            parts.get(one).addAll(parts.get(other));
            speakers.set(one, speaker);
            parts.remove(other);
            speakers.remove(other);
        }
        return speakers.get(partOf(parts, record));
    }

    private int oldest(Set<String> part) {
        return part.stream().mapToInt(heard::indexOf).min().orElseThrow();
    }

    private static int partOf(List<Set<String>> parts, String record) {
        for (int at = 0; at < parts.size(); at++) {
            if (parts.get(at).contains(record)) {
                return at;
            }
        }
        throw new IllegalArgumentException(record);
    }

    private Expected expected(String record) {
        Set<String> chart = chart(record);
        String speaker = speaker(record);
        Set<String> aliases = new TreeSet<>();
        for (Join join : joins) {
            if (chart.contains(join.other) && !join.code.equals("A24") && !join.other.equals(speaker)) {
                aliases.add(join.other);
            }
        }
        Set<String> numbers = new TreeSet<>(chart);
        numbers.removeAll(aliases);
        List<PamEvent> said = new ArrayList<>();
        for (Receipt one : statements) {
            if (chart.contains(one.owner)) {
                said.add(one.event);
            }
        }
        return new Expected(
                String.join(" ", numbers),
                String.join(" ", aliases),
                PamStays.of(said).shown(),
                mother(record));
    }

    private String mother(String record) {
        String said = mothers.getOrDefault(record, "");
        return said.isEmpty() || !heard.contains(said) ? "" : speaker(said);
    }

    /** What every record's chart must say. */
    Map<String, Expected> charts() {
        Map<String, Expected> charts = new TreeMap<>();
        heard.forEach(record -> charts.put(record, expected(record)));
        return charts;
    }

    Set<String> records() {
        return new TreeSet<>(heard);
    }
}
