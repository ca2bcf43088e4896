package org.relais.web.care.births;

import java.util.List;
import java.util.function.Function;
import org.relais.web.Gallery.Scene;
import org.relais.web.Scenes;
import org.relais.web.care.CareScenes;
import org.relais.web.care.PatientHead;
import org.relais.web.care.PatientsPage;
import org.relais.web.care.identity.NewcomerPage.ToldFields;
import org.relais.web.shell.Frame;
import org.relais.web.shell.Section;

/** The pages of births in situations worth looking at. */
public final class BirthScenes {
    private BirthScenes() {}

    public static List<Scene> all() {
        return List.of(
                scene("births", "births/register", BirthScenes::register),
                scene("birth-new", "births/new", BirthScenes::writing),
                scene("birth", "births/birth", f -> birth(f, true, "")),
                scene("birth-away", "births/birth", f -> birth(f, true, "Néonatologie · Mme Louise")),
                scene("birth-secret", "births/birth", f -> birth(f, false, "")),
                scene(
                        "birth-mismatch",
                        "births/mismatch",
                        f -> new MismatchPage(head(f), f.t("refused.birth.mismatch.CHILD", "1234567986"))));
    }

    private static PatientHead head(Frame f) {
        return PatientHead.of(f, Scenes.patient(), code -> code.value(), false);
    }

    private static RegisterPage register(Frame f) {
        String id = Scenes.patient().id().hex();
        return new RegisterPage(
                PatientsPage.EMPTY,
                List.of(
                        new RegisterPage.Row(
                                id,
                                "1",
                                "24/11/2026 02:14",
                                "ZAMIRE RANG UN",
                                "1234567889",
                                f.t("sex.female"),
                                f.t("births.rank", 1, 2),
                                f.t("births.issue.LIVE"),
                                "ZAMIRE LUCE",
                                "8001000001",
                                true,
                                false),
                        new RegisterPage.Row(
                                id,
                                "2",
                                "24/11/2026 02:21",
                                "ZAMIRE RANG DEUX",
                                "1234567986",
                                f.t("sex.male"),
                                f.t("births.rank", 2, 2),
                                f.t("births.issue.STILL"),
                                "ZAMIRE LUCE",
                                "8001000001",
                                false,
                                true),
                        new RegisterPage.Row(
                                "",
                                "3",
                                "24/11/2026 05:00",
                                "INCONNU-OSCAR TANGO",
                                "1234568083",
                                f.t("sex.female"),
                                f.t("births.rank", 1, 1),
                                f.t("births.issue.LIVE"),
                                f.t("births.secret"),
                                "",
                                false,
                                false)));
    }

    private static NewBirthPage writing(Frame f) {
        return new NewBirthPage(
                head(f),
                Scenes.patient().id().hex(),
                "/births/for/" + Scenes.patient().id().hex(),
                true,
                List.of("ZAMIRE RANG UN"),
                new NewBirthPage.Fields("ZAMIRE", "", "FEMALE", "", "2", "2", "LIVE", "", ""),
                List.of(new BirthRooms.Choice("MAT", "Maternité", true)),
                ToldFields.EMPTY,
                f.t("refused.birth.time"),
                "time");
    }

    private static BirthPage birth(Frame f, boolean known, String away) {
        boolean worn = !away.isEmpty() || !known;
        return new BirthPage(
                head(f),
                f.t("births.title.LIVE"),
                "12",
                f.t("births.rank", 1, 2),
                f.t("births.issue.LIVE"),
                f.show().moment(Scenes.CUT),
                known ? head(f) : null,
                known,
                known ? "8001000001" : "",
                List.of(new BirthPage.Sibling(
                        Scenes.patient().id().hex(), f.t("births.rank", 2, 2), "ZAMIRE RANG DEUX", "1234567986")),
                new BirthPage.Bands(
                        worn,
                        List.of("ZAMIRE RANG DEUX"),
                        worn ? List.of(new BirthRooms.Choice("LOST", f.t("labels.reason.LOST"), false)) : List.of(),
                        worn,
                        List.of(),
                        ""),
                away,
                away.isEmpty() ? "" : f.t("births.doubt", "autre mère", "24/11/2026 02:14"),
                List.of(new BirthPage.Line(
                        f.show().moment(Scenes.CUT),
                        f.t("births.line.mismatch", f.t("births.step.SEPARATION"), f.t("births.wrong.CHILD")),
                        "Nadège Bellerose",
                        true)),
                List.of(new BirthRooms.Choice("NEONATOLOGY", f.t("births.away.NEONATOLOGY"), false)),
                List.of(new BirthRooms.Choice("NEO", "Néonatologie", false)),
                ToldFields.EMPTY,
                "");
    }

    private static Scene scene(String name, String template, Function<Frame, Object> model) {
        return CareScenes.scene(name, template, Section.BIRTHS, model);
    }
}
