package org.relais.feeds;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.relais.care.Interpretation;
import org.relais.care.Interpreter;
import org.relais.hl7.Header;
import org.relais.journal.Entry;
import org.relais.journal.ReadModel;
import org.relais.kernel.FeedName;
import org.relais.kernel.PartialTime;

/**
 * What each feed has brought: how much was kept and quarantined, when the last message came and when it was sent, how many
 * in its last hour, how often a sender used a control id again for another message (among its last messages), batches
 * whose counts are wrong, files that could not be taken.
 */
public final class FeedLedger implements ReadModel {
    /**
     * State of one feed as the journal tells it.
     *
     * @param lastHour messages of the sixty minutes that end with {@link #lastAt}
     * @param recycled messages whose MSH-3, MSH-4 and MSH-10 another message had before
     * @param sent     the last message that says when it was sent
     */
    public record Line(
            FeedName feed,
            long kept,
            long quarantined,
            long recycled,
            @Nullable Instant lastAt,
            long lastHour,
            @Nullable Sent sent,
            Bulk bulk) {

        /** Messages of the hour before a moment; none once the last one is older. */
        public long lastHour(Instant now) {
            return lastAt == null || lastAt.isBefore(now.minusSeconds(3600)) ? 0 : lastHour;
        }
    }

    /** When a message was sent, as its MSH-7 says, and when it was recorded here. */
    public record Sent(PartialTime said, Instant recordedAt) {}

    /**
     * Batches and files.
     *
     * @param wrongBatches those whose counts are not what was found, or that have no end
     * @param lastWrong    position of the last of these, 0 for none
     * @param refusedFiles files of a watched folder that were put aside
     */
    public record Bulk(long batches, long wrongBatches, long lastWrong, long refusedFiles) {
        static final Bulk NONE = new Bulk(0, 0, 0, 0);
    }

    private final Interpreter interpreter;
    private final TreeMap<String, FeedAccount> accounts = new TreeMap<>();
    private final RecentIds ids = new RecentIds();

    public FeedLedger(Interpreter interpreter) {
        this.interpreter = interpreter;
    }

    @Override
    public String name() {
        return "feed-ledger";
    }

    @Override
    public int version() {
        return 2 + 1000 * interpreter.version();
    }

    @Override
    public void apply(Entry entry) {
        Optional<ReceivedMessage> read = ReceivedMessage.read(entry);
        if (read.isPresent()) {
            message(entry, read.get());
            return;
        }
        BatchReceived.TYPE
                .read(entry)
                .ifPresent(batch -> account(batch.feed())
                        .batch(entry.position(), !batch.flaws().isEmpty()));
        FileRefused.TYPE.read(entry).ifPresent(file -> account(file.feed()).refusedFile());
    }

    private FeedAccount account(String feed) {
        return accounts.computeIfAbsent(feed, name -> new FeedAccount());
    }

    private void message(Entry entry, ReceivedMessage message) {
        FeedAccount account = account(message.origin().feed().value());
        account.at(entry.recordedAt());
        Optional<Interpretation> said = interpreter.interpret(entry, Interpreter.Depth.IDENTITY);
        if (said.isPresent()) {
            account.understood(said.get(), entry.recordedAt());
        }
        Optional<Header> header = Header.of(message.raw());
        if (header.isPresent() && !header.get().field(10).isEmpty() && !ids.add(id(header.get()))) {
            account.recycled();
        }
    }

    /** 64 bits of the hash of sender and control id. */
    private static long id(Header header) {
        byte[] sender = ReceivedMessage.sender(header).getBytes(StandardCharsets.ISO_8859_1);
        return ByteBuffer.wrap(ReceivedMessage.hash(sender)).getLong();
    }

    /** Every feed that has ever brought a message, by name. */
    public List<Line> lines() {
        List<Line> lines = new ArrayList<>();
        accounts.forEach((name, account) -> lines.add(account.line(new FeedName(name))));
        return lines;
    }

    public Optional<Line> line(FeedName feed) {
        return Optional.ofNullable(accounts.get(feed.value())).map(account -> account.line(feed));
    }

    /** Messages kept in the minutes up to a moment, at most sixty of them. */
    public long kept(FeedName feed, Instant now, int minutes) {
        FeedAccount account = accounts.get(feed.value());
        return account == null ? 0 : account.kept(now, minutes);
    }

    @Override
    public void save(DataOutput out) throws IOException {
        out.writeInt(accounts.size());
        for (var one : accounts.entrySet()) {
            out.writeUTF(one.getKey());
            one.getValue().save(out);
        }
        ids.save(out);
    }

    @Override
    public void load(DataInput in) throws IOException {
        accounts.clear();
        int count = in.readInt();
        for (int i = 0; i < count; i++) {
            accounts.put(in.readUTF(), FeedAccount.load(in));
        }
        ids.load(in);
    }
}
