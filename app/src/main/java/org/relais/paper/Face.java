package org.relais.paper;

/** A weight and a size of the one typeface; {@code lead} is the distance between baselines. */
record Face(boolean bold, float size, float lead) {
    static final Face SMALL = new Face(false, 9, 11.5f);
    static final Face SMALL_BOLD = new Face(true, 9, 11.5f);
    static final Face BODY = new Face(false, 10, 13);
    static final Face BOLD = new Face(true, 10, 13);
    static final Face HEAD = new Face(true, 12, 16);
    static final Face NAME = new Face(true, 14, 18);
    static final Face TITLE = new Face(true, 15, 18);
    static final Face DISPLAY = new Face(true, 28, 32);

    Face weight(boolean heavy) {
        return heavy == bold ? this : new Face(heavy, size, lead);
    }

    /** From the top of a line of this face to its baseline. */
    float ascent() {
        return (lead - size) / 2 + size * 0.80f;
    }
}
