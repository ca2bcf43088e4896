package org.relais.web.node;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.relais.access.Right;
import org.relais.kernel.Language;
import org.relais.paper.BlankForm;
import org.relais.web.shell.Frame;

/**
 * What can be printed: packs of wards, and blank forms.
 *
 * @param every whether every ward may be asked for at once
 * @param mine  packs of the reader that are under way or ready
 * @param forms blank forms: value for the address, and title
 */
public record PacksPage(
        List<Choice> wards,
        boolean every,
        boolean everyChosen,
        boolean inFrench,
        boolean threeDays,
        boolean bothSides,
        List<Job> mine,
        List<Choice> forms,
        List<FormError> errors) {

    /** A pack under way. */
    public record Job(String id, String what, String state) {}

    static PacksPage of(Frame f, List<Choice> wards, String chosen, List<Job> mine) {
        List<Choice> marked = wards.stream()
                .map(ward -> new Choice(ward.value(), ward.label(), ward.value().equals(chosen)))
                .toList();
        boolean every = f.may(Right.PRINT_EVERY_WARD);
        return new PacksPage(
                marked,
                every,
                every && (chosen.equals(PacksController.EVERY) || (chosen.isEmpty() && wards.size() > 1)),
                f.language() == Language.FR,
                false,
                false,
                mine,
                forms(f),
                List.of());
    }

    PacksPage with(PackForm form, List<FormError> wrong) {
        return new PacksPage(
                wards,
                every,
                everyChosen,
                form.inLanguage() == Language.FR,
                form.threeDays(),
                form.bothSides(),
                mine,
                forms,
                List.copyOf(wrong));
    }

    private static List<Choice> forms(Frame f) {
        return Arrays.stream(BlankForm.values())
                .map(form -> new Choice(path(form), f.t("node.form." + path(form)), false))
                .toList();
    }

    static String path(BlankForm form) {
        return form.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
