package org.relais.testkit;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.relais.care.ClinicalFact;
import org.relais.care.Interpretation;
import org.relais.care.Interpreter;
import org.relais.journal.Entry;
import org.relais.journal.EntryKey;
import org.relais.kernel.NodeId;
import org.relais.kernel.PartialTime;
import org.relais.kernel.Who;

/** A hospital that says clinical facts outright: entries in order, and the interpreter that reads them back. */
public final class Said implements Interpreter {
    public static final Instant START = Instant.parse("2026-11-23T06:00:00Z");
    private static final NodeId NODE = new NodeId("00112233445566778899aabbccddeeff");

    private final Map<Long, Interpretation> interpretations = new HashMap<>();
    private final List<Entry> entries = new ArrayList<>();

    /** A message of type ADT from the admission desk. */
    public Entry adt(ClinicalFact... facts) {
        return message("ADT^A01", "GAM POINTE", facts);
    }

    public Entry message(String label, String source, ClinicalFact... facts) {
        long position = entries.size() + 1L;
        interpretations.put(
                position, new Interpretation(Arrays.asList(facts), source, label, null, List.of(), List.of()));
        return entry(position, "feeds.message", new byte[0]);
    }

    /** A message that was not understood whole. */
    public Entry quarantined(ClinicalFact... facts) {
        long position = entries.size() + 1L;
        List<Interpretation.Reason> reasons = List.of(new Interpretation.Reason("quarantine.test", List.of()));
        interpretations.put(
                position, new Interpretation(Arrays.asList(facts), "GAM POINTE", "ADT^A08", null, reasons, List.of()));
        return entry(position, "feeds.message", new byte[0]);
    }

    /** The same message once more, as another entry. */
    public Entry again(Entry entry) {
        Interpretation said = interpretations.get(entry.position());
        long position = entries.size() + 1L;
        interpretations.put(position, said);
        return entry(position, entry.type(), new byte[0]);
    }

    public List<Entry> entries() {
        return List.copyOf(entries);
    }

    public List<Entry> entries(long[] positions) {
        return Arrays.stream(positions)
                .mapToObj(at -> entries.get((int) at - 1))
                .toList();
    }

    @Override
    public Optional<Interpretation> interpret(Entry entry, Depth depth) {
        return Optional.ofNullable(interpretations.get(entry.position()));
    }

    @Override
    public int version() {
        return 1;
    }

    private Entry entry(long position, String type, byte[] payload) {
        Entry entry = new Entry(
                position,
                new EntryKey(NODE, NODE.hex(), position),
                START.plusSeconds(60 * position),
                type,
                1,
                new Who.Machine(),
                null,
                payload,
                List.of());
        entries.add(entry);
        return entry;
    }

    /** A local time to the minute, {@code 2026-11-23T08:00}. */
    public static PartialTime at(String minute) {
        return new PartialTime(LocalDateTime.parse(minute), PartialTime.Precision.MINUTE, null);
    }

    /** A day, {@code 1961-12-25}. */
    public static PartialTime day(String day) {
        return PartialTime.ofDay(LocalDate.parse(day));
    }
}
