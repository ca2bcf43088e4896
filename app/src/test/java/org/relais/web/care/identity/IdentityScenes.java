package org.relais.web.care.identity;

import java.util.List;
import java.util.function.Function;
import org.relais.care.identity.match.NameFrequencies;
import org.relais.care.identity.numbers.Block;
import org.relais.care.identity.numbers.NumberFact.Use;
import org.relais.web.Gallery.Scene;
import org.relais.web.Scenes;
import org.relais.web.care.CareScenes;
import org.relais.web.care.PatientHead;
import org.relais.web.shell.Frame;
import org.relais.web.shell.Section;

/** The pages of identities in situations worth looking at. */
public final class IdentityScenes {
    private IdentityScenes() {}

    public static List<Scene> all() {
        return List.of(
                scene("numbers", "identity/numbers", IdentityScenes::numbers),
                scene("numbers-refused", "identity/numbers", f -> numbers(f).refused(f.t("refused.block.taken", "40"))),
                scene("link", "identity/link", IdentityScenes::link));
    }

    private static NumbersPage numbers(Frame f) {
        return NumbersPage.of(
                f,
                List.of(
                        new Block(1, 0, 999_999, Use.SCREEN, "", "", 37),
                        new Block(40, 0, 9_999, Use.SCREEN, "URG", "", 2),
                        new Block(99, 0, 49, Use.SEALED, "", "Maternité", 0)),
                List.of("MAT", "URG"),
                new NumbersPage.Typed("02", "0", "9999", "", "", "", new ToldForm("", "", "")));
    }

    /** Twice the same person: each field with what it is worth. */
    private static LinkPage link(Frame f) {
        PatientHead head = PatientHead.of(f, Scenes.patient(), code -> code.value(), false);
        Waterfall waterfall = new Waterfall(10_000, new NameFrequencies(10_000, _ -> 3, _ -> 5));
        return new LinkPage(
                head,
                head,
                List.of(new LinkPage.Trait(f.t("patient.name"), head.name(), head.name(), true)),
                waterfall.steps(f, Scenes.patient(), Scenes.patient()),
                waterfall.advice(f, Scenes.patient(), List.of(Scenes.patient())),
                "",
                "",
                "",
                NewcomerPage.ToldFields.EMPTY);
    }

    private static Scene scene(String name, String template, Function<Frame, Object> model) {
        return CareScenes.scene(name, template, Section.IDENTITIES, model);
    }
}
