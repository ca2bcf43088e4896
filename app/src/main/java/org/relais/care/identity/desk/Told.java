package org.relais.care.identity.desk;

import java.time.Instant;

/**
 * When an act happened, and for whom it is written down (saisie déléguée); who types is the entry's author.
 *
 * @param forWhom whose act it is; empty when it is the author's own
 * @param via     how it reached the author
 */
public record Told(Instant occurredAt, String forWhom, Via via) {
    public static final int LONGEST = 120;

    /** How an act reached whoever types it. */
    public enum Via {
        SELF,
        PHONE,
        RUNNER,
        SHEET
    }

    public static Told now(Instant now) {
        return new Told(now, "", Via.SELF);
    }

    public boolean delegated() {
        return via != Via.SELF;
    }
}
