package org.relais.paper;

import java.util.List;
import java.util.Locale;
import org.relais.kernel.Mode;

/** The head and foot of every page: mode, document, as-of time, node, number, DataMatrix, and whose sheet it is. */
final class Letterhead {
    private static final float MATRIX_GAP = 10;
    private static final float TEXT_WIDTH = Box.WIDTH - Box.MATRIX - MATRIX_GAP;
    private static final float COUNT_WIDTH = 92;
    private final Kit kit;
    private final Ink ink;

    Letterhead(Kit kit, Ink ink) {
        this.kit = kit;
        this.ink = ink;
    }

    /**
     * Where a page stands.
     *
     * @param job    the print, as its code names it
     * @param page   from 1; {@code pages} in all
     * @param leaf   from 1 among the sheets of one patient; {@code leaves} in all
     */
    record Place(String job, int page, int pages, int leaf, int leaves) {}

    /** Draws head and foot; says where the body begins. */
    float draw(Part part, Place place) {
        if (part.sheet().bare()) {
            return 0;
        }
        PageCode code = new PageCode(part.sheet(), kit.stamp().nodePrefix(), place.job(), place.page());
        if (ink.visible()) {
            ink.matrix(code.matrix(), new Box(Box.LEFT + Box.WIDTH - Box.MATRIX, Box.TOP, Box.MATRIX, Box.MATRIX));
        }
        float titleX = Box.LEFT + mode() + 8;
        float y = Box.TOP;
        float titleWidth = Box.LEFT + TEXT_WIDTH - COUNT_WIDTH - titleX;
        for (Setter.Line line : lines(Face.TITLE, kit.say(part.sheet().titleKey()), titleWidth)) {
            line.draw(ink, titleX, y);
            y += line.height();
        }
        count(place);
        y += 2;
        y = write(Face.BOLD, part.place(), y);
        y = write(Face.SMALL, dates(), y);
        float bottom = Math.max(y + 3, Box.TOP + Box.MATRIX + 4);
        ink.line(Box.across(Box.LEFT, bottom, Box.WIDTH), Pen.RULE);
        foot(code, part.sheet().footKey());
        bottom += 6;
        if (part.banded()) {
            bottom = new Band(kit, ink).draw(part.subject(), place, bottom) + 8;
        }
        return bottom;
    }

    private float write(Face face, String text, float from) {
        float y = from;
        for (Setter.Line line : lines(face, text, TEXT_WIDTH)) {
            line.draw(ink, Box.LEFT, y);
            y += line.height();
        }
        return y;
    }

    private List<Setter.Line> lines(Face face, String text, float width) {
        return kit.setter().lines(List.of(Para.of(face, text)), width);
    }

    private void count(Place place) {
        String text = kit.words().say("page", Integer.toString(place.page()), Integer.toString(place.pages()));
        float x = Box.LEFT + TEXT_WIDTH - kit.fonts().width(Face.HEAD, text);
        ink.text(Face.HEAD, x, Box.TOP + Face.TITLE.ascent(), text);
    }

    /** The mode word in its box; its look differs as well as its word. Says how wide it is. */
    private float mode() {
        String word = kit.say(kit.stamp().modeKey())
                .toUpperCase(kit.stamp().language().locale());
        float width = kit.fonts().width(Face.HEAD, word) + 12;
        Box box = new Box(Box.LEFT, Box.TOP + 0.75f, width, 17);
        float y = Box.TOP + Face.TITLE.ascent();
        boolean real = kit.stamp().mode() == Mode.REAL;
        if (real && kit.stamp().crisis().declared()) {
            ink.fill(box);
            ink.reversed(Face.HEAD, Box.LEFT + 6, y, word);
            return width;
        }
        ink.frame(box, real ? Pen.HAIR : kit.stamp().mode() == Mode.DEMO ? Pen.DASHED : Pen.HEAVY);
        ink.text(Face.HEAD, Box.LEFT + 6, y, word);
        return width;
    }

    private String dates() {
        Stamp stamp = kit.stamp();
        String printed = kit.moments().at(stamp.printedAt());
        String crisis = kit.crisisLine();
        return kit.words()
                .say(
                        "dates",
                        kit.moments().at(stamp.asOf()),
                        crisis.isEmpty() ? printed : printed + " (" + crisis + ")",
                        stamp.nodePrefix());
    }

    private void foot(PageCode code, String key) {
        float y = Box.BOTTOM - 3;
        String offset =
                kit.stamp().zone().getRules().getOffset(kit.stamp().asOf()).getId();
        String left = kit.words().say(key, kit.stamp().zone().getId(), offset.equals("Z") ? "+00:00" : offset);
        ink.line(Box.across(Box.LEFT, Box.BOTTOM - 14, Box.WIDTH), Pen.HAIR);
        ink.text(Face.SMALL, Box.LEFT, y, left);
        String right = code.spoken().toUpperCase(Locale.ROOT);
        ink.text(Face.SMALL, Box.LEFT + Box.WIDTH - kit.fonts().width(Face.SMALL, right), y, right);
    }
}
