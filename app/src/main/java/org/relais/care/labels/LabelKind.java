package org.relais.care.labels;

/** Kinds of band and label. */
public enum LabelKind {
    BAND(true, 2),
    /** The band of a woman who gives birth: her number is the one that her newborns' bands repeat. */
    MOTHER_BAND(true, 2),
    NEWBORN_BAND(true, 4),
    TUBE(false, 200),
    DOCUMENT(false, 200);

    private final boolean band;
    private final int most;

    LabelKind(boolean band, int most) {
        this.band = band;
        this.most = most;
    }

    /** Whether it is worn. */
    public boolean band() {
        return band;
    }

    /** How many are printed at once at most. */
    public int most() {
        return most;
    }
}
