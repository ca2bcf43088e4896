package org.relais.upkeep;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.relais.journal.Entry;
import org.relais.journal.ReadModel;
import org.relais.kernel.WardCode;
import org.relais.kernel.Who;

/**
 * What is known of standby packs: how they are to be made, each ward's envelopes, its last generations, and who opened
 * one. May be asked from any thread, without a lock.
 */
public final class PackLog implements ReadModel {
    /** Generations remembered of each ward: as many as may be kept, and as many again. */
    private static final int REMEMBERED = 100;

    private final KeptEntries kept = new KeptEntries();
    private final Map<String, TreeMap<Integer, Envelope>> envelopes = new HashMap<>();
    private final Map<String, Instant> printed = new HashMap<>();
    private final Map<String, Deque<PackMade>> made = new HashMap<>();
    private final Map<String, Opening> opened = new HashMap<>();
    private PackSettings settings = PackSettings.NONE;

    /** That somebody opened a pack. */
    public record Opening(Who who, PackOpened fact) {}

    @Override
    public String name() {
        return "standby-packs";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public synchronized void apply(Entry entry) {
        PackSettings.TYPE.read(entry).ifPresent(fact -> {
            settings = fact;
            kept.put("settings", entry);
        });
        Envelope.TYPE.read(entry).ifPresent(fact -> {
            envelopes.computeIfAbsent(fact.ward(), _ -> new TreeMap<>()).put(fact.number(), fact);
            kept.put("envelope " + fact.number() + " " + fact.ward(), entry);
        });
        EnvelopePrinted.TYPE.read(entry).ifPresent(fact -> {
            printed.put(fact.number() + " " + fact.ward(), entry.recordedAt());
            kept.put("printed " + fact.number() + " " + fact.ward(), entry);
        });
        PackMade.TYPE.read(entry).ifPresent(fact -> made(entry, fact));
        PackOpened.TYPE.read(entry).ifPresent(fact -> {
            opened.put(fact.ward(), new Opening(entry.who(), fact));
            kept.put("opened " + fact.ward(), entry);
        });
    }

    private void made(Entry entry, PackMade fact) {
        Deque<PackMade> generations = made.computeIfAbsent(fact.ward(), _ -> new ArrayDeque<>());
        generations.addFirst(fact);
        kept.put("made " + fact.job(), entry);
        if (generations.size() > REMEMBERED) {
            kept.drop("made " + generations.removeLast().job());
        }
    }

    /** How packs are to be made. */
    public synchronized PackSettings settings() {
        return settings;
    }

    /** The envelope in force; empty until a ward's first pack. */
    public synchronized Optional<Envelope> envelope(WardCode ward) {
        return Optional.ofNullable(envelopes.get(ward.value()))
                .map(TreeMap::lastEntry)
                .map(Map.Entry::getValue);
    }

    /** The envelope that opens a generation. */
    public synchronized Optional<Envelope> envelope(PackMade generation) {
        return Optional.ofNullable(envelopes.get(generation.ward())).map(all -> all.get(generation.envelope()));
    }

    /** When an envelope was last printed. */
    public synchronized Optional<Instant> printed(Envelope envelope) {
        return Optional.ofNullable(printed.get(envelope.number() + " " + envelope.ward()));
    }

    /** Every ward that ever had a pack. */
    public synchronized List<WardCode> wards() {
        return made.keySet().stream().sorted().map(WardCode::new).toList();
    }

    /** A ward's generations, newest first. */
    public synchronized List<PackMade> generations(WardCode ward) {
        return List.copyOf(made.getOrDefault(ward.value(), new ArrayDeque<>()));
    }

    /** A ward's last good generation. */
    public synchronized Optional<PackMade> last(WardCode ward) {
        return Optional.ofNullable(made.get(ward.value())).map(Deque::peekFirst);
    }

    /** The generation that a code names: the print's name, or anything copied from the foot of one of its pages. */
    public synchronized Optional<PackMade> byCode(String code) {
        String typed = code.toUpperCase(java.util.Locale.ROOT);
        List<PackMade> named = new ArrayList<>();
        made.values()
                .forEach(all -> all.stream()
                        .filter(generation -> typed.contains(generation.job()))
                        .forEach(named::add));
        return named.size() == 1 ? Optional.of(named.getFirst()) : Optional.empty();
    }

    /** The last time somebody opened a pack of a ward. */
    public synchronized Optional<Opening> opened(WardCode ward) {
        return Optional.ofNullable(opened.get(ward.value()));
    }

    @Override
    public synchronized void save(DataOutput out) throws IOException {
        kept.save(out);
    }

    @Override
    public synchronized void load(DataInput in) throws IOException {
        KeptEntries.load(in, this::apply);
    }
}
