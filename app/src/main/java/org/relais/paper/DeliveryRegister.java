package org.relais.paper;

import java.io.OutputStream;
import java.util.List;

/** The register of deliveries, by time of birth: one numbered row a child. */
public final class DeliveryRegister {
    private DeliveryRegister() {}

    /**
     * One child.
     *
     * @param number in the register
     * @param at     date and time of birth
     * @param child  name, then number
     * @param issue  live or not, sex, rank
     * @param mother name, then number; a word in a secret birth
     * @param note   who wrote it, and that it was struck
     */
    public record Line(
            String number, String at, List<String> child, List<String> issue, List<String> mother, List<String> note) {}

    /** @param out stays open */
    public static List<PrintedPage> print(List<Line> lines, Stamp stamp, OutputStream out) {
        Part part = new Part(Sheet.DELIVERIES, stamp.hospital(), null, false, flow -> write(flow, lines));
        return Job.print(Kit.of(stamp), List.of(part), out);
    }

    private static void write(Flow flow, List<Line> lines) {
        Kit kit = flow.kit();
        flow.write(Para.bold(kit.words().count("deliveries.count", lines.size())));
        flow.gap(4);
        Table table = new Table(
                        flow,
                        List.of(
                                kit.say("deliveries.number"),
                                kit.say("deliveries.at"),
                                kit.say("deliveries.child"),
                                kit.say("deliveries.issue"),
                                kit.say("deliveries.mother"),
                                kit.say("deliveries.note")),
                        10,
                        26,
                        43,
                        36,
                        41,
                        26)
                .rowsAtLeast(Box.WRITING);
        table.head();
        lines.forEach(line -> table.row(List.of(
                Cell.bold(line.number()),
                Cell.text(line.at()),
                cell(line.child()),
                cell(line.issue()),
                cell(line.mother()),
                cell(line.note()))));
    }

    /** The first in full size, what follows it smaller. */
    private static Cell cell(List<String> texts) {
        Para[] paras = new Para[texts.size()];
        for (int i = 0; i < paras.length; i++) {
            paras[i] = i == 0 ? Para.text(texts.get(i)) : Para.small(texts.get(i));
        }
        return Cell.of(paras);
    }
}
