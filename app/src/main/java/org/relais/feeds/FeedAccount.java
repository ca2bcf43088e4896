package org.relais.feeds;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.relais.care.Interpretation;
import org.relais.feeds.FeedLedger.Bulk;
import org.relais.feeds.FeedLedger.Line;
import org.relais.feeds.FeedLedger.Sent;
import org.relais.kernel.FeedName;
import org.relais.kernel.PartialTime;
import org.relais.kernel.PartialTime.Precision;

/** What one feed has brought; the messages of its last sixty minutes are counted minute by minute. */
final class FeedAccount {
    private static final int MINUTES = 60;

    private final int[] minutes = new int[MINUTES];
    private long kept;
    private long quarantined;
    private long recycled;
    private long lastMillis = Long.MIN_VALUE;
    private long lastMinute = Long.MIN_VALUE;
    private @Nullable Sent sent;
    private Bulk bulk = Bulk.NONE;

    /** A message was kept. */
    void at(Instant recorded) {
        kept++;
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

    void understood(Interpretation said, Instant recorded) {
        PartialTime time = said.sentAt();
        if (said.quarantined()) {
            quarantined++;
        }
        if (time != null && time.precision().compareTo(Precision.MINUTE) >= 0) {
            sent = new Sent(time, Instant.ofEpochMilli(recorded.toEpochMilli()));
        }
    }

    void recycled() {
        recycled++;
    }

    void batch(long position, boolean wrong) {
        bulk = new Bulk(
                bulk.batches() + 1,
                bulk.wrongBatches() + (wrong ? 1 : 0),
                wrong ? position : bulk.lastWrong(),
                bulk.refusedFiles());
    }

    void refusedFile() {
        bulk = new Bulk(bulk.batches(), bulk.wrongBatches(), bulk.lastWrong(), bulk.refusedFiles() + 1);
    }

    /** Messages kept in the minutes that end with the one of a moment. */
    long kept(Instant now, int count) {
        long last = Math.floorDiv(now.getEpochSecond(), 60L);
        long sum = 0;
        for (long minute = last - count + 1; minute <= last; minute++) {
            if (minute <= lastMinute && minute > lastMinute - MINUTES) {
                sum += minutes[(int) Math.floorMod(minute, (long) MINUTES)];
            }
        }
        return sum;
    }

    Line line(FeedName feed) {
        long hour = 0;
        for (int minute : minutes) {
            hour += minute;
        }
        Instant last = lastMillis == Long.MIN_VALUE ? null : Instant.ofEpochMilli(lastMillis);
        return new Line(feed, kept, quarantined, recycled, last, hour, sent, bulk);
    }

    void save(DataOutput out) throws IOException {
        out.writeLong(kept);
        out.writeLong(quarantined);
        out.writeLong(recycled);
        out.writeLong(lastMillis);
        out.writeLong(lastMinute);
        for (int minute : minutes) {
            out.writeInt(minute);
        }
        out.writeLong(bulk.batches());
        out.writeLong(bulk.wrongBatches());
        out.writeLong(bulk.lastWrong());
        out.writeLong(bulk.refusedFiles());
        Sent last = sent;
        out.writeBoolean(last != null);
        if (last != null) {
            ZoneOffset offset = last.said().offset();
            out.writeUTF(last.said().local().toString());
            out.writeUTF(last.said().precision().name());
            out.writeUTF(offset == null ? "" : offset.getId());
            out.writeLong(last.recordedAt().toEpochMilli());
        }
    }

    static FeedAccount load(DataInput in) throws IOException {
        FeedAccount account = new FeedAccount();
        account.kept = in.readLong();
        account.quarantined = in.readLong();
        account.recycled = in.readLong();
        account.lastMillis = in.readLong();
        account.lastMinute = in.readLong();
        for (int minute = 0; minute < MINUTES; minute++) {
            account.minutes[minute] = in.readInt();
        }
        account.bulk = new Bulk(in.readLong(), in.readLong(), in.readLong(), in.readLong());
        if (in.readBoolean()) {
            LocalDateTime local = LocalDateTime.parse(in.readUTF());
            Precision precision = Precision.valueOf(in.readUTF());
            String offset = in.readUTF();
            account.sent = new Sent(
                    new PartialTime(local, precision, offset.isEmpty() ? null : ZoneOffset.of(offset)),
                    Instant.ofEpochMilli(in.readLong()));
        }
        return account;
    }
}
