package org.relais.journal;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.relais.journal.store.StoredEntry;
import org.relais.kernel.ProblemException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The two threads below {@link ReadModels}: one opens entries and reads ahead, the other folds them in order. */
final class Folding {
    private static final Logger LOG = LoggerFactory.getLogger(Folding.class);
    private static final int AHEAD = 4;

    /** Opened entries up to a position; {@code until} may be beyond the last of them. */
    private record Batch(List<Entry> entries, long until) {
        boolean end() {
            return until < 0;
        }
    }

    private static final Batch END = new Batch(List.of(), -1);

    /** A model with the position it reflects. */
    private static final class Folded {
        private final ReadModel model;
        private long position;
        private boolean sound = true;

        Folded(ReadModel model) {
            this.model = model;
        }
    }

    private final ReadModels owner;
    private final Journal journal;
    private final List<Folded> models = new ArrayList<>();
    private final Consumer<Entry> ahead;
    private final Snapshots snapshots;
    private final BlockingQueue<Batch> opened = new ArrayBlockingQueue<>(AHEAD);
    private final Object arrival = new Object();
    private final Thread opener;
    private final Thread folder;
    private volatile boolean closing;
    private volatile long from;
    private long snapshotAt;
    private volatile boolean snapshotsGone;

    Folding(ReadModels owner, ReadModels.Folds folds, Snapshots snapshots) {
        this.owner = owner;
        this.journal = owner.journal();
        this.ahead = folds.ahead();
        this.snapshots = snapshots;
        folds.models().forEach(model -> this.models.add(new Folded(model)));
        this.opener = Thread.ofPlatform().daemon().name("journal-opener").unstarted(this::open);
        this.folder = Thread.ofPlatform().daemon().name("journal-folder").unstarted(this::fold);
    }

    void start() {
        LongConsumer wake = _ -> {
            synchronized (arrival) {
                arrival.notifyAll();
            }
        };
        journal.onCommitted(wake);
        folder.start();
    }

    private void fold() {
        if (!loadSnapshots()) {
            return;
        }
        owner.reached(from);
        opener.start();
        try {
            Batch batch = opened.take();
            while (!batch.end() && !closing) {
                fold(batch);
                batch = opened.take();
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * A model may ask those before it in the list while it folds, so none of them may be ahead of it: where one is, every
     * model is folded from the beginning.
     *
     * @return false when a model refused its snapshot: it may be half read, so nothing is shown before a restart
     */
    private boolean loadSnapshots() {
        boolean ordered = true;
        long before = 0;
        for (Folded folded : models) {
            folded.position = position(folded.model);
            ordered &= folded.position >= before;
            before = folded.position;
        }
        for (Folded folded : models) {
            try {
                folded.position = ordered ? folded.position : 0;
                if (folded.position > 0) {
                    snapshots.load(folded.model);
                }
            } catch (IOException | RuntimeException refused) {
                broken(folded, 0, refused);
                return false;
            }
        }
        from = models.isEmpty() ? journal.head() : models.getFirst().position;
        snapshotAt = from;
        return true;
    }

    /** What a snapshot that cannot be read reflects is nothing: it is made again. */
    private long position(ReadModel model) {
        try {
            return snapshots.position(model);
        } catch (IOException | RuntimeException altered) {
            LOG.warn("the snapshot of {} cannot be read; it is made again from the journal", model.name());
            return 0;
        }
    }

    private void fold(Batch batch) {
        owner.underWriteLock(() -> {
            for (Entry entry : batch.entries()) {
                fold(entry);
            }
            for (Folded folded : models) {
                folded.position = Math.max(folded.position, batch.until());
            }
        });
        owner.reached(batch.until());
        if (owner.ready() && (snapshotsGone || batch.until() - snapshotAt >= ReadModels.SNAPSHOT_EVERY)) {
            save();
        }
    }

    /** Takes an entry into every model in turn, so that what it says is worked out once for all of them. */
    private void fold(Entry entry) {
        for (Folded folded : models) {
            if (entry.position() > folded.position) {
                try {
                    folded.model.apply(entry);
                } catch (RuntimeException bug) {
                    broken(folded, entry.position(), bug);
                }
            }
        }
    }

    /** A model that has failed goes on, shown as failed, and is never saved: the next start replays it. */
    private void broken(Folded folded, long position, Exception bug) {
        folded.sound = false;
        String what = bug.getClass().getSimpleName();
        owner.failed(new ReadModels.Failure(folded.model.name(), position, what));
        LOG.error("read model {} failed at position {}: {}", folded.model.name(), position, what);
    }

    private void open() {
        try {
            openAll();
            opened.put(END);
        } catch (InterruptedException stop) {
            opened.clear();
            opened.add(END);
        }
    }

    /** Opens ahead of the folder until closing, or until the journal can no longer be read. */
    private void openAll() throws InterruptedException {
        EntryOpener entries = journal.opener();
        long next = from + 1;
        while (!closing) {
            if (journal.head() < next) {
                awaitArrival(next);
            } else {
                Batch batch = next(entries, next);
                if (batch == null) {
                    return;
                }
                opened.put(batch);
                next = batch.until() + 1;
            }
        }
    }

    private void awaitArrival(long position) throws InterruptedException {
        synchronized (arrival) {
            while (journal.head() < position && !closing) {
                arrival.wait();
            }
        }
    }

    private @Nullable Batch next(EntryOpener opener, long position) {
        try {
            List<StoredEntry> rows = journal.rows(position);
            List<Entry> entries = new ArrayList<>(rows.size());
            for (StoredEntry row : rows) {
                open(opener, row, entries);
            }
            return rows.isEmpty() ? null : new Batch(entries, rows.getLast().position());
        } catch (ProblemException unreadable) {
            owner.failed(new ReadModels.Failure(
                    "journal", position, unreadable.problem().messageKey()));
            LOG.error("the journal cannot be read at position {}; read models stand still", position);
            return null;
        }
    }

    private void open(EntryOpener opener, StoredEntry row, List<Entry> entries) {
        try {
            Entry entry = opener.open(row);
            readAhead(entry);
            entries.add(entry);
        } catch (MalformedEntryException altered) {
            owner.failed(new ReadModels.Failure("journal", row.position(), "journal.corrupt"));
            LOG.error("entry {} does not open: {}", row.position(), altered.getMessage());
        }
    }

    private void readAhead(Entry entry) {
        try {
            ahead.accept(entry);
        } catch (RuntimeException bug) {
            LOG.debug(
                    "read ahead failed at position {}; the model that asks again in its turn says so",
                    entry.position());
        }
    }

    /** Snapshots were dropped: writes them again with the next entries. */
    void snapshotsGone() {
        snapshotsGone = true;
    }

    /** The last model first: a stop half way leaves none ahead of one after it. */
    private void save() {
        snapshotsGone = false;
        for (Folded folded : models.reversed()) {
            if (folded.sound) {
                try {
                    snapshots.save(folded.model, folded.position);
                } catch (IOException | RuntimeException failed) {
                    LOG.warn(
                            "no snapshot of {}: {}",
                            folded.model.name(),
                            failed.getClass().getSimpleName());
                    owner.failed(new ReadModels.Failure(
                            folded.model.name(),
                            folded.position,
                            "snapshot " + failed.getClass().getSimpleName()));
                }
            }
        }
        snapshotAt = owner.position();
    }

    void close() {
        closing = true;
        opener.interrupt();
        boolean interrupted = joined(folder);
        interrupted |= joined(opener);
        if (owner.ready()) {
            save();
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean joined(Thread thread) {
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException later) {
                interrupted = true;
            }
        }
        return interrupted;
    }
}
