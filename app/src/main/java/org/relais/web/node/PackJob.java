package org.relais.web.node;

import java.time.Duration;
import java.time.Instant;
import org.relais.kernel.Who;
import org.relais.paper.Watch;

/** One pack on its way: who asked for it, and how far it has come. Thread-safe. */
final class PackJob implements Watch {
    private final String id;
    private final Who who;
    private final PackOrder order;
    private volatile PackStep step = new PackStep.Waiting();
    private volatile Instant touched;
    private volatile boolean cancelled;

    PackJob(String id, Who who, PackOrder order, Instant now) {
        this.id = id;
        this.who = who;
        this.order = order;
        this.touched = now;
    }

    String id() {
        return id;
    }

    Who who() {
        return who;
    }

    PackOrder order() {
        return order;
    }

    PackStep step() {
        return step;
    }

    /** When it last went a step further, or was looked at. */
    Instant touched() {
        return touched;
    }

    void to(PackStep next, Instant now) {
        step = next;
        touched = now;
    }

    void cancel(Instant now) {
        cancelled = true;
        if (!step.running()) {
            to(new PackStep.Cancelled(), now);
        }
    }

    @Override
    public void progress(int done, int expected, Duration left) {
        step = new PackStep.Printing(done, expected, left);
    }

    @Override
    public boolean cancelled() {
        return cancelled;
    }
}
