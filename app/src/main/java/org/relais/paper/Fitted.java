package org.relais.paper;

import java.util.List;

/**
 * Text that is set as large as its box allows: nothing of a name or a number is ever cut off, so what is long is set
 * smaller, down to a third of its size.
 */
final class Fitted {
    private static final float STEP = 0.04f;
    private static final float LEAST = 0.34f;

    private Fitted() {}

    /**
     * Writes from the top of the box.
     *
     * @return the bottom of what was written
     */
    static float write(Kit kit, Ink ink, List<Para> paras, Box box) {
        List<Setter.Line> lines = lines(kit, paras, box);
        float y = box.y();
        for (Setter.Line line : lines) {
            line.draw(ink, box.x(), y);
            y += line.height();
        }
        return y;
    }

    /** The same, in the middle of the box's height. */
    static void centred(Kit kit, Ink ink, List<Para> paras, Box box) {
        List<Setter.Line> lines = lines(kit, paras, box);
        float y = box.y() + Math.max(0, (box.height() - height(lines)) / 2);
        for (Setter.Line line : lines) {
            line.draw(ink, box.x(), y);
            y += line.height();
        }
    }

    private static List<Setter.Line> lines(Kit kit, List<Para> paras, Box box) {
        List<Setter.Line> lines = List.of();
        for (float scale = 1; scale >= LEAST; scale -= STEP) {
            List<Para> scaled = scaled(paras, scale);
            lines = kit.setter().lines(scaled, box.width());
            if (height(lines) <= box.height() && whole(kit, scaled, box.width())) {
                return lines;
            }
        }
        return lines;
    }

    private static List<Para> scaled(List<Para> paras, float scale) {
        return paras.stream()
                .map(para -> new Para(scaled(para.face(), scale), para.runs()))
                .toList();
    }

    private static Face scaled(Face face, float scale) {
        return new Face(face.bold(), face.size() * scale, face.lead() * scale);
    }

    /** Whether no word is so wide that it would be broken between letters. */
    private static boolean whole(Kit kit, List<Para> paras, float width) {
        return paras.stream()
                .allMatch(para -> para.runs().stream()
                        .flatMap(run -> List.of(kit.fonts().clean(run.text()).split("[ \n-]")).stream())
                        .allMatch(word -> kit.fonts().width(para.face().weight(true), word) <= width));
    }

    private static float height(List<Setter.Line> lines) {
        float height = 0;
        for (Setter.Line line : lines) {
            height += line.height();
        }
        return height;
    }
}
