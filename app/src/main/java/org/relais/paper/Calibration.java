package org.relais.paper;

import org.relais.kernel.Outcome;
import org.relais.kernel.Problem;

/**
 * What a printer makes of the calibration page, as measured on the sheet with a ruler, in millimetres. A printer that is
 * right gives {@link #NONE}.
 *
 * @param left   from the paper's left edge to the upright line (20 on a printer that is right)
 * @param top    from the paper's top edge to the level line (20)
 * @param across length of the level rule (150)
 * @param down   length of the upright rule (200)
 */
public record Calibration(double left, double top, double across, double down) {
    static final double EDGE = 20;
    static final double ACROSS = 150;
    static final double DOWN = 200;
    public static final Calibration NONE = new Calibration(EDGE, EDGE, ACROSS, DOWN);

    private static final double MOST_SHIFT = 15;
    private static final double MOST_STRETCH = 0.06;

    /** These figures, or that they can not have been measured on this page. */
    public Outcome<Calibration> checked() {
        boolean shift = Math.abs(left - EDGE) <= MOST_SHIFT && Math.abs(top - EDGE) <= MOST_SHIFT;
        boolean stretch = Math.abs(across / ACROSS - 1) <= MOST_STRETCH && Math.abs(down / DOWN - 1) <= MOST_STRETCH;
        return shift && stretch
                ? Outcome.done(this)
                : Outcome.refused(Problem.of(Problem.Category.INCORRECT, "paper.calibration"));
    }

    /**
     * Where to send ink so that it lands where it should: horizontal and vertical scale, then the shift in points, in the
     * axes of PDF (from the bottom left).
     */
    float[] map() {
        double wide = ACROSS / across;
        double high = DOWN / down;
        double x = (EDGE - left * wide) * Box.MM;
        double fromTop = (EDGE - top * high) * Box.MM;
        double y = Box.PAGE_HEIGHT * (1 - high) - fromTop;
        return new float[] {(float) wide, (float) high, (float) x, (float) y};
    }
}
