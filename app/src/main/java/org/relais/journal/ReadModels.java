package org.relais.journal;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.function.Supplier;

/**
 * All read models of the node, folded by one thread: each group of entries goes into every model under one write lock.
 * Another thread reads and opens entries ahead of it.
 */
public final class ReadModels implements AutoCloseable {
    /** Entries folded after which snapshots are written again. */
    static final long SNAPSHOT_EVERY = 100_000;

    /**
     * A bug or a damage that was met while folding: shown to people, never passed over in silence.
     *
     * @param model    name of the read model, or {@code journal} when the entry itself does not open
     * @param position of the entry, 0 when a snapshot was refused
     * @param what     kind of error, without content
     */
    public record Failure(String model, long position, String what) {}

    private final Journal journal;
    private final Folding folding;
    private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
    private final List<LongConsumer> listeners = new CopyOnWriteArrayList<>();
    private final List<Failure> failures = new CopyOnWriteArrayList<>();
    private final Object folded = new Object();
    private volatile long target;
    private volatile long position;
    private volatile boolean ready;

    /**
     * What is folded.
     *
     * @param models in the order in which each takes an entry in
     * @param ahead  what may be worked out of an entry before its turn, on another thread: for speed alone, the models
     *               are the same without it
     */
    public record Folds(List<ReadModel> models, Consumer<Entry> ahead) {
        public Folds {
            models = List.copyOf(models);
        }
    }

    private ReadModels(Journal journal, Folds folds, Snapshots snapshots) {
        this.journal = journal;
        this.target = journal.head();
        this.folding = new Folding(this, folds, snapshots);
    }

    /** Loads snapshots that fit, replays the rest in the background, and follows the journal until closed. */
    public static ReadModels start(Journal journal, List<ReadModel> models, Path snapshotDirectory) {
        return start(journal, new Folds(models, _ -> {}), snapshotDirectory);
    }

    /** The same, with entries read ahead. */
    public static ReadModels start(Journal journal, Folds folds, Path snapshotDirectory) {
        try {
            ReadModels all = new ReadModels(journal, folds, new Snapshots(journal, snapshotDirectory));
            journal.onForget(new Journal.ForgetListener() {
                @Override
                public void forgot(long position) {
                    all.underWriteLock(() -> folds.models().forEach(model -> model.forgot(position)));
                }

                @Override
                public void dropped() {
                    all.folding.snapshotsGone();
                }
            });
            all.folding.start();
            return all;
        } catch (IOException broken) {
            throw Problems.unreadable(broken);
        }
    }

    /** Whether the start-up replay has reached the head it found. */
    public boolean ready() {
        return ready;
    }

    /** How much of the start-up replay is done, 0 to 1. */
    public double progress() {
        long end = target;
        return ready || end == 0 ? 1 : Math.min(1, (double) position / end);
    }

    /** Position that queries reflect. */
    public long position() {
        return position;
    }

    /** What went wrong while folding; empty when all is well. */
    public List<Failure> failures() {
        return List.copyOf(failures);
    }

    /** Answers a query under the read lock. Copies out; keeps no reference; does no I/O. */
    public <T> T query(Supplier<T> question) {
        lock.readLock().lock();
        try {
            return question.get();
        } finally {
            lock.readLock().unlock();
        }
    }

    /** Waits until the models reflect a position. @return false when they do not yet after {@code atMost} */
    public boolean await(long wanted, Duration atMost) {
        long deadline = System.nanoTime() + atMost.toNanos();
        synchronized (folded) {
            while (position < wanted) {
                long left = deadline - System.nanoTime();
                if (left <= 0) {
                    return false;
                }
                try {
                    folded.wait(left / 1_000_000, (int) (left % 1_000_000));
                } catch (InterruptedException stop) {
                    Thread.currentThread().interrupt();
                    return false;
                }
            }
            return true;
        }
    }

    /** Tells a listener, outside the lock, each position folded once live. Listeners do not block. */
    public void onFolded(LongConsumer listener) {
        listeners.add(listener);
    }

    /** Stops following, and writes snapshots. Close before the journal's directory. */
    @Override
    public void close() {
        folding.close();
    }

    void underWriteLock(Runnable fold) {
        lock.writeLock().lock();
        try {
            fold.run();
        } finally {
            lock.writeLock().unlock();
        }
    }

    void failed(Failure failure) {
        failures.add(failure);
    }

    /** Notes how far the models have come, and wakes who waits for it. */
    void reached(long reachedPosition) {
        boolean live = ready;
        synchronized (folded) {
            position = reachedPosition;
            ready = live || reachedPosition >= target;
            folded.notifyAll();
        }
        if (live) {
            for (LongConsumer listener : listeners) {
                listener.accept(reachedPosition);
            }
        }
    }

    Journal journal() {
        return journal;
    }
}
