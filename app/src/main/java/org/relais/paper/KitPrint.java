package org.relais.paper;

import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.relais.care.labels.LabelKind;
import org.relais.care.labels.LabelsPrinted;

/**
 * A kit on paper: a cover that is its register, then for each pochette its bands, a sheet of labels and its blank forms, all
 * bearing one number. Or one kind of these for all pochettes, since labels and plain sheets come from different trays.
 */
public final class KitPrint {
    private static final List<BlankForm> FORMS = List.of(
            BlankForm.ADMISSION,
            BlankForm.UNKNOWN_PATIENT,
            BlankForm.VITALS,
            BlankForm.PRESCRIPTION,
            BlankForm.LAB_REQUEST,
            BlankForm.IMAGING_REQUEST);
    private static final List<BlankForm> NEWBORN_FORMS =
            List.of(BlankForm.NEWBORN, BlankForm.VITALS, BlankForm.PRESCRIPTION, BlankForm.LAB_REQUEST);

    private KitPrint() {}

    /** What is printed of a kit. */
    public enum Share {
        ALL,
        COVER,
        BANDS,
        LABELS,
        FORMS;

        private boolean holds(Share one) {
            return this == ALL || this == one;
        }
    }

    /**
     * A kit.
     *
     * @param kit     its two digits
     * @param numbers of its pochettes, ten digits each
     * @param newborn whether the pochettes are for newborns
     */
    public record Content(int kit, List<String> numbers, boolean newborn) {}

    /**
     * How it is printed.
     *
     * @param tray the sheets of labels, and how the printer shifts
     */
    public record Manner(Share share, LabelPrint.Tray tray) {}

    /** @param out stays open */
    public static List<PrintedPage> print(Content content, Manner manner, Stamp stamp, OutputStream out) {
        List<Part> parts = new ArrayList<>();
        if (manner.share().holds(Share.COVER)) {
            parts.add(new Part(Sheet.KIT, stamp.hospital(), null, false, flow -> cover(flow, content)));
        }
        for (String number : content.numbers()) {
            parts.addAll(pochette(content, number, manner, stamp.hospital()));
        }
        return Job.print(Kit.of(stamp), parts, out);
    }

    private static List<Part> pochette(Content content, String number, Manner manner, String place) {
        List<LabelsPrinted.Line> lines = new ArrayList<>();
        if (manner.share().holds(Share.BANDS)) {
            lines.add(
                    content.newborn()
                            ? new LabelsPrinted.Line(LabelKind.NEWBORN_BAND, 2, 0)
                            : new LabelsPrinted.Line(LabelKind.BAND, 1, 0));
        }
        if (manner.share().holds(Share.LABELS)) {
            int labels = manner.tray().format().labels();
            lines.add(new LabelsPrinted.Line(LabelKind.TUBE, labels / 2, 0));
            lines.add(new LabelsPrinted.Line(LabelKind.DOCUMENT, labels - labels / 2, 0));
        }
        List<Part> parts =
                new ArrayList<>(new LabelPrint(Bearer.blank(number), lines, false).parts(manner.tray(), place));
        if (manner.share().holds(Share.FORMS)) {
            List<BlankForm> forms = content.newborn() ? NEWBORN_FORMS : FORMS;
            forms.forEach(form -> parts.add(form.part(place, new Numbered(number))));
        }
        return parts;
    }

    /** How to use the kit, and a line for each of its numbers. */
    private static void cover(Flow flow, Content content) {
        Kit kit = flow.kit();
        flow.down(2);
        flow.write(Para.of(
                Face.DISPLAY, kit.words().say("kit.name", String.format(Locale.ROOT, "%02d", content.kit()))));
        String first = BearerText.grouped(content.numbers().getFirst());
        String last = BearerText.grouped(content.numbers().getLast());
        flow.write(Para.bold(kit.words()
                .say("kit.numbers", Integer.toString(content.numbers().size()), first, last)));
        flow.write(Para.text(kit.say(content.newborn() ? "kit.newborn" : "kit.adult")));
        for (String key : List.of("kit.use.1", "kit.use.2", "kit.use.3", "kit.use.4")) {
            flow.write(Para.text(kit.say(key)));
        }
        flow.gap(6);
        List<String> heads = List.of(kit.say("kit.number"), kit.say("kit.who"), kit.say("kit.when"), kit.say("kit.by"));
        Table table = new Table(flow, heads, 34, 74, 34, 36).grid().rowsAtLeast(Box.WRITING);
        table.head();
        for (String number : content.numbers()) {
            table.row(List.of(Cell.bold(BearerText.grouped(number)), Cell.empty(), Cell.empty(), Cell.empty()));
        }
    }
}
