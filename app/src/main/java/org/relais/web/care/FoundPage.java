package org.relais.web.care;

import java.util.Arrays;
import java.util.List;
import org.relais.care.found.FoundKind;
import org.relais.web.shell.Frame;

/**
 * The form that notes what was heard by telephone, or corrects it.
 *
 * @param original what is corrected, as it was noted; empty for a new one
 * @param problem  why the form is shown again, or empty
 * @param field    the field that the problem is about, or empty
 */
public record FoundPage(
        ChartBanner banner,
        List<Kind> kinds,
        String value,
        String saidBy,
        String place,
        String heardBy,
        String time,
        String readBack,
        String corrects,
        String original,
        String problem,
        String field) {

    /** A kind of information to choose. */
    public record Kind(String value, String label, boolean chosen) {}

    /** Why a form is shown again; empty when it is shown for the first time. */
    record Wrong(String problem, String field) {
        static final Wrong NOTHING = new Wrong("", "");
    }

    /** What stands around a form. */
    record Around(ChartBanner banner, String original, Wrong wrong) {}

    static FoundPage of(Frame f, FoundForm form, Around around) {
        List<Kind> kinds = Arrays.stream(FoundKind.values())
                .map(kind ->
                        new Kind(kind.name(), f.t("found." + kind), kind.name().equals(form.kind())))
                .toList();
        return new FoundPage(
                around.banner(),
                kinds,
                FoundForm.typed(form.value()),
                FoundForm.typed(form.saidBy()),
                FoundForm.typed(form.place()),
                FoundForm.typed(form.heardBy()),
                FoundForm.typed(form.time()),
                FoundForm.typed(form.readBack()),
                FoundForm.typed(form.corrects()),
                around.original(),
                around.wrong().problem(),
                around.wrong().field());
    }

    public boolean wrong(String name) {
        return field.equals(name);
    }
}
