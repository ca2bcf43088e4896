package org.relais.paper;

/** A rectangle in points from the top left corner of the page; of no height or no width, a line. */
record Box(float x, float y, float width, float height) {
    static final float MM = 72 / 25.4f;
    static final float PAGE_WIDTH = 210 * MM;
    static final float PAGE_HEIGHT = 297 * MM;
    static final float LEFT = 20 * MM;
    static final float TOP = 12 * MM;
    static final float WIDTH = PAGE_WIDTH - LEFT - 12 * MM;
    static final float BOTTOM = PAGE_HEIGHT - 12 * MM;
    /** Height of a row to write in by hand. */
    static final float WRITING = 8 * MM;
    /** Side of the page's DataMatrix. */
    static final float MATRIX = 16 * MM;

    static Box across(float x, float y, float width) {
        return new Box(x, y, width, 0);
    }

    static Box down(float x, float y, float height) {
        return new Box(x, y, 0, height);
    }

    Box inset(float by) {
        return new Box(x + by, y + by, width - 2 * by, height - 2 * by);
    }
}
