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

/**
 * What each feed has brought: how much was kept and quarantined, when the last message came, how many in its last hour, and
 * how often a sender used a control id again for another message (among its last messages).
 */
public final class FeedLedger implements ReadModel {
    /**
     * State of one feed as the journal tells it.
     *
     * @param lastHour messages of the sixty minutes that end with {@link #lastAt}
     * @param recycled messages whose MSH-3, MSH-4 and MSH-10 another message had before
     */
    public record Line(
            FeedName feed,
            long kept,
            long quarantined,
            long recycled,
            @Nullable Instant lastAt,
            long lastHour) {

        /** Messages of the hour before a moment; none once the last one is older. */
        public long lastHour(Instant now) {
            return lastAt == null || lastAt.isBefore(now.minusSeconds(3600)) ? 0 : lastHour;
        }
    }

    private static final int MINUTES = 60;

    private static final class Account {
        private long kept;
        private long quarantined;
        private long recycled;
        private long lastMillis = Long.MIN_VALUE;
        private long lastMinute = Long.MIN_VALUE;
        private final int[] minutes = new int[MINUTES];

        void at(Instant recorded) {
            long minute = Math.floorDiv(recorded.getEpochSecond(), 60L);
            long from = Math.max(lastMinute + 1, minute - MINUTES + 1);
            for (long passed = from; passed <= minute; passed++) {
                minutes[(int) Math.floorMod(passed, (long) MINUTES)] = 0;
            }
            lastMinute = Math.max(lastMinute, minute);
            if (minute > lastMinute - MINUTES) {
                minutes[(int) Math.floorMod(minute, (long) MINUTES)]++;
            }
            lastMillis = Math.max(lastMillis, recorded.toEpochMilli());
        }

        Line line(FeedName feed) {
            long hour = 0;
            for (int minute : minutes) {
                hour += minute;
            }
            Instant last = lastMillis == Long.MIN_VALUE ? null : Instant.ofEpochMilli(lastMillis);
            return new Line(feed, kept, quarantined, recycled, last, hour);
        }
    }

    private final Interpreter interpreter;
    private final TreeMap<String, Account> accounts = new TreeMap<>();
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
        return 1 + 1000 * interpreter.version();
    }

    @Override
    public void apply(Entry entry) {
        Optional<ReceivedMessage> read = ReceivedMessage.read(entry);
        if (read.isEmpty()) {
            return;
        }
        Account account = accounts.computeIfAbsent(read.get().origin().feed().value(), name -> new Account());
        account.kept++;
        account.at(entry.recordedAt());
        Optional<Interpretation> said = interpreter.interpret(entry, Interpreter.Depth.IDENTITY);
        if (said.isPresent() && said.get().quarantined()) {
            account.quarantined++;
        }
        Optional<Header> header = Header.of(read.get().raw());
        if (header.isPresent() && !header.get().field(10).isEmpty() && !ids.add(id(header.get()))) {
            account.recycled++;
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

    @Override
    public void save(DataOutput out) throws IOException {
        out.writeInt(accounts.size());
        for (var one : accounts.entrySet()) {
            Account account = one.getValue();
            out.writeUTF(one.getKey());
            out.writeLong(account.kept);
            out.writeLong(account.quarantined);
            out.writeLong(account.recycled);
            out.writeLong(account.lastMillis);
            out.writeLong(account.lastMinute);
            for (int minute : account.minutes) {
                out.writeInt(minute);
            }
        }
        ids.save(out);
    }

    @Override
    public void load(DataInput in) throws IOException {
        accounts.clear();
        int count = in.readInt();
        for (int i = 0; i < count; i++) {
            Account account = new Account();
            accounts.put(in.readUTF(), account);
            account.kept = in.readLong();
            account.quarantined = in.readLong();
            account.recycled = in.readLong();
            account.lastMillis = in.readLong();
            account.lastMinute = in.readLong();
            for (int minute = 0; minute < MINUTES; minute++) {
                account.minutes[minute] = in.readInt();
            }
        }
        ids.load(in);
    }
}
