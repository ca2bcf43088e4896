package org.relais.care.identity;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;
import org.relais.care.ClinicalFact.Name;
import org.relais.kernel.Identifier;

/** Who bears a patient's names, or her name and birth date. Asked again for one question, it remembers. */
final class Lookalikes {
    private final Registry registry;
    private final Map<List<String>, BitSet> named = new HashMap<>();

    Lookalikes(Registry registry) {
        this.registry = registry;
    }

    /** Other charts, each with why it could be taken for this one. */
    Map<Integer, Resemblance> of(int chart) {
        Known known = Known.of(registry, chart);
        BitSet others = new BitSet();
        Arrays.stream(registry.index.bornAlike(chart)).forEach(others::set);
        known.words.forEach(words -> others.or(named.computeIfAbsent(words, registry.index::withWords)));
        others.clear(chart);
        Map<Integer, Resemblance> alike = new TreeMap<>();
        others.stream().forEach(other -> {
            Resemblance why = between(known, Known.of(registry, other));
            if (why != null) {
                alike.put(other, why);
            }
        });
        return alike;
    }

    /** Why others could be taken for this one, and not who: of those who only have her name, one is enough. */
    Set<Resemblance> why(int chart, IntPredicate hidden) {
        Known known = Known.of(registry, chart);
        int[] sameDay = registry.index.bornAlike(chart);
        Set<Resemblance> all = EnumSet.noneOf(Resemblance.class);
        Arrays.stream(sameDay)
                .filter(other -> other != chart && !hidden.test(other))
                .forEach(other -> {
                    Resemblance why = between(known, Known.of(registry, other));
                    if (why != null) {
                        all.add(why);
                    }
                });
        IntPredicate homonym = other -> other != chart
                && Arrays.binarySearch(sameDay, other) < 0
                && between(known, Known.of(registry, other)) == Resemblance.HOMONYM
                && !hidden.test(other);
        if (!all.contains(Resemblance.HOMONYM)
                && known.words.stream()
                        .filter(registry.index::mayBeSeveral)
                        .anyMatch(words -> registry.index.anyWithWords(words, homonym))) {
            all.add(Resemblance.HOMONYM);
        }
        return all;
    }

    private static @Nullable Resemblance between(Known known, Known others) {
        boolean day = !Collections.disjoint(known.births, others.births);
        if (!Collections.disjoint(known.names, others.names)) {
            return day ? Resemblance.DOUBLE : Resemblance.HOMONYM;
        }
        if (day && !Collections.disjoint(known.mothers, others.mothers)) {
            return Resemblance.TWIN;
        }
        return day && !Collections.disjoint(known.families, others.families) ? Resemblance.SAME_DAY : null;
    }

    /**
     * What the records of a chart say that another's may say too.
     *
     * @param words of each name those that lead to whoever bears it
     */
    private record Known(
            Set<List<String>> words,
            Set<String> families,
            Set<String> names,
            Set<LocalDate> births,
            Set<String> mothers) {
        static Known of(Registry registry, int chart) {
            Known known =
                    new Known(new HashSet<>(), new HashSet<>(), new HashSet<>(), new HashSet<>(), new HashSet<>());
            for (int member : registry.links.members(chart)) {
                known.take(registry.at(member));
            }
            return known;
        }

        private void take(PatientRecord record) {
            record.names.forEach(this::take);
            if (record.birth != null) {
                record.birth.day().ifPresent(births::add);
            }
            Identifier mother = record.mother;
            if (mother != null) {
                mothers.add(mother.authority() + "\n" + NameText.number(mother.value()));
            }
        }

        private void take(Name name) {
            List<String> family = NameText.words(name.family());
            List<String> given = NameText.firstGiven(name.given());
            if (!family.isEmpty()) {
                families.add(String.join(" ", family));
                if (!given.isEmpty()) {
                    names.add(String.join(" ", family) + "\n" + given.getFirst());
                    List<String> all = new ArrayList<>(family);
                    all.add(given.getFirst());
                    words.add(all);
                }
            }
        }
    }
}
