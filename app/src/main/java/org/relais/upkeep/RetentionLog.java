package org.relais.upkeep;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.relais.journal.Entry;
import org.relais.journal.ReadModel;

/** What is known of forgetting: the settings, and the last run. May be asked from any thread, without a lock. */
public final class RetentionLog implements ReadModel {
    private final KeptEntries kept = new KeptEntries();
    private RetentionSettings settings = RetentionSettings.USUAL;
    private @Nullable RetentionRun last;
    private Instant packsBefore = Instant.EPOCH;

    @Override
    public String name() {
        return "retention";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public synchronized void apply(Entry entry) {
        RetentionSettings.TYPE.read(entry).ifPresent(fact -> {
            settings = fact;
            kept.put("settings", entry);
        });
        RetentionRun.TYPE.read(entry).ifPresent(fact -> {
            last = fact;
            kept.put("run", entry);
            if (fact.packsBefore().isAfter(packsBefore)) {
                packsBefore = fact.packsBefore();
                kept.put("packs", entry);
            }
        });
    }

    public synchronized RetentionSettings settings() {
        return settings;
    }

    public synchronized Optional<RetentionRun> last() {
        return Optional.ofNullable(last);
    }

    /** The words of searches before this moment are gone. */
    public synchronized Instant wordsBefore() {
        RetentionRun run = last;
        return run == null ? Instant.EPOCH : run.wordsBefore();
    }

    /** Packs whose data stop at or before this moment may hold somebody who is forgotten. */
    public synchronized Instant packsBefore() {
        return packsBefore;
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
