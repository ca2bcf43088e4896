package org.relais.web.shell;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.relais.access.spring.AccountSession;
import org.relais.access.spring.Requests;
import org.relais.access.spring.Visits;

/** How one stands before a page: what it may show, how it stays alive, when it locks. */
public enum Footing {
    /** Before login. */
    DOOR(null, 0),
    /** Logged in. */
    PERSON("/live", AccountSession.IDLE.toSeconds()),
    /** Locked: boards without names. */
    LOCKED("/live/board", 0),
    /** A shared ward screen. */
    SHARED("/live/screen", 0),
    /** One chart, opened at a shared ward screen. */
    VISIT("/live", AccountSession.VISIT.toSeconds());

    private final @Nullable String live;
    private final long idle;

    Footing(@Nullable String live, long idle) {
        this.live = live;
        this.idle = idle;
    }

    static Footing of(HttpServletRequest request) {
        if (Requests.account(request).isEmpty()) {
            return Requests.screen(request).isPresent() ? SHARED : DOOR;
        }
        if (Visits.under(request)) {
            return VISIT;
        }
        return Requests.locked(request) ? LOCKED : PERSON;
    }

    /** Address of the live link; null when there is none. */
    public @Nullable String live() {
        return live;
    }

    /** Seconds until it locks, as text; null when it does not. */
    public @Nullable String idle() {
        return idle == 0 ? null : Long.toString(idle);
    }

    /** Whether pages are those of a person. */
    boolean personal() {
        return this == PERSON || this == VISIT;
    }
}
