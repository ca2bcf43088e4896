package org.relais.care.births.watch;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One haemorrhage sheet.
 *
 * @param start who started it; its time is time zero
 * @param lines acts and measures in the order in which they happened, each with the blood lost by then
 * @param end   who closed it, or null while it is open
 */
public record Bleed(
        Signed start, List<Line> lines, @Nullable Signed end) {
    /**
     * A line of the sheet.
     *
     * @param total    blood lost by then in millilitres, lines that were corrected left out
     * @param replaced whether a later line corrects it
     */
    public record Line(Signed signed, BleedFact.Noted noted, int total, boolean replaced) {}

    public Bleed {
        lines = List.copyOf(lines);
    }

    public Instant zero() {
        return start.at();
    }

    public boolean open() {
        return end == null;
    }

    /** Blood lost in all, in millilitres; 0 when nothing was measured, see {@link #measured}. */
    public int total() {
        return lines.isEmpty() ? 0 : lines.getLast().total();
    }

    /** Whether any loss was written: without one the total is not known rather than nought. */
    public boolean measured() {
        return lines.stream().anyMatch(line -> !line.replaced() && line.noted().act() == BleedAct.BLOOD_LOSS);
    }

    /** The sheets of one patient, the oldest first. */
    public static List<Bleed> of(Collection<Signed> written) {
        List<Bleed> sheets = new ArrayList<>();
        Signed start = null;
        List<Signed> lines = new ArrayList<>();
        for (Signed line : written.stream().sorted(BY_SHEET).toList()) {
            switch (line.said()) {
                case BleedFact.Started _ -> start = start == null ? line : start;
                case BleedFact.Noted _ -> lines.add(line);
                case BleedFact.Ended _ -> {
                    if (start != null) {
                        sheets.add(sheet(start, lines, line));
                    }
                    start = null;
                    lines.clear();
                }
                case CtgFact _ -> {}
            }
        }
        if (start != null) {
            sheets.add(sheet(start, lines, null));
        }
        return List.copyOf(sheets);
    }

    /** The one that is open, if any. */
    public static Optional<Bleed> open(Collection<Signed> written) {
        return of(written).stream().filter(Bleed::open).findFirst();
    }

    /** A sheet is what was written between its start and its end; within it things stand as they happened. */
    private static final Comparator<Signed> BY_SHEET = Comparator.comparingLong(Signed::position);

    private static Bleed sheet(Signed start, List<Signed> written, @Nullable Signed end) {
        Set<String> replaced = new HashSet<>();
        written.forEach(line -> replaced.add(((BleedFact.Noted) line.said()).corrects()));
        List<Line> lines = new ArrayList<>();
        int total = 0;
        for (Signed line : written.stream().sorted(Signed.ORDER).toList()) {
            BleedFact.Noted noted = (BleedFact.Noted) line.said();
            boolean gone = replaced.contains(line.key());
            total += gone ? 0 : noted.millilitres();
            lines.add(new Line(line, noted, total, gone));
        }
        return new Bleed(start, lines, end);
    }
}
