package org.relais.web.node;

import java.util.List;
import java.util.Map;
import org.relais.upkeep.Alarm;
import org.relais.upkeep.BackupSettings;
import org.relais.upkeep.PackSettings;
import org.relais.upkeep.Retention;
import org.relais.upkeep.RetentionRun;
import org.relais.upkeep.RetentionSettings;
import org.relais.web.Gallery.Scene;
import org.relais.web.Scenes;
import org.relais.web.care.CareScenes;
import org.relais.web.shell.Frame;
import org.relais.web.shell.Section;
import org.relais.web.shell.State;

/** The pages of what the node does by itself. */
final class UpkeepScenes {
    private static final String KEY = "a1".repeat(16);

    private UpkeepScenes() {}

    static List<Scene> all() {
        return List.of(
                CareScenes.scene("standby", "node/standby", Section.STANDBY, UpkeepScenes::standby),
                CareScenes.scene("standby-wrong", "node/standby", Section.STANDBY, UpkeepScenes::wrong),
                CareScenes.scene("standby-none", "node/standby", Section.STANDBY, UpkeepScenes::none),
                CareScenes.scene("retention", "node/retention", Section.RETENTION, f -> retention(f, false)),
                CareScenes.scene(
                        "retention-wrong",
                        "node/retention",
                        Section.RETENTION,
                        f -> retention(f, true)
                                .wrong(
                                        false,
                                        "<b>x</b>",
                                        List.of(new FormError("days", f.t("upkeep.settings.days", 7, 3650))))),
                CareScenes.scene("backup-plan", "node/backup-plan", Section.BACKUP, f -> plan(f, true)),
                CareScenes.scene(
                        "backup-plan-wrong",
                        "node/backup-plan",
                        Section.BACKUP,
                        f -> plan(f, false)
                                .wrong(
                                        plan(f, false).settings(),
                                        List.of(new FormError("folder", f.t("upkeep.settings.folder"))))));
    }

    private static StandbyPage standby(Frame f) {
        return new StandbyPage(
                List.of(
                        Alarms.line(f, new Alarm("upkeep.alarm.folder-missing", "/media/<liasses>", null), Map.of()),
                        Alarms.line(
                                f,
                                new Alarm("upkeep.alarm.pack-stale", "REA", Scenes.CUT),
                                Map.of("REA", "Réanimation <Bellerose>"))),
                List.of(row(f, "MAT", State.DONE), row(f, "REA", State.OVERDUE), empty()),
                StandbyForm.of(new PackSettings(true, "/media/<liasses>", 60, 3, 180, "fr")),
                true,
                List.of(),
                f.t("node.standby.done.settings", "05:26:00"),
                KEY);
    }

    private static RetentionPage retention(Frame f, boolean suspended) {
        RetentionRun run = new RetentionRun(Scenes.CUT, 12, 840, 3, Scenes.CUT, Scenes.CUT);
        return RetentionPage.of(
                        f,
                        new Retention.Standing(
                                new RetentionSettings(!suspended, 30),
                                17,
                                suspended ? null : Scenes.NOW,
                                suspended,
                                suspended ? null : run))
                .saved(f.t("node.retention.done.settings", "05:26:00"));
    }

    private static BackupPlanPage plan(Frame f, boolean good) {
        return new BackupPlanPage(
                good ? List.of() : List.of(Alarms.line(f, new Alarm("upkeep.alarm.backups-off", "", null), Map.of())),
                BackupForm.of(good ? new BackupSettings(true, "/mnt/<disque>", 24, 7, 48, 7) : BackupSettings.NONE),
                good ? f.show().moment(Scenes.CUT) : null,
                good ? "relais-backup_3f2a9c00_20261124-060000.zip" : "",
                good ? f.show().moment(Scenes.CUT) : null,
                good,
                good ? f.t("node.plan.drilled", f.n(18_432), f.n(420), f.n(388), f.n(14)) : "",
                !good,
                List.of(),
                good ? f.t("node.plan.done.drill", "05:26:00") : "");
    }

    private static StandbyPage.Row row(Frame f, String code, State state) {
        return new StandbyPage.Row(
                code,
                "Maternité <étage 2>",
                state,
                f.show().moment(Scenes.CUT),
                f.show().moment(Scenes.CUT),
                "220",
                "3",
                "1",
                f.show().moment(Scenes.CUT),
                f.t("node.standby.opened-by", "Nadège <Bellerose>", "<b>x</b>"),
                f.show().moment(Scenes.CUT));
    }

    private static StandbyPage.Row empty() {
        return new StandbyPage.Row("URG", "Urgences", State.UNKNOWN, null, null, "", "0", "", null, "", null);
    }

    private static StandbyPage wrong(Frame f) {
        StandbyForm typed = new StandbyForm("on", "clé", "0", "900", "1", "en");
        return standby(f).wrong(f, typed, List.of(new FormError("folder", f.t("upkeep.settings.folder"))));
    }

    private static StandbyPage none(Frame f) {
        return new StandbyPage(
                List.of(Alarms.line(f, new Alarm("upkeep.alarm.packs-off", "", null), Map.of())),
                List.of(),
                StandbyForm.of(PackSettings.NONE),
                false,
                List.of(),
                "",
                KEY);
    }
}
