package org.relais.paper;

import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.relais.care.identity.Patient;
import org.relais.care.labels.LabelKind;
import org.relais.care.labels.LabelsPrinted;

/**
 * Prints the bands and labels of one bearer: on A4 (bands to cut out on a page of their own, labels on sheets of labels),
 * or as ZPL II for a label printer.
 */
public final class LabelPrint {
    private static final float ADULT_HEIGHT = 25 * Box.MM;
    private static final float NEWBORN_WIDTH = 150 * Box.MM;
    private static final float NEWBORN_HEIGHT = 18 * Box.MM;
    private static final float BETWEEN = 14;
    private static final float RIM = 4.3f * Box.MM;

    private final Bearer bearer;
    private final List<LabelsPrinted.Line> lines;
    private final boolean homonym;

    /**
     * @param lines   what is printed, and how many of each
     * @param homonym somebody else present or recent could be taken for the bearer: the page of bands says so
     */
    public LabelPrint(Bearer bearer, List<LabelsPrinted.Line> lines, boolean homonym) {
        this.bearer = bearer;
        this.lines = List.copyOf(lines);
        this.homonym = homonym;
    }

    /**
     * Sheets of labels in a printer's tray.
     *
     * @param used how many labels of the first sheet are gone already
     */
    public record Tray(SheetFormat format, Calibration calibration, int used) {}

    /** @param out stays open */
    public List<PrintedPage> sheets(Tray tray, Stamp stamp, OutputStream out) {
        return Job.print(Kit.of(stamp), parts(tray, stamp.hospital()), out);
    }

    /** Several bearers' bands and labels as one document: a newborn's and its mother's. */
    public static List<PrintedPage> together(List<LabelPrint> prints, Tray tray, Stamp stamp, OutputStream out) {
        List<Part> parts = prints.stream()
                .flatMap(print -> print.parts(tray, stamp.hospital()).stream())
                .toList();
        return Job.print(Kit.of(stamp), parts, out);
    }

    /** All of it for a label printer, one label after the other. */
    public byte[] zpl(DotFormat format, Stamp stamp) {
        Kit kit = Kit.of(stamp);
        return lines.stream()
                .map(line -> {
                    DotInk ink = new DotInk(format.label(), format.dpi());
                    new LabelArt(kit, ink).draw(new LabelArt.Item(line.kind(), bearer, line.print()), format.label());
                    return Zpl.label(ink.drawn(), format, line.count());
                })
                .collect(Collectors.joining())
                .getBytes(StandardCharsets.US_ASCII);
    }

    List<Part> parts(Tray tray, String place) {
        List<LabelArt.Item> bands = items(true);
        List<LabelArt.Item> labels = items(false);
        List<Part> parts = new ArrayList<>();
        Whose whose = whose();
        if (!bands.isEmpty()) {
            parts.add(new Part(Sheet.BANDS, place, whose, true, flow -> bands(flow, bands)));
        }
        if (!labels.isEmpty()) {
            parts.add(new Part(Sheet.LABELS, place, whose, false, flow -> labels(flow, labels, tray)));
        }
        return parts;
    }

    private Whose whose() {
        Patient patient = bearer.patient();
        return patient == null ? new Numbered(bearer.number()) : new Subject(patient, homonym);
    }

    private List<LabelArt.Item> items(boolean bands) {
        return lines.stream()
                .filter(line -> line.kind().band() == bands)
                .flatMap(line -> IntStream.range(0, line.count())
                        .mapToObj(_ -> new LabelArt.Item(line.kind(), bearer, line.print())))
                .toList();
    }

    private static void bands(Flow flow, List<LabelArt.Item> bands) {
        Kit kit = flow.kit();
        flow.write(Para.small(kit.say("label.cut")));
        flow.gap(8);
        for (LabelArt.Item item : bands) {
            boolean newborn = item.kind() == LabelKind.NEWBORN_BAND;
            float width = newborn ? NEWBORN_WIDTH : Box.WIDTH;
            float height = newborn ? NEWBORN_HEIGHT : ADULT_HEIGHT;
            flow.need(height + Face.SMALL.lead() + BETWEEN);
            flow.write(Para.small(kit.say("label.kind." + item.kind().name())));
            flow.down(2);
            Box box = new Box(Box.LEFT, flow.y(), width, height);
            flow.ink().frame(box, Pen.DOTTED);
            new LabelArt(kit, flow.ink()).draw(item, box);
            flow.down(height + BETWEEN);
        }
    }

    /** The part of a label that is not in the rim of the sheet, where printers put no ink. */
    private static Box printable(Box cell) {
        float left = Math.max(cell.x(), RIM);
        float top = Math.max(cell.y(), RIM);
        float right = Math.min(cell.x() + cell.width(), Box.PAGE_WIDTH - RIM);
        float bottom = Math.min(cell.y() + cell.height(), Box.PAGE_HEIGHT - RIM);
        return new Box(left, top, right - left, bottom - top);
    }

    private static void labels(Flow flow, List<LabelArt.Item> labels, Tray tray) {
        SheetFormat format = tray.format();
        flow.ink().correct(tray.calibration());
        int cell = Math.clamp(tray.used(), 0, format.labels() - 1);
        for (LabelArt.Item item : labels) {
            if (cell == format.labels()) {
                flow.newPage();
                flow.ink().correct(tray.calibration());
                cell = 0;
            }
            new LabelArt(flow.kit(), flow.ink()).draw(item, printable(format.cell(cell)));
            cell++;
        }
    }
}
