package org.relais.web.access;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.relais.web.Gallery.Scene;
import org.relais.web.Scenes;
import org.relais.web.care.CareScenes;
import org.relais.web.shell.Frame;
import org.relais.web.shell.Moment;
import org.relais.web.shell.Section;

/** The pages of access in situations worth looking at. */
public final class AccessScenes {
    private static final String ID = "a1".repeat(16);

    private AccessScenes() {}

    public static List<Scene> all() {
        return List.of(
                CareScenes.scene("identity", "access/identity", Section.PATIENTS, AccessScenes::identity),
                CareScenes.scene(
                        "glass",
                        "access/glass",
                        Section.PATIENTS,
                        f -> GlassPage.of(f, identity(f), GlassForm.EMPTY, "")),
                CareScenes.scene(
                        "glass-refused",
                        "access/glass",
                        Section.PATIENTS,
                        f -> GlassPage.of(
                                f, identity(f), new GlassForm("OTHER", "<x>"), f.t("access.glass-text", "5", "300"))),
                CareScenes.scene(
                        "broken",
                        "access/broken",
                        Section.GLASS,
                        f -> new GlassListPage(List.of(row(f, false, null), row(f, false, Scenes.CUT)), 1)),
                CareScenes.scene("broken-none", "access/broken", Section.GLASS, f -> new GlassListPage(List.of(), 0)),
                CareScenes.scene("pin", "access/pin", Section.SETTINGS, f -> new PinPage(false, "", "")),
                CareScenes.scene(
                        "enrol",
                        "access/enrol",
                        Section.SETTINGS,
                        f -> new org.relais.web.shell.Question(f.t("access.pin-none"), "/", "", false)),
                CareScenes.scene(
                        "waits",
                        "access/waits",
                        Section.WAITS,
                        f -> new WaitsPage(List.of(
                                new WaitsPage.Row(ID, "Nadège <Bellerose>", "10.0.0.7", 58),
                                new WaitsPage.Row("", "", "10.0.0.8", 30)))),
                CareScenes.scene(
                        "report",
                        "access/report",
                        Section.PATIENTS,
                        f -> new ReportPage(
                                ID,
                                "JOSEPH-MONROSE Marie-Ange",
                                "IPP 8001234567",
                                List.of(new ReportPage.Row(
                                        f.show().moment(Scenes.CUT), "Nadège <Bellerose>", f.t("access.act.OPENED"))),
                                1)),
                CareScenes.scene(
                        "review",
                        "access/review",
                        Section.GLASS,
                        f -> new ReviewPage(row(f, false, null), "no", "", "audit", f.t("access.second-same"))),
                CareScenes.scene(
                        "review-mine",
                        "access/review",
                        Section.GLASS,
                        f -> new ReviewPage(row(f, true, null), "", "", "", "")));
    }

    private static IdentityPage identity(Frame f) {
        return IdentityPage.of(f, Scenes.patient(), code -> "Maternité <2>");
    }

    private static GlassListPage.Row row(Frame f, boolean mine, java.time.@Nullable Instant reviewed) {
        Moment at = f.show().moment(Scenes.CUT);
        return new GlassListPage.Row(
                ID,
                at,
                at,
                true,
                "Nadège <Bellerose> (nbellerose)",
                "JOSEPH-MONROSE Marie-Ange · IPP 8001234567",
                "Maternité",
                f.t("access.glass.reason.OTHER"),
                "Renfort <en> salle",
                mine,
                reviewed == null ? null : f.show().moment(reviewed),
                reviewed == null ? "" : f.t("access.review.justified", "Line", "Odile"),
                "");
    }
}
