package org.relais.paper;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import org.relais.care.chart.Chart;

/**
 * The care and medication chart: each line as last known, room to re-prescribe and sign it, and hours to tick. It is no
 * order and holds no threshold.
 */
final class MarPages {
    private static final int COLUMNS = 12;
    private static final float ORDER_WIDTH = 58 * Box.MM;
    private static final float LABEL_WIDTH = 17 * Box.MM;
    private static final float CELL_WIDTH = (Box.WIDTH - ORDER_WIDTH - LABEL_WIDTH) / COLUMNS;
    private static final float GAP = 7;
    private final Flow flow;
    private final Kit kit;
    private final MarSpan span;
    private final LocalDateTime start;

    MarPages(Flow flow, MarSpan span) {
        this.flow = flow;
        this.span = span;
        kit = flow.kit();
        LocalDateTime now = kit.moments().now();
        start = now.toLocalDate().atTime(span == MarSpan.HOURS_24 ? now.getHour() / 2 * 2 : 0, 0);
    }

    /** The chart of a patient. */
    void write(Chart chart) {
        flow.boxed(Pen.HEAVY, Para.bold(kit.say("mar.rule")));
        flow.gap(2);
        List<Chart.Medication> active =
                chart.medications().stream().filter(Chart.Medication::active).toList();
        if (active.isEmpty()) {
            flow.boxed(Pen.DASHED, Para.text(kit.say("mar.none")));
        }
        head();
        Medicines medicines = new Medicines(kit);
        for (Chart.Medication line : active) {
            known(line, medicines);
        }
        blanks(2);
    }

    /** The blank form: nothing is known yet. */
    void writeBlank() {
        flow.write(Para.text(kit.say("prescription.rule")));
        flow.gap(4);
        head();
        blanks(1);
    }

    private void known(Chart.Medication line, Medicines medicines) {
        List<Setter.Line> text = kit.setter()
                .lines(
                        List.of(
                                Para.led(Face.BODY, kit.known(line.medication().display()), ""),
                                Para.text(medicines.posology(line)),
                                Para.trailed(Face.SMALL, kit.say("mar.last"), medicines.lastGivenLine(line)),
                                Para.small(kit.say("mar.ordered") + medicines.orderedLine(line))),
                        Box.WIDTH);
        float height = 2;
        for (Setter.Line each : text) {
            height += each.height();
        }
        room(height + gridHeight() + GAP);
        for (Setter.Line each : text) {
            each.draw(flow.ink(), Box.LEFT, flow.y());
            flow.down(each.height());
        }
        flow.down(2);
        grid();
    }

    /** At least so many empty blocks, and as many as the page still holds. */
    private void blanks(int least) {
        float height = Box.WRITING + gridHeight() + GAP;
        int done = 0;
        while (done < least || flow.left() >= height) {
            room(height);
            String label = kit.say("mar.medication");
            float baseline = flow.y() + Box.WRITING - 6;
            float from = kit.fonts().width(Face.SMALL, label) + 5;
            flow.ink().text(Face.SMALL, Box.LEFT, baseline, label);
            flow.ink().line(Box.across(Box.LEFT + from, baseline + 2, Box.WIDTH - from), Pen.DOTTED);
            flow.down(Box.WRITING);
            grid();
            done++;
        }
    }

    private void room(float height) {
        if (flow.need(height)) {
            head();
        }
    }

    private float gridHeight() {
        return span.rows() * Box.WRITING;
    }

    private void head() {
        float height = 15;
        float baseline = flow.y() + 11;
        Ink ink = flow.ink();
        ink.line(Box.across(Box.LEFT, flow.y(), Box.WIDTH), Pen.RULE);
        ink.text(Face.SMALL_BOLD, Box.LEFT + 3, baseline, kit.say("mar.represcription"));
        String day = kit.moments().shortDay(start.toLocalDate());
        ink.text(
                Face.SMALL_BOLD,
                Box.LEFT + ORDER_WIDTH + 3,
                baseline,
                span == MarSpan.HOURS_24 ? day : kit.say("mar.day"));
        for (int i = 0; i < COLUMNS; i++) {
            String hour =
                    String.format(Locale.ROOT, "%02d", start.plusHours(2L * i).getHour()) + "\u00A0h";
            float x = Box.LEFT + ORDER_WIDTH + LABEL_WIDTH + i * CELL_WIDTH;
            ink.text(Face.SMALL_BOLD, x + (CELL_WIDTH - kit.fonts().width(Face.SMALL_BOLD, hour)) / 2, baseline, hour);
        }
        flow.down(height);
        ink.line(Box.across(Box.LEFT, flow.y(), Box.WIDTH), Pen.RULE);
        flow.down(4);
    }

    private void grid() {
        Ink ink = flow.ink();
        float top = flow.y();
        float height = gridHeight();
        float gridX = Box.LEFT + ORDER_WIDTH;
        ink.frame(new Box(Box.LEFT, top, Box.WIDTH, height), Pen.HAIR);
        ink.line(Box.down(gridX, top, height), Pen.RULE);
        for (int i = 0; i < COLUMNS; i++) {
            ink.line(Box.down(gridX + LABEL_WIDTH + i * CELL_WIDTH, top, height), Pen.HAIR);
        }
        for (int row = 0; row < span.rows(); row++) {
            float y = top + row * Box.WRITING;
            if (row > 0) {
                ink.line(Box.across(gridX, y, Box.WIDTH - ORDER_WIDTH), Pen.HAIR);
            }
            ink.text(Face.SMALL, gridX + 3, y + Box.WRITING / 2 + 3, rowLabel(row));
        }
        order(top, height);
        flow.down(height + GAP);
    }

    private String rowLabel(int row) {
        return span == MarSpan.HOURS_24
                ? kit.say(row == 0 ? "mar.planned" : "mar.done")
                : kit.moments().shortDay(start.toLocalDate().plusDays(row));
    }

    private void order(float top, float height) {
        float x = Box.LEFT + 3;
        float baseline = top + 14;
        for (String key : List.of("mar.same", "mar.changed", "mar.stopped")) {
            flow.ink().frame(new Box(x, baseline - 7.5f, 8, 8), Pen.HAIR);
            flow.ink().text(Face.SMALL, x + 11, baseline, kit.say(key));
            x += 11 + kit.fonts().width(Face.SMALL, kit.say(key)) + 7;
        }
        float sign = top + height - Box.WRITING;
        flow.ink().line(Box.across(Box.LEFT, sign, ORDER_WIDTH), Pen.HAIR);
        flow.ink().text(Face.SMALL, Box.LEFT + 3, sign + 14, kit.say("mar.signature"));
    }
}
