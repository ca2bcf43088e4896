package org.relais.journal;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.relais.journal.store.AlreadyThereException;
import org.relais.journal.store.EntryStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes jobs in groups, one group at a time: whatever queued during the commit before, at most 64 entries or 8 MiB; a larger
 * job is a group of its own. Jobs in flight share a budget of 64 MiB, beyond which callers wait. The first failure stops
 * writing for good.
 *
 * <p>Senders in lock-step come back as soon as they are answered: those who have just been answered are waited for, and never
 * longer than half a millisecond or two. The caller whose job completes that number commits the group, on his own thread; so
 * does a caller alone, at once. A thread of the writer's own sees to those whom others did not come to complete, and to what
 * queued meanwhile.
 */
final class GroupWriter implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(GroupWriter.class);
    static final int GROUP_ENTRIES = 64;
    private static final long GROUP_BYTES = 8L << 20;
    private static final int BUDGET_KIB = 64 << 10;
    private static final long LONGEST_GATHERING = 500_000;
    /** How many times the writer's thread looks after the line in vain before it sleeps. */
    private static final int VAIN_LOOKS = 20;

    /** A draft with the keyed hash of its dedup key. */
    record Pending(Draft draft, byte @Nullable [] dedup) {}

    private sealed interface Job {
        CompletableFuture<List<Receipt>> done();
    }

    private record Append(List<Pending> drafts, long bytes, int budget, CompletableFuture<List<Receipt>> done)
            implements Job {}

    private record Forget(List<Long> positions, List<Pending> facts, CompletableFuture<List<Receipt>> done)
            implements Job {}

    private final EntryStore store;
    private final GroupMaker maker;
    private final LongConsumer committed;
    private final WaitingLine<Job> queue = new WaitingLine<>();
    private final Semaphore budget = new Semaphore(BUDGET_KIB);
    private final ReentrantLock turn = new ReentrantLock();
    private final Thread thread;
    private volatile @Nullable Throwable failure;
    private volatile boolean closing;
    private volatile boolean asleep;
    private volatile boolean due;
    private volatile boolean busy;

    /** @param committed told, by one thread at a time, the position of each group's last entry once on disk */
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
        switch (queue.add(job)) {
            case NOT -> {
                release(job);
                job.done().completeExceptionally(Problems.closed());
            }
            case WAITS -> {}
            case COMPLETES -> {
                if (turn.tryLock()) {
                    oneGroup();
                } else {
                    wake();
                }
            }
        }
    }

    private void wake() {
        due = true;
        LockSupport.unpark(thread);
    }

    /** With the turn taken: commits a group of what waits, gives up the turn, and answers. */
    private void oneGroup() {
        List<Runnable> answers = new ArrayList<>();
        int jobs = 0;
        try {
            jobs = commit(answers);
        } finally {
            expect(Math.min(GROUP_ENTRIES, jobs + queue.size()));
            turn.unlock();
        }
        Once.eachTime(() -> answers.forEach(Runnable::run));
    }

    /** Whatever became of the group, the next is waited for: nobody is left in the line. */
    private void expect(int inFlight) {
        busy = true;
        if (queue.expect(Math.max(1, inFlight))) {
            wake();
        } else if (inFlight > 1 && asleep) {
            LockSupport.unpark(thread);
        }
    }

    /** What the writer's own thread does. */
    private void run() {
        int vain = 0;
        while (!closing) {
            busy = false;
            if (vain < VAIN_LOOKS) {
                LockSupport.parkNanos(this, LONGEST_GATHERING);
            } else {
                sleep();
                vain = 0;
            }
            while (due || queue.overdue(LONGEST_GATHERING)) {
                due = false;
                turn.lock();
                oneGroup();
            }
            vain = busy ? 0 : vain + 1;
            if (Thread.interrupted()) {
                LOG.warn("the journal's writer was interrupted, and goes on: only closing ends it");
            }
        }
    }

    /** Until more than one wait for each other again: a caller alone needs nobody. */
    private void sleep() {
        asleep = true;
        if (queue.rest() && !due && !closing) {
            LockSupport.park(this);
        }
        asleep = false;
    }

    /** @return how many jobs were done */
    private int commit(List<Runnable> answers) {
        Job first = queue.poll(_ -> true);
        return switch (first) {
            case null -> 0;
            case Forget forget -> {
                forget(forget, answers);
                yield 1;
            }
            case Append append -> {
                List<Append> group = groupOf(append);
                commitAll(group, answers);
                yield group.size();
            }
        };
    }

    private List<Append> groupOf(Append first) {
        List<Append> group = new ArrayList<>();
        int entries = 0;
        long bytes = 0;
        Append next = first;
        while (next != null) {
            group.add(next);
            entries += next.drafts().size();
            bytes += next.bytes();
            int room = GROUP_ENTRIES - entries;
            long left = GROUP_BYTES - bytes;
            next = (Append) queue.poll(
                    job -> job instanceof Append other && other.drafts().size() <= room && other.bytes() <= left);
        }
        return group;
    }

    private void commitAll(List<Append> jobs, List<Runnable> answers) {
        Throwable cause = failure;
        if (cause != null) {
            jobs.forEach(job -> fail(job, cause, answers));
            return;
        }
        try {
            if (jobs.getFirst().drafts().isEmpty()) {
                write(maker.opening());
            }
            GroupMaker.Group group = written(jobs.stream().map(Append::drafts).toList());
            for (int i = 0; i < jobs.size(); i++) {
                Append job = jobs.get(i);
                List<Receipt> receipts = group.receipts().get(i);
                release(job);
                answers.add(() -> job.done().complete(receipts));
            }
        } catch (IOException | RuntimeException | Error broken) {
            stop(broken);
            jobs.forEach(job -> fail(job, broken, answers));
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

    private void forget(Forget job, List<Runnable> answers) {
        Throwable cause = failure;
        if (cause != null) {
            fail(job, cause, answers);
            return;
        }
        try {
            write(maker.opening());
            GroupMaker.Group group = maker.make(List.of(job.facts()));
            boolean wiped = store.forget(job.positions(), group.rows());
            maker.committed(group);
            committed.accept(group.rows().getLast().position());
            answers.add(
                    wiped
                            ? () -> job.done().complete(group.receipts().getFirst())
                            : () -> job.done().completeExceptionally(Problems.notWiped()));
        } catch (IOException | RuntimeException | Error broken) {
            stop(broken);
            fail(job, broken, answers);
        }
    }

    private void stop(Throwable broken) {
        failure = broken;
        LOG.error("the journal has stopped writing: {}", broken.getClass().getSimpleName());
    }

    private void fail(Job job, Throwable cause, List<Runnable> answers) {
        release(job);
        answers.add(() -> job.done().completeExceptionally(Problems.stopped(cause)));
    }

    private void release(Job job) {
        if (job instanceof Append append) {
            budget.release(append.budget());
        }
    }

    /** Writes what is queued, then ends; waits for whoever is writing. */
    @Override
    public void close() {
        closing = true;
        queue.close();
        do {
            turn.lock();
            oneGroup();
        } while (queue.size() > 0);
        LockSupport.unpark(thread);
    }
}
