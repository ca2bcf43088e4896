package org.relais.paper;

import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.relais.care.chart.Chart;
import org.relais.care.chart.DocumentContent.Block;
import org.relais.care.chart.DocumentContent.Reading;

/** One document received as text, printed under the patient's own band. */
public final class DocumentSheet {
    private DocumentSheet() {}

    /** The chart whose document it is, the document, its text. */
    public record Copy(Chart chart, Chart.Document document, Reading reading) {}

    /** @param out stays open */
    public static List<PrintedPage> print(Copy copy, Stamp stamp, OutputStream out) {
        Kit kit = Kit.of(stamp);
        Chart chart = copy.chart();
        Part part = new Part(
                Sheet.DOCUMENT,
                stamp.hospital(),
                new Subject(chart.patient(), !chart.homonyms().isEmpty()),
                true,
                flow -> new Body(flow).write(copy.document(), copy.reading()));
        return Job.print(kit, List.of(part), out);
    }

    /** Header of the document, then its text. */
    private record Body(Flow flow) {
        void write(Chart.Document document, Reading reading) {
            Kit kit = flow.kit();
            flow.heading(kit.known(document.title().display()));
            if (!document.stands()) {
                flow.boxed(
                        Pen.HEAVY,
                        Para.bold(kit.say("document." + document.state().name())));
            }
            String status = kit.words().sayOr("document.status." + document.status(), document.status());
            flow.write(Para.small(Data.joined(document.author(), status)));
            flow.write(Para.small(new Data(kit).inline(document.writtenAt(), document.source())));
            if (!reading.subject().isBlank()) {
                flow.write(Para.small(kit.words().say("document.subject", reading.subject())));
            }
            flow.gap(6);
            if (!reading.title().isBlank()) {
                flow.write(Para.bold(reading.title()));
            }
            blocks(reading.blocks());
        }

        private void blocks(List<Block> blocks) {
            for (Block block : blocks) {
                String first = block.cells().getFirst();
                switch (block.kind()) {
                    case HEADING -> flow.heading(first);
                    case PARAGRAPH -> flow.write(Para.text(first));
                    case ITEM -> flow.write(Para.text("–\u00A0" + first));
                    case ROW -> row(block.cells());
                }
            }
        }

        private void row(List<String> texts) {
            float[] shares = new float[texts.size()];
            Arrays.fill(shares, 1);
            List<Cell> cells = new ArrayList<>();
            texts.forEach(text -> cells.add(Cell.of(Para.small(text))));
            new Table(flow, List.of(), shares).row(cells);
        }
    }
}
