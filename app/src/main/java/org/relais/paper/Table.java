package org.relais.paper;

import java.util.ArrayList;
import java.util.List;

/**
 * A table across the page. Its head comes back on every page; a row stays whole unless it is longer than a page, and
 * then goes on, line by line, on the next.
 */
final class Table {
    private static final float PAD = 3;
    private static final float ABOVE = 2;
    private final Flow flow;
    private final float[] widths;
    private final List<String> heads;
    private boolean grid;
    private float minimum;

    /** @param shares relative widths of the columns */
    Table(Flow flow, List<String> heads, float... shares) {
        this.flow = flow;
        this.heads = heads;
        float sum = 0;
        for (float share : shares) {
            sum += share;
        }
        widths = new float[shares.length];
        for (int i = 0; i < shares.length; i++) {
            widths[i] = Box.WIDTH * shares[i] / sum;
        }
    }

    /** With lines between columns: for writing. */
    Table grid() {
        grid = true;
        return this;
    }

    /** No row lower than this. */
    Table rowsAtLeast(float height) {
        minimum = height;
        return this;
    }

    void head() {
        if (heads.isEmpty()) {
            return;
        }
        List<List<Setter.Line>> lines = new ArrayList<>();
        for (int i = 0; i < widths.length; i++) {
            lines.add(lines(Cell.of(Para.of(Face.SMALL_BOLD, heads.get(i))), i));
        }
        float height = height(lines) + 2 * ABOVE - 1;
        flow.need(height + Math.max(minimum, 30));
        if (grid) {
            flow.ink().line(Box.across(Box.LEFT, flow.y(), Box.WIDTH), Pen.RULE);
        }
        float x = Box.LEFT;
        for (int i = 0; i < widths.length; i++) {
            draw(lines.get(i), x + indent(i, Cell.Mark.NONE), flow.y() + ABOVE - 0.5f);
            x += widths[i];
        }
        flow.down(height);
        verticals(height);
        flow.ink().line(Box.across(Box.LEFT, flow.y(), Box.WIDTH), Pen.RULE);
    }

    void row(List<Cell> cells) {
        List<List<Setter.Line>> lines = new ArrayList<>();
        for (int i = 0; i < widths.length; i++) {
            lines.add(lines(cells.get(i), i));
        }
        float height = Math.max(minimum, height(lines) + 2 * above(cells));
        if (height > flow.left()) {
            if (height <= flow.whole() - 40) {
                flow.newPage();
                head();
            } else {
                longRow(cells, lines);
                return;
            }
        }
        draw(cells, lines, height);
    }

    /** Rows left for the hand, as many as asked. */
    void blank(int rows) {
        List<Cell> cells = new ArrayList<>();
        for (int i = 0; i < widths.length; i++) {
            cells.add(Cell.empty());
        }
        for (int i = 0; i < rows; i++) {
            row(cells);
        }
    }

    /** Rows left for the hand, to the foot of the page. */
    void blankToFoot() {
        blank((int) (flow.left() / minimum));
    }

    private void longRow(List<Cell> cells, List<List<Setter.Line>> lines) {
        List<List<Setter.Line>> rest = lines;
        while (height(rest) > 0) {
            if (flow.left() < 60) {
                flow.newPage();
                head();
            }
            float room = flow.left() - 2 * above(cells);
            List<List<Setter.Line>> now = new ArrayList<>();
            List<List<Setter.Line>> later = new ArrayList<>();
            for (List<Setter.Line> column : rest) {
                int fit = fitting(column, room);
                now.add(column.subList(0, fit));
                later.add(column.subList(fit, column.size()));
            }
            draw(cells, now, height(now) + 2 * above(cells));
            rest = later;
        }
    }

    private static int fitting(List<Setter.Line> column, float room) {
        float height = 0;
        int count = 0;
        for (Setter.Line line : column) {
            height += line.height();
            if (height > room) {
                break;
            }
            count++;
        }
        return count;
    }

    private void draw(List<Cell> cells, List<List<Setter.Line>> lines, float height) {
        float x = Box.LEFT;
        for (int i = 0; i < widths.length; i++) {
            Cell cell = cells.get(i);
            float textX = x + indent(i, cell.mark());
            float inner = widths[i] - 2 * PAD;
            if (cell.mark() != Cell.Mark.NONE) {
                Pen pen = cell.mark() == Cell.Mark.CRITICAL ? Pen.HEAVY : Pen.DASHED;
                flow.ink().frame(new Box(x, flow.y() + 1.5f, widths[i] - 3, height - 3).inset(pen.width() / 2), pen);
                inner -= 6;
            }
            float y = flow.y() + above(cells);
            for (Setter.Line line : lines.get(i)) {
                line.draw(flow.ink(), cell.right() ? textX + inner - line.width() : textX, y);
                y += line.height();
            }
            x += widths[i];
        }
        flow.down(height);
        verticals(height);
        flow.ink().line(Box.across(Box.LEFT, flow.y(), Box.WIDTH), Pen.HAIR);
    }

    /** Room over and under the text of a row; a boxed cell wants more. */
    private static float above(List<Cell> cells) {
        return cells.stream().allMatch(cell -> cell.mark() == Cell.Mark.NONE) ? ABOVE : ABOVE + 2;
    }

    /** Text of a first column stands flush with headings, unless it is boxed. */
    private float indent(int column, Cell.Mark mark) {
        if (mark != Cell.Mark.NONE) {
            return PAD + 2;
        }
        return column == 0 && !grid ? 0 : PAD;
    }

    private void verticals(float height) {
        if (!grid) {
            return;
        }
        float x = Box.LEFT;
        for (float width : widths) {
            flow.ink().line(Box.down(x, flow.y() - height, height), Pen.HAIR);
            x += width;
        }
        flow.ink().line(Box.down(x, flow.y() - height, height), Pen.HAIR);
    }

    private void draw(List<Setter.Line> lines, float x, float top) {
        float y = top;
        for (Setter.Line line : lines) {
            line.draw(flow.ink(), x, y);
            y += line.height();
        }
    }

    private List<Setter.Line> lines(Cell cell, int column) {
        float inner = widths[column] - 2 * PAD - (cell.mark() == Cell.Mark.NONE ? 0 : 6);
        return flow.kit().setter().lines(cell.paras(), inner);
    }

    private static float height(List<List<Setter.Line>> lines) {
        float height = 0;
        for (List<Setter.Line> column : lines) {
            float sum = 0;
            for (Setter.Line line : column) {
                sum += line.height();
            }
            height = Math.max(height, sum);
        }
        return height;
    }
}
