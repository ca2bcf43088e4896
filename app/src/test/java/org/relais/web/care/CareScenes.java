package org.relais.web.care;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.relais.care.identity.Hit;
import org.relais.kernel.Language;
import org.relais.kernel.Mode;
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
                        f -> new PatientsPage("zzz", true, false, List.of(), false)),
                scene(
                        "chart",
                        "care/chart",
                        Section.PATIENTS,
                        f -> new ChartSheet(f, WARDS).page(Scenes.chart(), true)));
    }

    private static PatientsPage found(Frame f) {
        return PatientsPage.of(
                f,
                "jos",
                List.of(new Hit(Scenes.patient(), true, true), new Hit(Scenes.patient(), false, true)),
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
