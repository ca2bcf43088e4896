package org.relais.web.node;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.relais.paper.DotFormat;
import org.relais.paper.SheetFormat;
import org.relais.upkeep.printers.Printer;

/** What is typed to set a printer up; a field that was not sent is null. */
record PrinterForm(
        @Nullable String name,
        @Nullable String format,
        @Nullable String columns,
        @Nullable String rows,
        @Nullable String width,
        @Nullable String height,
        @Nullable String left,
        @Nullable String top,
        @Nullable String stepX,
        @Nullable String stepY,
        @Nullable String loaded,
        @Nullable String dpi,
        @Nullable String length,
        @Nullable String darkness,
        @Nullable String host,
        @Nullable String port) {
    private static final int LONGEST_ID = 24;

    static String typed(@Nullable String text) {
        return text == null ? "" : text.strip();
    }

    /** A length as typed, with a comma or a dot; what is no number is less than nothing. */
    static double number(@Nullable String text) {
        String plain = typed(text).replace(',', '.');
        return plain.matches("[0-9]{1,4}([.][0-9]{1,3})?") ? Double.parseDouble(plain) : -1;
    }

    private static int whole(@Nullable String text) {
        String plain = typed(text);
        return plain.matches("[0-9]{1,6}") ? Integer.parseInt(plain) : -1;
    }

    /** A printer of sheets. */
    Printer sheets(Set<String> ids) {
        int usual = whole(format);
        SheetFormat sheet = usual >= 0 && usual < SheetFormat.USUAL.size()
                ? SheetFormat.USUAL.get(usual)
                : new SheetFormat(
                        whole(columns),
                        whole(rows),
                        number(width),
                        number(height),
                        number(left),
                        number(top),
                        number(stepX),
                        number(stepY));
        return new Printer(id(ids), typed(name), Printer.Loaded.SHEETS, sheet, null, "", 0, true);
    }

    /** A label printer. */
    Printer dots(Set<String> ids) {
        Printer.Loaded what = Arrays.stream(Printer.Loaded.values())
                .filter(one -> one.name().equals(typed(loaded)))
                .findFirst()
                .orElse(Printer.Loaded.SHEETS);
        DotFormat dots = new DotFormat(whole(dpi), number(width), number(length), whole(darkness));
        String where = typed(host);
        return new Printer(id(ids), typed(name), what, null, dots, where, where.isEmpty() ? 0 : whole(port), true);
    }

    /** An id that no other has, after the name. */
    private String id(Set<String> ids) {
        String plain = Normalizer.normalize(typed(name).toLowerCase(Locale.ROOT), Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
        String base = plain.isEmpty() ? "p" : plain.substring(0, Math.min(LONGEST_ID, plain.length()));
        String id = base;
        for (int next = 2; ids.contains(id); next++) {
            id = base + "-" + next;
        }
        return id;
    }
}
