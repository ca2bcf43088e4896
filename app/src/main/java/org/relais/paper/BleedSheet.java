package org.relais.paper;

import static org.relais.paper.Form.field;

import java.io.OutputStream;
import java.util.List;
import org.relais.care.chart.Chart;

/** The haemorrhage sheet: blank, or as far as it was filled on screen, with rows to go on by hand. */
public final class BleedSheet {
    private BleedSheet() {}

    /**
     * A line in the reader's language.
     *
     * @param time  with the minutes since time zero
     * @param total blood lost by then, or empty on lines that are no measure
     */
    public record Line(String time, String what, String total, String by) {}

    /** What stands on a filled sheet. */
    public record Filled(String zero, String total, List<Line> lines) {}

    /** @param out stays open */
    public static List<PrintedPage> print(Chart chart, Filled filled, Stamp stamp, OutputStream out) {
        Part part = new Part(
                Sheet.HAEMORRHAGE,
                stamp.hospital(),
                new Subject(chart.patient(), !chart.homonyms().isEmpty()),
                true,
                flow -> write(flow, filled));
        return Job.print(Kit.of(stamp), List.of(part), out);
    }

    private static void write(Flow flow, Filled filled) {
        Kit kit = flow.kit();
        flow.write(
                Para.bold(kit.say("bleed.zero") + " " + filled.zero()),
                Para.bold(kit.say("bleed.total") + " " + filled.total()));
        flow.gap(4);
        Table table = table(flow);
        table.head();
        filled.lines()
                .forEach(line -> table.row(List.of(
                        Cell.text(line.time()),
                        Cell.text(line.what()),
                        Cell.bold(line.total()),
                        Cell.text(line.by()))));
        table.blankToFoot();
    }

    static void blank(Flow flow) {
        Form form = new Form(flow);
        form.fields(
                field("bleed.zero", 2), field("bleed.called.obstetrician", 2), field("bleed.called.anaesthetist", 2));
        form.ticks("bleed.done", "bleed.revision", "bleed.examined", "bleed.bladder", "bleed.massage");
        form.fields(field("bleed.protocol", 1), field("bleed.group", 2));
        flow.gap(6);
        Table table = table(flow);
        table.head();
        table.blankToFoot();
    }

    private static Table table(Flow flow) {
        Kit kit = flow.kit();
        List<String> heads =
                List.of(kit.say("bleed.time"), kit.say("bleed.act"), kit.say("bleed.loss"), kit.say("bleed.who"));
        return new Table(flow, heads, 34, 74, 28, 42).grid().rowsAtLeast(Box.WRITING);
    }
}
