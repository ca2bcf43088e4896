package org.relais.upkeep;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.relais.journal.Entry;
import org.relais.journal.ReadModel;

/** What is known of backups: settings, those made, the last drill. May be asked from any thread, without a lock. */
public final class BackupLog implements ReadModel {
    private static final int REMEMBERED = 200;

    private final KeptEntries kept = new KeptEntries();
    private final Deque<BackupMade> made = new ArrayDeque<>();
    private BackupSettings settings = BackupSettings.NONE;
    private @Nullable DrillDone drill;

    @Override
    public String name() {
        return "backups";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public synchronized void apply(Entry entry) {
        BackupSettings.TYPE.read(entry).ifPresent(fact -> {
            settings = fact;
            kept.put("settings", entry);
        });
        DrillDone.TYPE.read(entry).ifPresent(fact -> {
            drill = fact;
            kept.put("drill", entry);
        });
        BackupMade.TYPE.read(entry).ifPresent(fact -> {
            made.addFirst(fact);
            kept.put("made " + fact.file(), entry);
            if (made.size() > REMEMBERED) {
                kept.drop("made " + made.removeLast().file());
            }
        });
    }

    public synchronized BackupSettings settings() {
        return settings;
    }

    /** Those made by the clock, newest first. */
    public synchronized List<BackupMade> made() {
        return List.copyOf(made);
    }

    public synchronized Optional<BackupMade> last() {
        return Optional.ofNullable(made.peekFirst());
    }

    public synchronized Optional<DrillDone> drill() {
        return Optional.ofNullable(drill);
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
