package org.relais.journal;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.relais.journal.store.AlreadyThereException;
import org.relais.journal.store.EntryStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one thread that writes. It commits whatever queued during the commit before, at most 64 entries or 8 MiB; a larger
 * job is a group of its own. Jobs in flight share a budget of 64 MiB, beyond which callers wait. The first failure stops
 * writing for good.
 *
 * <p>Senders in lock-step come back as soon as they are answered: the writer leaves those it has just answered the
 * time of a commit, and never more than half a millisecond, to be in the next group. A caller alone never waits.
 */
final class GroupWriter implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(GroupWriter.class);
    static final int GROUP_ENTRIES = 64;
    private static final long GROUP_BYTES = 8L << 20;
    private static final int BUDGET_KIB = 64 << 10;
    private static final long LONGEST_GATHERING = 500_000;

    /** A draft with the keyed hash of its dedup key. */
    record Pending(Draft draft, byte @Nullable [] dedup) {}

    private sealed interface Job {
        CompletableFuture<List<Receipt>> done();
    }

    private record Append(List<Pending> drafts, long bytes, int budget, CompletableFuture<List<Receipt>> done)
            implements Job {}

    private record Forget(List<Long> positions, List<Pending> facts, CompletableFuture<List<Receipt>> done)
            implements Job {}

    private record Close(CompletableFuture<List<Receipt>> done) implements Job {}

    private final EntryStore store;
    private final GroupMaker maker;
    private final LongConsumer committed;
    private final WaitingLine<Job> queue = new WaitingLine<>();
    private final Semaphore budget = new Semaphore(BUDGET_KIB);
    private final Thread thread;
    private volatile @Nullable Throwable failure;
    private volatile boolean closing;
    private int inFlight;
    private long commitNanos;

    /** @param committed told, on the writer's thread, the position of each group's last entry once on disk */
    GroupWriter(EntryStore store, GroupMaker maker, LongConsumer committed) {
        this.store = store;
        this.maker = maker;
        this.committed = committed;
        this.thread = Thread.ofPlatform().name("journal-writer").unstarted(this::run);
        thread.start();
    }

    boolean writing() {
        return failure == null && !closing;
    }

    CompletableFuture<List<Receipt>> append(List<Pending> drafts) {
        CompletableFuture<List<Receipt>> done = new CompletableFuture<>();
        long bytes = 0;
        for (Pending pending : drafts) {
            bytes += pending.draft().payload().length;
        }
        int share = (int) Math.min(BUDGET_KIB, 1 + (bytes >> 10));
        if (!refused(done)) {
            budget.acquireUninterruptibly(share);
            offer(new Append(drafts, bytes, share, done));
        }
        return done;
    }

    /** Begins the epoch without a fact. */
    CompletableFuture<List<Receipt>> begin() {
        return append(List.of());
    }

    /** @param facts one for each position; together a group at most */
    CompletableFuture<List<Receipt>> forget(List<Long> positions, List<Pending> facts) {
        CompletableFuture<List<Receipt>> done = new CompletableFuture<>();
        if (!refused(done)) {
            offer(new Forget(positions, facts, done));
        }
        return done;
    }

    private boolean refused(CompletableFuture<List<Receipt>> done) {
        Throwable cause = failure;
        if (cause != null) {
            done.completeExceptionally(Problems.stopped(cause));
        }
        return cause != null;
    }

    private void offer(Job job) {
        if (!queue.add(job)) {
            release(job);
            job.done().completeExceptionally(Problems.closed());
        }
    }

    private void run() {
        Job carried = null;
        while (true) {
            Job first = carried == null ? take() : carried;
            carried = null;
            switch (first) {
                case Close(var done) -> {
                    done.complete(List.of());
                    return;
                }
                case Forget forget -> forget(forget);
                case Append append -> carried = commit(append);
            }
        }
    }

    /** The next job: those who were answered after the commit before are left a moment to be there too. */
    private Job take() {
        return queue.take(Math.min(inFlight, GROUP_ENTRIES), Math.min(LONGEST_GATHERING, commitNanos));
    }

    /** Commits a job and what queued behind it. @return the job that no longer fitted, or null */
    private @Nullable Job commit(Append first) {
        List<Append> group = new ArrayList<>();
        group.add(first);
        int entries = first.drafts().size();
        long bytes = first.bytes();
        Job left = queue.poll();
        while (left instanceof Append next
                && entries + next.drafts().size() <= GROUP_ENTRIES
                && bytes + next.bytes() <= GROUP_BYTES) {
            group.add(next);
            entries += next.drafts().size();
            bytes += next.bytes();
            left = queue.poll();
        }
        commitAll(group);
        return left;
    }

    private void commitAll(List<Append> jobs) {
        Throwable cause = failure;
        if (cause != null) {
            jobs.forEach(job -> fail(job, cause));
            return;
        }
        long began = System.nanoTime();
        try {
            if (jobs.getFirst().drafts().isEmpty()) {
                write(maker.opening());
            }
            GroupMaker.Group group = written(jobs.stream().map(Append::drafts).toList());
            commitNanos = System.nanoTime() - began;
            inFlight = jobs.size() + queue.size();
            for (int i = 0; i < jobs.size(); i++) {
                release(jobs.get(i));
                jobs.get(i).done().complete(group.receipts().get(i));
            }
        } catch (IOException | RuntimeException | Error broken) {
            stop(broken);
            jobs.forEach(job -> fail(job, broken));
        }
    }

    private GroupMaker.Group written(List<List<Pending>> drafts) throws IOException {
        boolean lookedUp = maker.lookingUp();
        GroupMaker.Group group = maker.make(drafts);
        try {
            write(group);
            return group;
        } catch (AlreadyThereException known) {
            if (lookedUp) {
                throw known;
            }
            GroupMaker.Group others = maker.makeAgain(drafts);
            write(others);
            return others;
        }
    }

    private void write(GroupMaker.Group group) throws IOException {
        if (!group.rows().isEmpty()) {
            store.append(group.rows());
            maker.committed(group);
            committed.accept(group.rows().getLast().position());
        }
    }

    private void forget(Forget job) {
        Throwable cause = failure;
        if (cause != null) {
            fail(job, cause);
            return;
        }
        try {
            write(maker.opening());
            GroupMaker.Group group = maker.make(List.of(job.facts()));
            boolean wiped = store.forget(job.positions(), group.rows());
            maker.committed(group);
            committed.accept(group.rows().getLast().position());
            if (wiped) {
                job.done().complete(group.receipts().getFirst());
            } else {
                job.done().completeExceptionally(Problems.notWiped());
            }
        } catch (IOException | RuntimeException | Error broken) {
            stop(broken);
            fail(job, broken);
        }
    }

    private void stop(Throwable broken) {
        failure = broken;
        LOG.error("the journal has stopped writing: {}", broken.getClass().getSimpleName());
    }

    private void fail(Job job, Throwable cause) {
        release(job);
        job.done().completeExceptionally(Problems.stopped(cause));
    }

    private void release(Job job) {
        if (job instanceof Append append) {
            budget.release(append.budget());
        }
    }

    /** Writes what is queued, then ends the thread. */
    @Override
    public void close() {
        CompletableFuture<List<Receipt>> done = new CompletableFuture<>();
        closing = true;
        if (queue.close(new Close(done))) {
            done.join();
        }
    }
}
