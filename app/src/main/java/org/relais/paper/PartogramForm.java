package org.relais.paper;

import static org.relais.paper.Form.field;

/** The partogram: dilatation and descent over twelve hours on a grid, then what is noted by the half hour under it. */
final class PartogramForm {
    private static final int HOURS = 12;
    private static final int DILATATION = 10;
    private static final float LABEL = 96;
    private static final float ROW = 15;
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
        float cell = (Box.WIDTH - LABEL) / (HOURS * 2);
        row(flow, kit.say("partogram.time"), cell);
        for (int cm = DILATATION; cm >= 1; cm--) {
            row(flow, cm + " cm", cell);
        }
        for (String key : ROWS) {
            row(flow, kit.say(key), cell);
        }
        form.fields(field("partogram.birth", 2), field("form.written-by", 2), field("form.signature", 2));
    }

    private static void row(Flow flow, String label, float cell) {
        Ink ink = flow.ink();
        flow.need(ROW);
        float y = flow.y();
        ink.text(Face.SMALL, Box.LEFT + 2, y + ROW - 4, label);
        ink.frame(new Box(Box.LEFT, y, LABEL, ROW), Pen.HAIR);
        for (int half = 0; half < HOURS * 2; half++) {
            ink.frame(new Box(Box.LEFT + LABEL + half * cell, y, cell, ROW), Pen.HAIR);
        }
        flow.down(ROW);
    }
}
