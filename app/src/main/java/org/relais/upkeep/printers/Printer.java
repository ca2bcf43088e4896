package org.relais.upkeep.printers;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.relais.care.labels.LabelKind;
import org.relais.journal.FactType;
import org.relais.kernel.Outcome;
import org.relais.kernel.Problem;
import org.relais.paper.DotFormat;
import org.relais.paper.SheetFormat;

/**
 * The profile of a printer: a fact that replaces the one before it of the same id.
 *
 * @param id     letters, digits and hyphens, for ever
 * @param name   as people call it
 * @param loaded what is in it
 * @param sheet  of a printer of A4 sheets: its sheets of labels; null for a label printer
 * @param dots   of a label printer that speaks ZPL II: its medium; null for A4
 * @param host   IP address or name where a label printer listens; empty when what is printed is handed over as a file
 * @param port   TCP port, usually 9100
 * @param kept   false once it was taken away
 */
public record Printer(
        String id,
        String name,
        Loaded loaded,
        @Nullable SheetFormat sheet,
        @Nullable DotFormat dots,
        String host,
        int port,
        boolean kept) {
    static final FactType<Printer> TYPE = FactType.of("upkeep.printer", 1, Printer.class);

    /** Any office printer, with sheets of 24 labels: there without anybody setting it up. */
    public static final Printer USUAL =
            new Printer("a4", "A4 · 24 (70 × 37 mm)", Loaded.SHEETS, SheetFormat.OF_24, null, "", 0, true);

    private static final Pattern ID = Pattern.compile("[a-z0-9-]{1,32}");
    private static final Pattern HOST = Pattern.compile("[0-9A-Za-z.:-]{1,253}");
    private static final int LONGEST_NAME = 60;
    private static final int PORTS = 65_535;

    /** What is in a printer. */
    public enum Loaded {
        /** A4: bands come on plain sheets, labels on sheets of labels. */
        SHEETS(0, 0),
        LABELS(25, 50),
        BANDS(18, 150),
        NEWBORN_BANDS(18, 130);

        /** Millimetres under which the codes, the number and two identifiers can not be read on it. */
        private final int high;

        private final int wide;

        Loaded(int high, int wide) {
            this.high = high;
            this.wide = wide;
        }

        public boolean prints(LabelKind kind) {
            return switch (this) {
                case SHEETS -> true;
                case LABELS -> !kind.band();
                case BANDS -> kind == LabelKind.BAND || kind == LabelKind.MOTHER_BAND;
                case NEWBORN_BANDS -> kind == LabelKind.NEWBORN_BAND;
            };
        }
    }

    /** Whether what it prints goes over the network. */
    public boolean networked() {
        return !host.isEmpty();
    }

    /** This profile, or what is wrong with it. */
    Outcome<Printer> checked() {
        boolean named = !name.isBlank()
                && name.length() <= LONGEST_NAME
                && name.chars().noneMatch(Character::isISOControl)
                && ID.matcher(id).matches();
        if (!named) {
            return refused("printer.name", Integer.toString(LONGEST_NAME));
        }
        if ((sheet == null) == (dots == null) || (sheet == null) == (loaded == Loaded.SHEETS)) {
            return refused("printer.kind");
        }
        if (networked() && (dots == null || !HOST.matcher(host).matches() || port < 1 || port > PORTS)) {
            return refused("printer.address");
        }
        if (sheet != null) {
            return sheet.checked().then(_ -> Outcome.done(this));
        }
        return dots == null ? refused("printer.kind") : dots.checked().then(this::roomy);
    }

    private Outcome<Printer> roomy(DotFormat medium) {
        boolean room = Math.min(medium.width(), medium.length()) >= loaded.high
                && Math.max(medium.width(), medium.length()) >= loaded.wide;
        return room
                ? Outcome.done(this)
                : refused("paper.dots.small", Integer.toString(loaded.high), Integer.toString(loaded.wide));
    }

    private static Outcome<Printer> refused(String key, String... args) {
        return Outcome.refused(Problem.of(Problem.Category.INCORRECT, key, args));
    }
}
