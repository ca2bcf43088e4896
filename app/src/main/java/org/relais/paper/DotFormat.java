package org.relais.paper;

import java.util.Set;
import org.relais.kernel.Outcome;
import org.relais.kernel.Problem;

/**
 * What is loaded in a printer that speaks ZPL II, and how it prints.
 *
 * @param dpi      dots an inch: 203, 300 or 600
 * @param width    of the medium across the print head, millimetres
 * @param length   of one label or band along the paper path, millimetres
 * @param darkness 0 to 30, as {@code ~SD} takes it
 */
public record DotFormat(int dpi, double width, double length, int darkness) {
    private static final Set<Integer> RESOLUTIONS = Set.of(203, 300, 600);
    private static final double LEAST = 15;
    private static final double WIDEST = 120;
    private static final double LONGEST = 320;
    private static final double SHORT_SIDE = 18;
    private static final double LONG_SIDE = 35;
    private static final int DARKEST = 30;

    /** This format, or what is wrong with it. */
    public Outcome<DotFormat> checked() {
        if (!RESOLUTIONS.contains(dpi) || darkness < 0 || darkness > DARKEST) {
            return Outcome.refused(Problem.of(Problem.Category.INCORRECT, "paper.dots.how"));
        }
        boolean sized = width >= LEAST && width <= WIDEST && length >= LEAST && length <= LONGEST;
        boolean room = Math.min(width, length) >= SHORT_SIDE && Math.max(width, length) >= LONG_SIDE;
        return sized && room
                ? Outcome.done(this)
                : Outcome.refused(Problem.of(Problem.Category.INCORRECT, "paper.dots.size"));
    }

    /** Whether labels run along the paper path: they are drawn lying and turned by a quarter. */
    boolean turned() {
        return length > width;
    }

    Box label() {
        double wide = turned() ? length : width;
        double high = turned() ? width : length;
        return new Box(0, 0, (float) wide * Box.MM, (float) high * Box.MM);
    }
}
