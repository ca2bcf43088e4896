package org.relais.care.identity.match;

/** What is proposed about a newcomer. People decide; nothing merges by itself. */
public enum Decision {
    /** Surely somebody known: probability at least 0.9999, ten bits before the next, nothing against it. */
    LINK,
    /** Perhaps somebody known: a person looks. */
    CLERICAL,
    /** Nobody known. */
    NEW;

    /** At or above this probability a link is proposed, when nothing else stands against it. */
    public static final double SURE = .9999;
    /** Below this probability the newcomer is new. */
    public static final double DOUBT = .01;
    /** How far the first must be before the second, in bits. */
    public static final double MARGIN = 10;

    /**
     * The decision on the best candidate.
     *
     * @param margin bits between it and the next; infinite where there is no other
     */
    static Decision of(double probability, double margin, long pattern) {
        if (probability < DOUBT) {
            return NEW;
        }
        boolean sure = probability >= SURE
                && margin >= MARGIN
                && !Score.hasHardConflict(pattern)
                && Score.isCorroborated(pattern);
        return sure ? LINK : CLERICAL;
    }
}
