package org.relais.care.births.watch;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * A midwife who is named for more traces than she can watch: more than two, or another one while a woman of hers pushes. The
 * obstetrician and the DMC are to be told ({@code domain/wards.md}, maternity).
 *
 * @param pushing whether one of hers pushes
 */
public record MidwifeLoad(String midwife, int traces, boolean pushing) {
    private static final int MOST = 2;

    /** Those who are named for too many of these, by name. */
    public static List<MidwifeLoad> tooMuch(Collection<CtgWatch> open) {
        Map<String, List<CtgWatch>> byName = new TreeMap<>();
        open.forEach(watch -> byName.computeIfAbsent(plain(watch.now().midwife()), _ -> new ArrayList<>())
                .add(watch));
        return byName.values().stream()
                .map(MidwifeLoad::of)
                .filter(MidwifeLoad::excessive)
                .toList();
    }

    private static MidwifeLoad of(List<CtgWatch> hers) {
        boolean pushing = hers.stream().anyMatch(watch -> watch.now().phase() == Phase.PUSHING);
        return new MidwifeLoad(hers.getFirst().now().midwife(), hers.size(), pushing);
    }

    private boolean excessive() {
        return traces > MOST || (pushing && traces > 1);
    }

    /** The same name however its accents, capitals and spaces were typed. */
    static String plain(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFD)
                .replaceAll("[^\\p{L}]", "")
                .toUpperCase(Locale.ROOT);
    }
}
