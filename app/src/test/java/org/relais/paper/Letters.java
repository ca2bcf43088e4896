package org.relais.paper;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.relais.care.labels.LabelKind;
import org.relais.kernel.Language;

/** Ink that notes how large each text is set. */
final class Letters extends NoInk {
    private record Set(float size, float x, float y, float width, String text) {
        boolean meets(Set other) {
            boolean beside = x + width <= other.x || other.x + other.width <= x;
            boolean under = y <= other.y - 0.7f * other.size || other.y <= y - 0.7f * size;
            return !beside && !under;
        }
    }

    private final List<Set> set = new ArrayList<>();

    /** The smallest letters, in points, that say who somebody is or her number on a label of a sheet. */
    static float smallest(LabelKind kind, Bearer bearer, SheetFormat format) {
        Letters letters = drawn(kind, bearer, format.cell(0));
        Kit kit = Kit.of(Samples.stamp(Language.FR));
        BearerText text = new BearerText(kit, bearer);
        return (float) letters.set.stream()
                .filter(one -> !one.text.equals(text.mode())
                        && !one.text.startsWith("n°")
                        && !one.text.startsWith("Impression"))
                .mapToDouble(Set::size)
                .min()
                .orElseThrow();
    }

    static Letters drawn(LabelKind kind, Bearer bearer, Box box) {
        Letters letters = new Letters();
        Kit kit = Kit.of(Samples.stamp(Language.FR));
        new LabelArt(kit, letters).draw(new LabelArt.Item(kind, bearer, 1), box);
        return letters;
    }

    /** How large a text that begins so is set. */
    float size(String begin) {
        return (float) set.stream()
                .filter(one -> one.text.startsWith(begin))
                .mapToDouble(Set::size)
                .min()
                .orElseThrow();
    }

    List<String> texts() {
        return set.stream().map(Set::text).toList();
    }

    /** Texts that are printed over one another or outside of the box. */
    List<String> spoilt(Box box) {
        List<String> spoilt = new ArrayList<>();
        for (int i = 0; i < set.size(); i++) {
            int at = i;
            Set one = set.get(i);
            boolean inside = one.x >= box.x()
                    && one.x + one.width <= box.x() + box.width() + 0.5f
                    && one.y <= box.y() + box.height()
                    && one.y - 0.7f * one.size >= box.y();
            boolean over = IntStream.range(0, set.size()).anyMatch(other -> other != at && one.meets(set.get(other)));
            if (!inside || over) {
                spoilt.add(one.text);
            }
        }
        return spoilt;
    }

    @Override
    public void text(Face face, float x, float y, String text) {
        set.add(new Set(face.size(), x, y, Fonts.shared().width(face, text), text));
    }

    @Override
    public void reversed(Face face, float x, float y, String text) {
        text(face, x, y, text);
    }
}
