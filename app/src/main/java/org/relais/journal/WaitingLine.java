package org.relais.journal;

import java.util.ArrayDeque;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What waits for one thread, first come first served. That thread is woken once for as many as it waits for, not once for
 * each: to wake a thread costs more than most of what is done with a job.
 */
final class WaitingLine<J> {
    private static final Logger LOG = LoggerFactory.getLogger(WaitingLine.class);
    private static final int NOBODY = Integer.MAX_VALUE;

    private final ArrayDeque<J> jobs = new ArrayDeque<>();
    private int wanted = NOBODY;
    private boolean closed;
    private volatile @Nullable Thread taker;

    /** @return false when the line was closed: the job is not in it */
    boolean add(J job) {
        boolean enough;
        synchronized (jobs) {
            if (closed) {
                return false;
            }
            enough = put(job);
        }
        if (enough) {
            LockSupport.unpark(taker);
        }
        return true;
    }

    /** Adds the last job there will be. @return false when there is a last one already */
    boolean close(J last) {
        synchronized (jobs) {
            if (closed) {
                return false;
            }
            closed = true;
            wanted = Math.min(wanted, 1);
            put(last);
        }
        LockSupport.unpark(taker);
        return true;
    }

    /** @return whether there are now as many as are waited for */
    private boolean put(J job) {
        jobs.add(job);
        boolean enough = jobs.size() >= wanted;
        if (enough) {
            wanted = NOBODY;
        }
        return enough;
    }

    @Nullable
    J poll() {
        synchronized (jobs) {
            return jobs.poll();
        }
    }

    int size() {
        synchronized (jobs) {
            return jobs.size();
        }
    }

    /**
     * The first in the line, once there are {@code many}; or, when so many do not come within a time, once there is one.
     * Asked by one thread only, always the same.
     *
     * @param nanos how long the others may be waited for
     */
    J take(int many, long nanos) {
        taker = Thread.currentThread();
        if (many > 1) {
            await(many, System.nanoTime() + nanos);
        }
        J first = poll();
        while (first == null) {
            await(1, Long.MAX_VALUE);
            first = poll();
        }
        return first;
    }

    private void await(int many, long until) {
        while (missing(many)) {
            if (until == Long.MAX_VALUE) {
                LockSupport.park(this);
            } else {
                long left = until - System.nanoTime();
                if (left <= 0) {
                    return;
                }
                LockSupport.parkNanos(this, left);
            }
            if (Thread.interrupted()) {
                LOG.warn("the journal's writer was interrupted, and goes on: only closing ends it");
            }
        }
    }

    private boolean missing(int many) {
        synchronized (jobs) {
            boolean missing = jobs.size() < (closed ? 1 : many);
            wanted = missing ? many : NOBODY;
            return missing;
        }
    }
}
