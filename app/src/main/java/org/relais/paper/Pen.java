package org.relais.paper;

/** How a line is drawn; nothing thinner than half a point survives a copier. */
enum Pen {
    HAIR(0.5f, 0, 0),
    RULE(1, 0, 0),
    HEAVY(1.5f, 0, 0),
    DASHED(1.5f, 5, 3),
    DOTTED(0.75f, 0.75f, 2.25f);

    private final float width;
    private final float on;
    private final float off;

    Pen(float width, float on, float off) {
        this.width = width;
        this.on = on;
        this.off = off;
    }

    float width() {
        return width;
    }

    float on() {
        return on;
    }

    float off() {
        return off;
    }
}
