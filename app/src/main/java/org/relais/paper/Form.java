package org.relais.paper;

/** The pieces that blank forms are made of: lines to write on, boxes to tick. */
final class Form {
    private static final float GUTTER = 10;
    private final Flow flow;
    private final Kit kit;

    Form(Flow flow) {
        this.flow = flow;
        kit = flow.kit();
    }

    /** A line to write on after its label, as wide as its share of the row. */
    record Field(String key, float share) {}

    static Field field(String key, float share) {
        return new Field(key, share);
    }

    void section(String key) {
        flow.gap(-2);
        flow.heading(kit.say(key));
    }

    void fields(Field... fields) {
        flow.need(Box.WRITING);
        float sum = 0;
        for (Field each : fields) {
            sum += each.share();
        }
        float width = Box.WIDTH - GUTTER * (fields.length - 1);
        float x = Box.LEFT;
        for (Field each : fields) {
            float mine = width * each.share() / sum;
            line(kit.say(each.key()), x, mine);
            x += mine + GUTTER;
        }
        flow.down(Box.WRITING);
    }

    /** A label, boxes to tick, and the rest of the row to write on. */
    void ticks(String key, String... options) {
        flow.need(Box.WRITING);
        float x = options(key, options);
        if (x < Box.LEFT + Box.WIDTH - 30) {
            flow.ink().line(Box.across(x, baseline() + 2, Box.LEFT + Box.WIDTH - x), Pen.DOTTED);
        }
        flow.down(Box.WRITING);
    }

    /** Boxes in columns, in reading order. */
    void choices(int columns, String... options) {
        float width = Box.WIDTH / columns;
        for (int i = 0; i < options.length; i += columns) {
            flow.need(Box.WRITING);
            for (int j = i; j < Math.min(i + columns, options.length); j++) {
                tick(Box.LEFT + (j - i) * width, kit.say(options[j]));
            }
            flow.down(Box.WRITING - 3);
        }
    }

    /** A label and several whole rows. */
    void lines(String key, int rows) {
        fields(field(key, 1));
        for (int i = 1; i < rows; i++) {
            blankLine();
        }
    }

    /** Rows down to the foot of the page. */
    void linesToFoot() {
        while (flow.left() >= Box.WRITING) {
            blankLine();
        }
    }

    private void blankLine() {
        flow.need(Box.WRITING);
        flow.ink().line(Box.across(Box.LEFT, baseline() + 2, Box.WIDTH), Pen.DOTTED);
        flow.down(Box.WRITING);
    }

    private float options(String key, String... options) {
        flow.ink().text(Face.SMALL, Box.LEFT, baseline(), kit.say(key));
        float x = Box.LEFT + Math.max(96, kit.fonts().width(Face.SMALL, kit.say(key)) + 10);
        for (String option : options) {
            x = tick(x, kit.say(option));
        }
        return x;
    }

    private float tick(float x, String text) {
        flow.ink().frame(new Box(x, baseline() - 8.5f, 10, 10), Pen.HAIR);
        flow.ink().text(Face.BODY, x + 14, baseline(), text);
        return x + 14 + kit.fonts().width(Face.BODY, text) + 12;
    }

    private void line(String label, float x, float width) {
        flow.ink().text(Face.SMALL, x, baseline(), label);
        float from = kit.fonts().width(Face.SMALL, label) + 4;
        flow.ink().line(Box.across(x + from, baseline() + 2, Math.max(0, width - from)), Pen.DOTTED);
    }

    private float baseline() {
        return flow.y() + Box.WRITING - 6;
    }
}
