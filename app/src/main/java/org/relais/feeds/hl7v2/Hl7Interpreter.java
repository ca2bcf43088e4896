package org.relais.feeds.hl7v2;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;
import org.relais.care.Interpretation;
import org.relais.care.Interpretation.Reason;
import org.relais.care.Interpreter;
import org.relais.feeds.ReceivedMessage;
import org.relais.hl7.Message;
import org.relais.hl7.Segment;
import org.relais.hl7.Timestamp;
import org.relais.journal.Entry;
import org.relais.journal.EntryKey;

/**
 * Reads HL7 v2 messages, v2.1 to v2.9. Total: any bytes give an interpretation, at worst one with a reason and no fact.
 * The latest answers about identity are remembered, since an entry is read ahead by one thread and then asked for by
 * several read models in turn. Thread-safe.
 */
public final class Hl7Interpreter implements Interpreter {
    private static final int VERSION = 3;

    /** More than the entries that are opened and not yet folded. */
    private static final int LATEST = 2048;

    private record Remembered(EntryKey key, Interpretation interpretation) {}

    private final AtomicReferenceArray<@Nullable Remembered> latest = new AtomicReferenceArray<>(LATEST);

    @Override
    public Optional<Interpretation> interpret(Entry entry, Depth depth) {
        if (entry.payload() == null || !entry.type().equals(ReceivedMessage.TYPE)) {
            return Optional.empty();
        }
        return depth == Depth.IDENTITY ? remembered(entry) : read(entry, depth);
    }

    private Optional<Interpretation> remembered(Entry entry) {
        int place = Math.floorMod(entry.position(), LATEST);
        Remembered remembered = latest.get(place);
        if (remembered != null && remembered.key().equals(entry.key())) {
            return Optional.of(remembered.interpretation());
        }
        Optional<Interpretation> read = read(entry, Depth.IDENTITY);
        read.ifPresent(interpretation -> latest.set(place, new Remembered(entry.key(), interpretation)));
        return read;
    }

    private Optional<Interpretation> read(Entry entry, Depth depth) {
        return ReceivedMessage.read(entry).map(message -> interpret(message, depth));
    }

    @Override
    public void letGo() {
        for (int place = 0; place < LATEST; place++) {
            latest.set(place, null);
        }
    }

    @Override
    public int version() {
        return VERSION;
    }

    /** What a message says, not yet an entry. */
    public Interpretation interpret(ReceivedMessage received, Depth depth) {
        try {
            return Message.read(received.raw(), received.origin().charset())
                    .map(message -> read(message, received, depth))
                    .orElseGet(() -> unread(received));
        } catch (RuntimeException defect) {
            Reason reason =
                    new Reason("feeds.reason.defect", List.of(defect.getClass().getSimpleName()));
            return new Interpretation(List.of(), "", "", null, List.of(reason), List.of());
        }
    }

    private static Interpretation unread(ReceivedMessage received) {
        String key = Reading.looksLikeSegments(received.raw()) ? "feeds.reason.no-header" : "feeds.reason.not-hl7";
        return new Interpretation(List.of(), "", "", null, List.of(new Reason(key, List.of())), List.of());
    }

    private static Interpretation read(Message message, ReceivedMessage received, Depth depth) {
        Findings findings = new Findings(received.origin().feed());
        Reading reading = new Reading(message, depth, findings);
        reading.fold();
        Segment header = message.header();
        return new Interpretation(
                findings.facts(),
                DataTypes.joined(
                        " ",
                        DataTypes.authority(header.field(3).component(1)),
                        DataTypes.authority(header.field(4).component(1))),
                reading.label(),
                Timestamp.read(header.value(7)),
                findings.reasons(),
                findings.flags());
    }
}
