package org.relais.paper;

import java.util.List;

/**
 * Text that is set as large as its box allows: nothing of a name or a number is ever cut off or written over something
 * else, so what is long is set smaller. A long name alone makes neither the birth date nor the number beside it small.
 */
final class Fitted {
    private static final float STEP = 0.04f;
    private static final float LEAST = 0.1f;
    /** Points. */
    private static final float READABLE = 9;

    private static final float SMALL = 7;
    /** A little less than the width, against rounding. */
    private static final float SAFE = 0.999f;

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

    /** First what is too wide alone, then all together: while there is room for it, nothing under {@link #READABLE}. */
    private static List<Setter.Line> lines(Kit kit, List<Para> paras, Box box) {
        List<Para> narrow =
                paras.stream().map(para -> narrowed(kit, para, box.width())).toList();
        List<Setter.Line> lines = List.of();
        for (float floor : new float[] {READABLE, SMALL, 0}) {
            for (float scale = 1; scale >= LEAST; scale -= STEP) {
                lines = kit.setter().lines(scaled(narrow, scale, floor), box.width());
                if (height(lines) <= box.height()) {
                    return lines;
                }
            }
        }
        return lines;
    }

    /** So small that no word of it is broken between letters. */
    private static Para narrowed(Kit kit, Para para, float width) {
        float widest = kit.setter().widest(para);
        return widest <= width ? para : scaled(para, SAFE * width / widest);
    }

    private static List<Para> scaled(List<Para> paras, float scale, float floor) {
        return paras.stream()
                .map(para -> scaled(
                        para, Math.max(scale, Math.min(1, floor / para.face().size()))))
                .toList();
    }

    private static Para scaled(Para para, float scale) {
        Face face = para.face();
        return new Para(new Face(face.bold(), face.size() * scale, face.lead() * scale), para.runs());
    }

    private static float height(List<Setter.Line> lines) {
        float height = 0;
        for (Setter.Line line : lines) {
            height += line.height();
        }
        return height;
    }
}
