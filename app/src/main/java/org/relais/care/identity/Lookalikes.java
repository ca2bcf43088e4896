package org.relais.care.identity;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
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
        BitSet others = new BitSet();
        for (int member : registry.links.members(chart)) {
            PatientRecord record = registry.at(member);
            for (Name name : record.names) {
                List<String> given = NameText.words(name.given());
                if (!given.isEmpty() && !name.family().isBlank()) {
                    others.or(bearing(name, given.getFirst()));
                }
            }
            others.or(registry.index.bornAlike(member));
        }
        others.clear(chart);
        Map<Integer, Resemblance> alike = new TreeMap<>();
        others.stream().forEach(other -> {
            Resemblance why = between(chart, other);
            if (why != null) {
                alike.put(other, why);
            }
        });
        return alike;
    }

    private BitSet bearing(Name name, String given) {
        List<String> words = new ArrayList<>(NameText.words(name.family()));
        words.add(given);
        return named.computeIfAbsent(words, registry.index::withWords);
    }

    private @Nullable Resemblance between(int one, int other) {
        Known known = Known.of(registry, one);
        Known others = Known.of(registry, other);
        boolean day = known.births.removeAll(others.births);
        if (known.names.removeAll(others.names)) {
            return day ? Resemblance.DOUBLE : Resemblance.HOMONYM;
        }
        if (day && known.mothers.removeAll(others.mothers)) {
            return Resemblance.TWIN;
        }
        return day && known.families.removeAll(others.families) ? Resemblance.SAME_DAY : null;
    }

    /** What the records of a chart say that another's may say too. */
    private record Known(Set<String> families, Set<String> names, Set<LocalDate> births, Set<String> mothers) {
        static Known of(Registry registry, int chart) {
            Known known = new Known(new HashSet<>(), new HashSet<>(), new HashSet<>(), new HashSet<>());
            for (int member : registry.links.members(chart)) {
                known.take(registry.at(member));
            }
            return known;
        }

        private void take(PatientRecord record) {
            for (Name name : record.names) {
                String family = NameText.fold(name.family());
                List<String> given = NameText.words(name.given());
                if (!family.isEmpty()) {
                    families.add(family);
                    if (!given.isEmpty()) {
                        names.add(family + "\n" + given.getFirst());
                    }
                }
            }
            if (record.birth != null) {
                record.birth.day().ifPresent(births::add);
            }
            Identifier mother = record.mother;
            if (mother != null) {
                mothers.add(mother.authority() + "\n" + NameText.number(mother.value()));
            }
        }
    }
}
