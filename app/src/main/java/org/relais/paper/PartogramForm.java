package org.relais.paper;

import static org.relais.paper.Form.field;

/** The partogram: dilatation and descent over twelve hours on a grid, then what is noted by the half hour under it. */
final class PartogramForm {
    private static final int HOURS = 12;
    private static final int DILATATION = 10;
    private static final float LABEL = 96;
    /** The least a row can do with, when a long identity leaves less of the page. */
    private static final float LEAST = 15;

    private static final String[] ROWS = {
        "partogram.fhr", "partogram.liquor", "partogram.contractions", "partogram.station", "partogram.position",
        "partogram.oxytocin", "partogram.drugs", "partogram.pressure", "partogram.pulse", "partogram.temperature",
        "partogram.urine", "partogram.initials"
    };

    private PartogramForm() {}

    static void body(Flow flow) {
        Form form = new Form(flow);
        form.fields(field("partogram.parity", 1), field("partogram.term", 1), field("partogram.group", 2));
        form.fields(field("partogram.start", 2), field("partogram.membranes", 2), field("partogram.midwife", 2));
        Kit kit = flow.kit();
        flow.gap(2);
        flow.write(Para.small(kit.say("partogram.how")));
        float height = height(flow);
        row(flow, kit.say("partogram.time"), height);
        for (int cm = DILATATION; cm >= 1; cm--) {
            row(flow, cm + " cm", height);
        }
        for (String key : ROWS) {
            row(flow, kit.say(key), height);
        }
        form.fields(field("partogram.birth", 2), field("form.written-by", 2), field("form.signature", 2));
    }

    /** The rows share what the page has left, but for the line under them: as high as a hand writes, or a little less. */
    private static float height(Flow flow) {
        float shared = (flow.left() - Box.WRITING) / (1 + DILATATION + ROWS.length);
        return Math.clamp(shared, LEAST, Box.WRITING);
    }

    /** The whole hours stand out. */
    private static void row(Flow flow, String label, float height) {
        Ink ink = flow.ink();
        flow.need(height);
        float y = flow.y();
        float cell = (Box.WIDTH - LABEL) / (HOURS * 2);
        ink.text(Face.SMALL, Box.LEFT + 2, y + (height + Face.SMALL.ascent()) / 2 - 1, label);
        ink.frame(new Box(Box.LEFT, y, LABEL, height), Pen.HAIR);
        for (int half = 0; half < HOURS * 2; half++) {
            ink.frame(new Box(Box.LEFT + LABEL + half * cell, y, cell, height), Pen.HAIR);
        }
        for (int hour = 0; hour <= HOURS; hour++) {
            ink.line(Box.down(Box.LEFT + LABEL + hour * 2 * cell, y, height), Pen.RULE);
        }
        flow.down(height);
    }
}
