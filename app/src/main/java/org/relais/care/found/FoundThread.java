package org.relais.care.found;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What was found, and under it whatever corrected it, in order. */
public record FoundThread(FoundEntry original, List<FoundEntry> corrections) {
    public FoundThread {
        corrections = List.copyOf(corrections);
    }

    /** What holds now. */
    public FoundEntry last() {
        return corrections.isEmpty() ? original : corrections.getLast();
    }

    /** Entries in the order of the journal as threads, the newest first; a correction of an unknown stands alone. */
    public static List<FoundThread> of(Collection<FoundEntry> entries) {
        Map<String, FoundEntry> originals = new LinkedHashMap<>();
        Map<String, List<FoundEntry>> corrections = new LinkedHashMap<>();
        Map<String, String> roots = new LinkedHashMap<>();
        for (FoundEntry entry : entries) {
            String root = roots.get(entry.said().corrects());
            if (root == null) {
                originals.put(entry.key(), entry);
                roots.put(entry.key(), entry.key());
            } else {
                corrections.computeIfAbsent(root, first -> new ArrayList<>()).add(entry);
                roots.put(entry.key(), root);
            }
        }
        return originals.entrySet().stream()
                .map(one -> new FoundThread(one.getValue(), corrections.getOrDefault(one.getKey(), List.of())))
                .sorted(Comparator.comparing(
                                (FoundThread thread) -> thread.last().said().occurredAt())
                        .thenComparingLong(thread -> thread.last().position())
                        .reversed())
                .toList();
    }
}
