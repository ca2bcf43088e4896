package org.relais.paper;

import java.util.ArrayList;
import java.util.List;
import org.relais.care.labels.LabelKind;
import org.relais.kernel.Language;

/** Ink that notes how large each text is set. */
final class Letters extends NoInk {
    private record Set(float size, String text) {}

    private final List<Set> set = new ArrayList<>();

    /** The smallest letters, in points, that say who somebody is or her number on a label of a sheet. */
    static float smallest(LabelKind kind, Bearer bearer, SheetFormat format) {
        Letters letters = new Letters();
        Kit kit = Kit.of(Samples.stamp(Language.FR));
        new LabelArt(kit, letters).draw(new LabelArt.Item(kind, bearer, 1), format.cell(0));
        BearerText text = new BearerText(kit, bearer);
        return (float) letters.set.stream()
                .filter(one -> !one.text.equals(text.mode())
                        && !one.text.startsWith("n°")
                        && !one.text.startsWith("Impression"))
                .mapToDouble(Set::size)
                .min()
                .orElseThrow();
    }

    @Override
    public void text(Face face, float x, float y, String text) {
        set.add(new Set(face.size(), text));
    }

    @Override
    public void reversed(Face face, float x, float y, String text) {
        set.add(new Set(face.size(), text));
    }
}
