package org.relais.paper;

import java.util.List;
import org.relais.kernel.Outcome;
import org.relais.kernel.Problem;

/**
 * How the labels stand on an A4 sheet of them; all lengths in millimetres.
 *
 * @param left   from the paper's left edge to the first column
 * @param top    from the paper's top edge to the first row
 * @param stepX  from the left edge of one column to that of the next
 * @param stepY  from the top edge of one row to that of the next
 */
public record SheetFormat(
        int columns, int rows, double width, double height, double left, double top, double stepX, double stepY) {
    private static final double PAPER_WIDTH = 210;
    private static final double PAPER_HEIGHT = 297;
    /** On less than this a usual name and birth date beside a code are set under 9 pt: sheets of 40 and 65 are refused. */
    private static final double LEAST_WIDTH = 60;

    private static final double LEAST_HEIGHT = 35;
    private static final double SLACK = 0.5;

    /** 24 labels of 70 × 37 mm. */
    public static final SheetFormat OF_24 = new SheetFormat(3, 8, 70, 37, 0, 0.5, 70, 37);
    /** 21 labels of 63.5 × 38.1 mm. */
    public static final SheetFormat OF_21 = new SheetFormat(3, 7, 63.5, 38.1, 7.25, 15.15, 66, 38.1);

    /** The formats that are offered. */
    public static final List<SheetFormat> USUAL = List.of(OF_24, OF_21);

    public int labels() {
        return columns * rows;
    }

    /** This format, or that it does not fit A4 or its labels are too small for a code and two identifiers. */
    public Outcome<SheetFormat> checked() {
        boolean fits = columns >= 1
                && rows >= 1
                && left >= 0
                && top >= 0
                && stepX >= width
                && stepY >= height
                && left + (columns - 1) * stepX + width <= PAPER_WIDTH + SLACK
                && top + (rows - 1) * stepY + height <= PAPER_HEIGHT + SLACK;
        if (!fits) {
            return Outcome.refused(Problem.of(Problem.Category.INCORRECT, "paper.format.outside"));
        }
        return width >= LEAST_WIDTH && height >= LEAST_HEIGHT
                ? Outcome.done(this)
                : Outcome.refused(Problem.of(
                        Problem.Category.INCORRECT,
                        "paper.format.small",
                        Integer.toString((int) LEAST_WIDTH),
                        Integer.toString((int) LEAST_HEIGHT)));
    }

    /** Where a label stands, counted in reading order from 0. */
    Box cell(int index) {
        int row = index / columns;
        int column = index % columns;
        return new Box(
                (float) (left + column * stepX) * Box.MM,
                (float) (top + row * stepY) * Box.MM,
                (float) width * Box.MM,
                (float) height * Box.MM);
    }
}
