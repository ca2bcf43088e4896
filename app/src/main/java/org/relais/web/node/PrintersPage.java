package org.relais.web.node;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.relais.paper.Calibration;
import org.relais.paper.DotFormat;
import org.relais.paper.SheetFormat;
import org.relais.upkeep.printers.Printer;
import org.relais.upkeep.printers.Printers;
import org.relais.web.shell.Frame;

/** The printers of bands and labels. */
public record PrintersPage(List<Row> rows, List<Choice> formats, List<FormError> errors) {
    /**
     * A printer.
     *
     * @param what     is loaded, how it prints, where it listens
     * @param sheets   whether it prints on A4, and so can be measured
     * @param measured when it was measured, and what
     * @param fields   the four figures
     */
    public record Row(
            String id,
            String name,
            String what,
            boolean sheets,
            boolean calibrated,
            String measured,
            List<Field> fields) {}

    /** One figure of a form. */
    public record Field(String id, String name, String label, String value) {}

    static PrintersPage of(Frame f, Printers printers, List<FormError> errors) {
        List<Row> rows = printers.list().stream()
                .map(one -> row(f, one, printers.measured(one.id())))
                .toList();
        List<Choice> formats = new ArrayList<>();
        for (int i = 0; i < SheetFormat.USUAL.size(); i++) {
            formats.add(new Choice(Integer.toString(i), format(f, SheetFormat.USUAL.get(i)), i == 0));
        }
        return new PrintersPage(rows, formats, errors);
    }

    private static Row row(Frame f, Printer printer, Optional<Printers.Measured> measured) {
        SheetFormat sheet = printer.sheet();
        Calibration figures = measured.map(Printers.Measured::calibration).orElse(Calibration.NONE);
        String when = measured.map(one -> f.t(
                        "printers.measured",
                        f.show().dateTime(one.at()),
                        mm(f, figures.left()),
                        mm(f, figures.top()),
                        mm(f, figures.across()),
                        mm(f, figures.down())))
                .orElse(f.t("printers.unmeasured"));
        List<Field> fields = List.of(
                field(f, printer, "left", figures.left()),
                field(f, printer, "top", figures.top()),
                field(f, printer, "across", figures.across()),
                field(f, printer, "down", figures.down()));
        return new Row(
                printer.id(),
                printer.name(),
                sheet == null ? dots(f, printer) : format(f, sheet),
                sheet != null,
                measured.isPresent(),
                when,
                fields);
    }

    private static Field field(Frame f, Printer printer, String name, double value) {
        return new Field(name + "-" + printer.id(), name, f.t("printers.measure." + name), mm(f, value));
    }

    private static String format(Frame f, SheetFormat sheet) {
        return f.t(
                "printers.sheet",
                f.n(sheet.labels()),
                mm(f, sheet.width()),
                mm(f, sheet.height()),
                f.n(sheet.columns()),
                f.n(sheet.rows()));
    }

    private static String dots(Frame f, Printer printer) {
        DotFormat dots = printer.dots();
        if (dots == null) {
            return "";
        }
        String said = f.t(
                "printers.dots",
                f.t("printers.loaded." + printer.loaded()),
                mm(f, dots.width()),
                mm(f, dots.length()),
                Integer.toString(dots.dpi()),
                Integer.toString(dots.darkness()));
        String where = printer.networked() ? printer.host() + ":" + printer.port() : f.t("printers.to-file");
        return said + " · " + where;
    }

    private static String mm(Frame f, double value) {
        return f.show().value(String.format(Locale.ROOT, "%.1f", value));
    }
}
