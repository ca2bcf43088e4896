package org.relais.journal;

import java.util.ArrayDeque;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What waits to be done together, first come first served. Whoever adds what completes the number that is waited for is told
 * so, and may see to it himself: to wake another thread costs more than most of what is done with a job.
 */
final class WaitingLine<J> {
    private static final int NOBODY = Integer.MAX_VALUE;

    /** What became of a job that was added. */
    enum Added {
        /** The line was closed: the job is not in it. */
        NOT,
        /** It waits for others, or for whoever is at work. */
        WAITS,
        /** With it there are as many as are waited for; nobody else is told. */
        COMPLETES
    }

    private final ArrayDeque<J> jobs = new ArrayDeque<>();
    private int wanted = 1;
    private boolean closed;
    private long since;

    Added add(J job) {
        synchronized (jobs) {
            if (closed) {
                return Added.NOT;
            }
            if (jobs.isEmpty()) {
                since = System.nanoTime();
            }
            jobs.add(job);
            return complete() ? Added.COMPLETES : Added.WAITS;
        }
    }

    /**
     * Waits for so many from now on.
     *
     * @return whether they are there already, which nobody else is told
     */
    boolean expect(int many) {
        synchronized (jobs) {
            wanted = many;
            return complete();
        }
    }

    private boolean complete() {
        boolean complete = jobs.size() >= wanted;
        if (complete) {
            wanted = NOBODY;
        }
        return complete;
    }

    /** Whether the first has waited so long. */
    boolean overdue(long nanos) {
        synchronized (jobs) {
            return !jobs.isEmpty() && System.nanoTime() - since >= nanos;
        }
    }

    /** Takes the first, if it is of the wanted kind. */
    @Nullable
    J poll(Predicate<J> kind) {
        synchronized (jobs) {
            J first = jobs.peek();
            return first != null && kind.test(first) ? jobs.poll() : null;
        }
    }

    /**
     * Waits for one only, if nothing waits now.
     *
     * @return whether nothing does
     */
    boolean rest() {
        synchronized (jobs) {
            boolean nothing = jobs.isEmpty();
            if (nothing) {
                wanted = 1;
            }
            return nothing;
        }
    }

    int size() {
        synchronized (jobs) {
            return jobs.size();
        }
    }

    /** Takes no more jobs; those that are there stay. */
    void close() {
        synchronized (jobs) {
            closed = true;
        }
    }
}
