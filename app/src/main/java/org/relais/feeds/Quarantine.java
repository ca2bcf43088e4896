package org.relais.feeds;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.relais.care.Interpretation;
import org.relais.care.Interpretation.Reason;
import org.relais.care.Interpreter;
import org.relais.journal.Entry;
import org.relais.journal.ReadModel;
import org.relais.kernel.FeedName;

/**
 * The messages that were kept but could not be folded, wholly or in part, and why. Holds no text of theirs: the raw message
 * stays in the journal at its position.
 */
public final class Quarantine implements ReadModel {
    /**
     * One message in quarantine.
     *
     * @param label   what it is, for instance {@code ADT^A29}; may be empty
     * @param source  sending application and facility; may be empty
     * @param reasons keys of {@code i18n/feeds_{fr,en}.properties} with arguments
     */
    public record Held(
            long position,
            FeedName feed,
            String label,
            String source,
            Instant receivedAt,
            List<Reason> reasons,
            List<Reason> flags) {}

    private final Interpreter interpreter;
    private final NavigableMap<Long, Held> held = new TreeMap<>();
    private @Nullable QuarantineRead lastRead;
    private @Nullable Instant lastReadAt;

    public Quarantine(Interpreter interpreter) {
        this.interpreter = interpreter;
    }

    @Override
    public String name() {
        return "quarantine";
    }

    @Override
    public int version() {
        return 2 + 1000 * interpreter.version();
    }

    @Override
    public void apply(Entry entry) {
        QuarantineRead.TYPE.read(entry).ifPresent(noted -> {
            lastRead = noted;
            lastReadAt = entry.recordedAt();
        });
        Optional<Interpretation> read = interpreter.interpret(entry, Interpreter.Depth.IDENTITY);
        if (read.isEmpty() || !read.get().quarantined()) {
            return;
        }
        Interpretation said = read.get();
        FeedName feed = ReceivedMessage.read(entry)
                .map(message -> message.origin().feed())
                .orElse(new FeedName("unknown"));
        held.put(
                entry.position(),
                new Held(
                        entry.position(),
                        feed,
                        said.label(),
                        said.source(),
                        entry.recordedAt(),
                        said.reasons(),
                        said.flags()));
    }

    @Override
    public void forgot(long position) {
        held.remove(position);
    }

    /** Places of messages received before a moment, oldest first. */
    public List<Long> before(Instant moment) {
        return held.values().stream()
                .filter(one -> one.receivedAt().isBefore(moment))
                .map(Held::position)
                .toList();
    }

    /** The latest first, from before a position, at most {@code count}. */
    public List<Held> list(long before, int count) {
        return held.headMap(before, false).descendingMap().values().stream()
                .limit(count)
                .toList();
    }

    /** Whether a message waits because its feed's word does not count. */
    public boolean proposed(long position) {
        return get(position).stream()
                .flatMap(one -> one.reasons().stream())
                .anyMatch(reason -> reason.key().equals(AuthoritativeInterpreter.PROPOSED));
    }

    public Optional<Held> get(long position) {
        return Optional.ofNullable(held.get(position));
    }

    public int size() {
        return held.size();
    }

    /** Where they lie in the journal, ascending. */
    List<Long> positions() {
        return List.copyOf(held.keySet());
    }

    /** What was in quarantine when it was last written down. */
    Optional<QuarantineRead> lastRead() {
        return Optional.ofNullable(lastRead);
    }

    /** When that was. */
    public Optional<Instant> lastReadAt() {
        return Optional.ofNullable(lastReadAt);
    }

    @Override
    public void save(DataOutput out) throws IOException {
        out.writeInt(held.size());
        for (Held one : held.values()) {
            out.writeLong(one.position());
            text(out, one.feed().value());
            text(out, one.label());
            text(out, one.source());
            Instant received = one.receivedAt();
            out.writeLong(received.getEpochSecond());
            out.writeInt(received.getNano());
            reasons(out, one.reasons());
            reasons(out, one.flags());
        }
        QuarantineRead noted = lastRead;
        Instant at = lastReadAt;
        out.writeBoolean(noted != null);
        if (noted != null && at != null) {
            out.writeInt(noted.interpreter());
            text(out, noted.positions());
            text(out, at.toString());
        }
    }

    @Override
    public void load(DataInput in) throws IOException {
        held.clear();
        int count = in.readInt();
        for (int i = 0; i < count; i++) {
            long position = in.readLong();
            held.put(
                    position,
                    new Held(
                            position,
                            new FeedName(text(in)),
                            text(in),
                            text(in),
                            Instant.ofEpochSecond(in.readLong(), in.readInt()),
                            reasons(in),
                            reasons(in)));
        }
        boolean noted = in.readBoolean();
        lastRead = noted ? new QuarantineRead(in.readInt(), text(in)) : null;
        lastReadAt = noted ? Instant.parse(text(in)) : null;
    }

    private static void reasons(DataOutput out, List<Reason> reasons) throws IOException {
        out.writeInt(reasons.size());
        for (Reason reason : reasons) {
            text(out, reason.key());
            out.writeInt(reason.args().size());
            for (String arg : reason.args()) {
                text(out, arg);
            }
        }
    }

    private static List<Reason> reasons(DataInput in) throws IOException {
        List<Reason> reasons = new ArrayList<>();
        int count = in.readInt();
        for (int i = 0; i < count; i++) {
            String key = text(in);
            List<String> args = new ArrayList<>();
            int size = in.readInt();
            for (int j = 0; j < size; j++) {
                args.add(text(in));
            }
            reasons.add(new Reason(key, List.copyOf(args)));
        }
        return List.copyOf(reasons);
    }

    private static void text(DataOutput out, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static String text(DataInput in) throws IOException {
        byte[] bytes = new byte[in.readInt()];
        in.readFully(bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
