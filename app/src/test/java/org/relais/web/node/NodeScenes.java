package org.relais.web.node;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.relais.access.OneTimePassword;
import org.relais.access.Role;
import org.relais.care.wards.Structure;
import org.relais.care.wards.StructureCsv.LineError;
import org.relais.kernel.StaffId;
import org.relais.web.Gallery.Scene;
import org.relais.web.Scenes;
import org.relais.web.care.CareScenes;
import org.relais.web.shell.Frame;
import org.relais.web.shell.Section;

/** The pages of this node in situations worth looking at. */
public final class NodeScenes {
    private static final String RAW =
            "MSH|^~\\&|GAM|CH|RELAIS|CH|20261124021300||ADT^A99|77|P|2.5\rPID|1||8001234567^^^IPP^PI||JOSEPH^Marie\rZZZ|<b>x</b>\u0001";

    private NodeScenes() {}

    public static List<Scene> all() {
        return List.of(
                CareScenes.scene("feeds", "node/feeds", Section.FEEDS, f -> feeds(f, false)),
                CareScenes.scene("feeds-crisis", "node/feeds", Section.FEEDS, f -> feeds(f, true)),
                CareScenes.scene("quarantine", "node/quarantine", Section.QUARANTINE, NodeScenes::quarantine),
                CareScenes.scene(
                        "quarantine-none",
                        "node/quarantine",
                        Section.QUARANTINE,
                        f -> new QuarantinePage(List.of(), 0, 0)),
                CareScenes.scene("raw", "node/raw", Section.QUARANTINE, NodeScenes::raw),
                CareScenes.scene("structure", "node/structure", Section.STRUCTURE, NodeScenes::structure),
                CareScenes.scene("packs", "node/packs", Section.PACKS, f -> packs(f)),
                CareScenes.scene("accounts", "node/accounts", Section.ACCOUNTS, NodeScenes::accounts),
                CareScenes.scene("traces", "node/traces", Section.TRACES, NodeScenes::traces),
                CareScenes.scene("backup", "node/backup", Section.BACKUP, f -> ""),
                CareScenes.scene("settings", "node/settings", Section.SETTINGS, f -> true),
                CareScenes.scene("help", "node/help", Section.HELP, f -> ""),
                CareScenes.scene("components", "node/components", Section.HELP, f -> ""));
    }

    private static FeedsPage feeds(Frame f, boolean declared) {
        return new FeedsPage(
                List.of(
                        new FeedsPage.Row("import", false, "", 0, null, 12, 0, 0, 0),
                        new FeedsPage.Row(
                                "mllp", !declared, "127.0.0.1:2575", 4, f.show().moment(Scenes.CUT), 18_432, 14, 3, 0)),
                declared,
                true);
    }

    private static QuarantinePage quarantine(Frame f) {
        return new QuarantinePage(
                List.of(new QuarantinePage.Row(
                        788,
                        f.show().moment(Scenes.CUT),
                        "mllp",
                        "ADT^A99",
                        "GAM CH-POINTE",
                        List.of("Événement ADT non pris en charge : A99"))),
                1,
                0);
    }

    private static RawPage raw(Frame f) {
        byte[] bytes = RAW.getBytes(StandardCharsets.UTF_8);
        return new RawPage(
                788,
                f.show().moment(Scenes.CUT),
                "ADT^A99",
                "GAM CH-POINTE",
                List.of("Événement ADT non pris en charge : A99"),
                RawText.segments(bytes),
                bytes.length,
                false);
    }

    private static StructurePage structure(Frame f) {
        return StructurePage.of(f, Structure.EMPTY, List.of(new LineError(1, "structure.error.empty", List.of())), "");
    }

    private static PacksPage packs(Frame f) {
        return new PacksPage(
                List.of(new PacksPage.Choice("MAT", "Maternité"), new PacksPage.Choice("URG", "Urgences")),
                "MAT",
                new PacksPage.Plan("Maternité", 1, 31, 118, 6),
                List.of(
                        new PacksPage.Job(
                                "0000000000000002", f.t("packs.every"), "running", 512, 1480, 34, f.t("packs.left", 9)),
                        new PacksPage.Job("0000000000000001", "Urgences", "done", 62, 62, 100, "")),
                true);
    }

    private static AccountsPage accounts(Frame f) {
        return new AccountsPage(
                List.of(
                        new AccountsPage.Row(
                                "0".repeat(32),
                                "nbellerose",
                                "Nadège BELLEROSE",
                                f.t("access.role.MIDWIFE"),
                                "MAT",
                                true,
                                false),
                        new AccountsPage.Row(
                                "1".repeat(32),
                                "admin",
                                "Administrateur",
                                f.t("access.role.ADMINISTRATOR"),
                                "",
                                true,
                                true)),
                Stream.of(Role.values())
                        .map(role -> new AccountsPage.Choice(role.name(), f.t("access.role." + role.name())))
                        .toList(),
                new OneTimePassword(new StaffId("2".repeat(32)), "llaguerre", "babab-dodod-fufuf-gigig-hohoh"),
                "",
                new AccountsPage.Typed("", "", Set.of(), ""));
    }

    private static TracesPage traces(Frame f) {
        return new TracesPage(
                List.of(
                        new TracesPage.Row(
                                f.show().moment(Scenes.NOW),
                                "Nadège BELLEROSE",
                                f.t("access.act.OPENED"),
                                f.t("trace.what.chart"),
                                "",
                                "a1a1a1a1",
                                1),
                        new TracesPage.Row(
                                f.show().moment(Scenes.CUT),
                                "Nadège BELLEROSE",
                                f.t("access.act.SEARCHED"),
                                f.t("trace.what.search"),
                                "jos 25/12/1994",
                                "",
                                2)),
                2,
                0);
    }
}
