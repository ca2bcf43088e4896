package org.relais.paper;

import java.util.List;

/** The pages of one part being filled from top to bottom. A page is opened when something needs it. */
final class Flow {
    /** What happens at the start of each page: letterhead, numbering, cancellation. */
    @FunctionalInterface
    interface Opener {
        /** @return where the body begins, from the top of the page */
        float open(int pageOfPart);
    }

    private static final float FOOT = 16;
    private static final float FLOOR = Box.BOTTOM - FOOT;
    private final Kit kit;
    private final Ink ink;
    private final Opener opener;
    private int pages;
    private float top;
    private float y;

    Flow(Kit kit, Ink ink, Opener opener) {
        this.kit = kit;
        this.ink = ink;
        this.opener = opener;
    }

    /** Lays out the part and says how many pages it took: at least one. */
    int fill(Part part) {
        newPage();
        part.body().accept(this);
        return pages;
    }

    Kit kit() {
        return kit;
    }

    Ink ink() {
        return ink;
    }

    float y() {
        return y;
    }

    float left() {
        return FLOOR - y;
    }

    /** Height of a whole body. */
    float whole() {
        return FLOOR - top;
    }

    void newPage() {
        ink.newPage();
        pages++;
        top = opener.open(pages);
        y = top;
    }

    /** Opens a page unless this much room is left; true when it did. */
    boolean need(float height) {
        if (height <= left() || y == top) {
            return false;
        }
        newPage();
        return true;
    }

    void down(float by) {
        y += by;
    }

    /** A gap that vanishes at the top of a page. */
    void gap(float by) {
        if (y > top) {
            y += by;
        }
    }

    void write(Para... paras) {
        for (Setter.Line line : kit.setter().lines(List.of(paras), Box.WIDTH)) {
            need(line.height());
            line.draw(ink, Box.LEFT, y);
            y += line.height();
        }
    }

    /** A heading over a rule, kept with what follows. */
    void heading(String text) {
        heading(text, "");
    }

    /** The same with a word beside it, when that word is all there is to say. */
    void heading(String text, String note) {
        gap(7);
        need(Face.HEAD.lead() + 40);
        List<Setter.Line> lines = kit.setter()
                .lines(List.of(Para.led(Face.HEAD, text, note.isEmpty() ? "" : "\u00A0: " + note)), Box.WIDTH);
        for (Setter.Line line : lines) {
            line.draw(ink, Box.LEFT, y);
            y += line.height();
        }
        y += 1;
        ink.line(Box.across(Box.LEFT, y, Box.WIDTH), Pen.RULE);
        y += 3;
    }

    /** Text in a heavy box, for what must not be missed. */
    void boxed(Pen pen, Para... paras) {
        List<Setter.Line> lines = kit.setter().lines(List.of(paras), Box.WIDTH - 16);
        float height = 10;
        for (Setter.Line line : lines) {
            height += line.height();
        }
        gap(3);
        need(height);
        ink.frame(new Box(Box.LEFT, y, Box.WIDTH, height).inset(pen.width() / 2), pen);
        float at = y + 5;
        for (Setter.Line line : lines) {
            line.draw(ink, Box.LEFT + 8, at);
            at += line.height();
        }
        y += height;
        gap(3);
    }
}
