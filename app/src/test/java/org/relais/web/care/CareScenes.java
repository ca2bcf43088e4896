package org.relais.web.care;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.relais.care.chart.Chart;
import org.relais.care.chart.DocumentContent.Block;
import org.relais.care.chart.DocumentContent.Kind;
import org.relais.care.chart.DocumentContent.Reading;
import org.relais.care.chart.Documents;
import org.relais.care.identity.Hit;
import org.relais.care.identity.Patient;
import org.relais.care.identity.Resemblance;
import org.relais.care.identity.search.Clue;
import org.relais.care.identity.search.How;
import org.relais.care.identity.search.Part;
import org.relais.care.wards.Census;
import org.relais.care.wards.Ward;
import org.relais.care.wards.WardKind;
import org.relais.kernel.Language;
import org.relais.kernel.Mode;
import org.relais.kernel.WardCode;
import org.relais.web.Gallery.Scene;
import org.relais.web.Scenes;
import org.relais.web.shell.Frame;
import org.relais.web.shell.Section;

/** The pages of Soigner in situations worth looking at. */
public final class CareScenes {
    static final WardNames WARDS = code -> code.value().equals("MAT") ? "Maternité" : "Urgences";

    private CareScenes() {}

    public static List<Scene> all() {
        return List.of(
                scene("patients", "care/patients", Section.PATIENTS, f -> PatientsPage.EMPTY),
                scene("patients-found", "care/patients", Section.PATIENTS, CareScenes::found),
                scene(
                        "patients-none",
                        "care/patients",
                        Section.PATIENTS,
                        f -> new PatientsPage("zzz", true, false, List.of(), false, List.of())),
                scene(
                        "patients-arrivals",
                        "care/patients",
                        Section.PATIENTS,
                        f -> PatientsPage.waiting(List.of(new PatientsPage.Arrival(
                                "came-1",
                                PatientHead.of(f, Scenes.patient(), WARDS, true),
                                f.show().moment(Scenes.CUT))))),
                scene("wards", "care/wards", Section.WARDS, CareScenes::wards),
                scene("wards-none", "care/wards", Section.WARDS, f -> new WardsPage(List.of(), 0, 0, true)),
                scene("ward", "care/ward", Section.WARDS, f -> WardPage.of(f, census(), false)),
                scene("ward-name", "care/ward", Section.WARDS, f -> WardPage.of(f, census(), true)),
                scene("share", "care/share", Section.WARDS, f -> WardPage.of(f, census(), false)),
                scene(
                        "shared",
                        "care/shared",
                        Section.WARDS,
                        f -> WardPage.of(f, census(), false).shared()),
                scene(
                        "shared-open",
                        "care/shared-open",
                        Section.WARDS,
                        f -> new SharedOpenPage(PatientHead.of(f, Scenes.patient(), WARDS, false), "")),
                scene(
                        "census",
                        "care/census",
                        Section.WARDS,
                        f -> new CensusPage(List.of(WardPage.of(f, census(), false)), 2)),
                scene("chart", "care/chart", Section.PATIENTS, f -> sheet(f).page(Scenes.chart())),
                scene("chart-document", "care/document", Section.PATIENTS, CareScenes::document),
                scene("chart-told", "care/found", Section.PATIENTS, CareScenes::told));
    }

    private static ChartSheet sheet(Frame f) {
        return new ChartSheet(
                f,
                WARDS,
                who -> "Nadège Bellerose",
                new ChartSheet.Over(
                        f.t("chart.glass", f.t("access.glass.reason.ON_CALL"), "24/11/2026 14:05"), List.of()));
    }

    private static ChartBanner banner(Frame f) {
        return ChartBanner.of(f, Scenes.chart(), sheet(f));
    }

    private static DocumentPage document(Frame f) {
        Chart.Document letter = Scenes.chart().documents().get(1);
        Reading reading = new Reading(
                "Lettre de liaison",
                "JOSEPH-MONROSE Marie-Ange 19941225",
                List.of(
                        new Block(Kind.HEADING, List.of("Motif d'hospitalisation")),
                        new Block(Kind.PARAGRAPH, List.of("Pré-éclampsie <b>sévère</b> à 34 semaines.")),
                        new Block(Kind.ROW, List.of("Protéinurie", "3,2 g/24 h")),
                        new Block(Kind.ITEM, List.of("Surveillance rapprochée"))));
        Documents.Opened opened = new Documents.Opened(letter, letter.parts().getFirst(), reading);
        return new DocumentText(f, opened).page(banner(f), what -> "/" + what);
    }

    private static FoundPage told(Frame f) {
        FoundForm form = FoundForm.empty(Scenes.patient().id().hex(), "LAB", "Nadège Bellerose", "05:26");
        FoundPage.Wrong wrong = new FoundPage.Wrong(f.t("refused.found.time"), "time");
        return FoundPage.of(f, form, new FoundPage.Around(banner(f), "Hémoglobine 9,2 g/dL", wrong));
    }

    private static WardsPage wards(Frame f) {
        return new WardsPage(
                List.of(
                        new WardsPage.Row("MAT", "Maternité", f.t("ward.kind.maternity"), true, 31, 40, 9),
                        new WardsPage.Row("URG", "Urgences", f.t("ward.kind.emergency"), true, 17, 22, 6),
                        new WardsPage.Row("9001", "9001", f.t("ward.kind.unknown"), false, 1, 0, 0)),
                49,
                62,
                true);
    }

    private static Census census() {
        Patient patient = Scenes.patient();
        Ward ward = new Ward(
                new WardCode("MAT"),
                "Maternité",
                "Maternity",
                WardKind.MATERNITY,
                List.of("2301"),
                List.of(new Ward.Bed("12", "A"), new Ward.Bed("12", "B"), new Ward.Bed("13", "A")),
                true);
        return new Census(
                ward,
                List.of(
                        new Census.Occupied("12", "A", patient, true), new Census.Occupied("12", "A", patient, true),
                        new Census.Occupied("12", "B", null, false), new Census.Occupied("13", "A", null, false)));
    }

    private static PatientsPage found(Frame f) {
        return PatientsPage.of(
                f,
                "jos",
                List.of(
                        new Hit(
                                Scenes.patient(),
                                true,
                                List.of(Resemblance.HOMONYM),
                                List.of(new Clue(Part.BIRTH_NAME, How.WHOLE, "JOSEPH", "JOSEPH"))),
                        new Hit(
                                Scenes.patient(),
                                false,
                                List.of(Resemblance.TWIN),
                                List.of(new Clue(Part.BIRTH_NAME, How.LETTER, "JOSPEH", "JOSEPH")))),
                WARDS);
    }

    public static Scene scene(String name, String template, Section section, Function<Frame, Object> model) {
        Mode mode = name.startsWith("chart") ? Mode.REAL : Mode.DEMO;
        boolean declared = name.startsWith("chart");
        Map<Language, Scene.ModelOf> models = new EnumMap<>(Language.class);
        for (Language language : Language.values()) {
            Frame frame = Scenes.frame(language, mode, declared, section);
            models.put(language, new Scene.ModelOf(frame, model.apply(frame)));
        }
        return new Scene(name, template, mode, declared, models);
    }
}
