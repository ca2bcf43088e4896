package org.relais.paper;

/** How long a care and medication chart lasts. */
public enum MarSpan {
    /** Twelve columns of two hours from now; a row for what is planned, a row for what is done. */
    HOURS_24(2),
    /** Three days from midnight, a row each. */
    HOURS_72(3);

    private final int rows;

    MarSpan(int rows) {
        this.rows = rows;
    }

    int rows() {
        return rows;
    }
}
