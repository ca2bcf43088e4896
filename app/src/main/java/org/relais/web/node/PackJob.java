package org.relais.web.node;

import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.relais.kernel.StaffId;
import org.relais.paper.Watch;

/** A pack in the making, kept in memory only: its progress, and its document once whole. */
final class PackJob implements Watch {
    /** Where it stands. */
    enum State {
        RUNNING,
        DONE,
        CANCELLED,
        FAILED
    }

    private final String id;
    private final StaffId owner;
    private final String what;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private volatile State state = State.RUNNING;
    private volatile boolean cancelled;
    private volatile int done;
    private volatile int expected;
    private volatile Duration left = Duration.ZERO;
    private volatile byte @Nullable [] document;

    PackJob(String id, StaffId owner, String what) {
        this.id = id;
        this.owner = owner;
        this.what = what;
    }

    String id() {
        return id;
    }

    StaffId owner() {
        return owner;
    }

    /** The wards it is for, in words. */
    String what() {
        return what;
    }

    State state() {
        return state;
    }

    int done() {
        return done;
    }

    int expected() {
        return expected;
    }

    Duration left() {
        return left;
    }

    ByteArrayOutputStream out() {
        return out;
    }

    Optional<byte[]> document() {
        return Optional.ofNullable(document);
    }

    void expect(int pages) {
        expected = pages;
    }

    void finish() {
        document = out.toByteArray();
        done = expected;
        state = State.DONE;
    }

    void end(State how) {
        out.reset();
        state = how;
    }

    void cancel() {
        cancelled = true;
    }

    @Override
    public void progress(int pages, int of, Duration rest) {
        done = pages;
        expected = of;
        left = rest;
    }

    @Override
    public boolean cancelled() {
        return cancelled;
    }
}
