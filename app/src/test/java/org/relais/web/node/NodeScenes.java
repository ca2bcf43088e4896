package org.relais.web.node;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.relais.access.NewAccount;
import org.relais.care.wards.Structure;
import org.relais.care.wards.StructureCsv.LineError;
import org.relais.feeds.FeedSettings;
import org.relais.feeds.Refold;
import org.relais.hl7.Encoding;
import org.relais.web.Gallery.Scene;
import org.relais.web.Scenes;
import org.relais.web.care.CareScenes;
import org.relais.web.shell.Frame;
import org.relais.web.shell.Section;

/** The pages of this node in situations worth looking at. */
public final class NodeScenes {
    static final String RAW = "MSH|^~\\&|GAM|CH|RELAIS|CH|20261124021300||ADT^A99|77|P|2.5\rPID|1||8001234567^^^IPP^PI"
            + "||JOSEPH^Marie\rZZZ|<b>x</b>\u0001";
    private static final String ID = "a1".repeat(16);
    private static final List<Choice> WARDS = List.of(
            new Choice("MAT", "Maternité <étage 2>", true),
            new Choice("URG", "Urgences", false),
            new Choice("REA", "Réanimation polyvalente et surveillance continue", false));

    private NodeScenes() {}

    public static List<Scene> all() {
        return Stream.of(flows(), packs(), people(), UpkeepScenes.all())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Scene> flows() {
        return List.of(
                CareScenes.scene("feeds", "node/feeds", Section.FEEDS, f -> feeds(f, false)),
                CareScenes.scene(
                        "feeds-crisis",
                        "node/feeds",
                        Section.FEEDS,
                        f -> feeds(f, true).saved(f.t("node.saved", "05:26:00", "1 284"))),
                CareScenes.scene("feeds-none", "node/feeds", Section.FEEDS, f -> FeedsPage.of(f, List.of(), false)),
                CareScenes.scene("feed", "node/feed", Section.FEEDS, NodeScenes::feed),
                CareScenes.scene(
                        "feed-wrong",
                        "node/feed",
                        Section.FEEDS,
                        f -> FeedPage.of(f, FeedForm.of(FeedSettings.mllp("", 0)), false, false)
                                .wrong(FormError.of(f, "port", "feeds.setting.port"))),
                CareScenes.scene(
                        "quarantine",
                        "node/quarantine",
                        Section.QUARANTINE,
                        f -> new QuarantinePage(
                                List.of(held(f), held(f)),
                                52,
                                "788",
                                FeedsPage.refolded(f, new Refold.Report(2, 14, 9, 52, 0)),
                                f.t("node.refold.done", 9, 52))),
                CareScenes.scene(
                        "quarantine-none",
                        "node/quarantine",
                        Section.QUARANTINE,
                        f -> new QuarantinePage(List.of(), 0, "", "", "")),
                CareScenes.scene("message", "node/message", Section.QUARANTINE, NodeScenes::message),
                CareScenes.scene("structure", "node/structure", Section.STRUCTURE, NodeScenes::structure),
                CareScenes.scene(
                        "structure-none",
                        "node/structure",
                        Section.STRUCTURE,
                        f -> StructurePage.of(f, Structure.EMPTY)),
                CareScenes.scene("settings", "node/settings", Section.SETTINGS, f -> true),
                CareScenes.scene("help", "node/help", Section.HELP, f -> ""),
                CareScenes.scene("components", "node/components", Section.HELP, f -> ""));
    }

    private static List<Scene> packs() {
        return List.of(
                CareScenes.scene(
                        "packs",
                        "node/packs",
                        Section.PACKS,
                        f -> PacksPage.of(
                                f,
                                WARDS,
                                "",
                                List.of(new PacksPage.Job(ID, "Maternité", f.t("node.packs.state.done"))))),
                CareScenes.scene("pack-counted", "node/pack", Section.PACKS, f -> pack(f, "counted", false)),
                CareScenes.scene("pack-counting", "node/pack", Section.PACKS, f -> pack(f, "counting", true)),
                CareScenes.scene("pack-printing", "node/pack", Section.PACKS, f -> pack(f, "printing", true)),
                CareScenes.scene("pack-done", "node/pack", Section.PACKS, f -> pack(f, "done", false)),
                CareScenes.scene("pack-cancelled", "node/pack", Section.PACKS, f -> pack(f, "cancelled", false)),
                CareScenes.scene("pack-failed", "node/pack", Section.PACKS, f -> pack(f, "failed", false)));
    }

    private static List<Scene> people() {
        return List.of(
                CareScenes.scene(
                        "emergency",
                        "node/emergency",
                        Section.EMERGENCY,
                        f -> new EmergencyPage(false, false, 4, "", f.t("form.errors"))),
                CareScenes.scene(
                        "emergency-open",
                        "node/emergency",
                        Section.EMERGENCY,
                        f -> new EmergencyPage(false, true, 4, "", "")),
                CareScenes.scene("phones", "node/phones", Section.PHONES, NodeScenes::phones),
                CareScenes.scene(
                        "phones-none",
                        "node/phones",
                        Section.PHONES,
                        f -> new PhonesPage("", List.of(), WARDS, "", "", List.of())),
                CareScenes.scene(
                        "phone-code",
                        "node/phone-code",
                        Section.PHONES,
                        f -> new PhoneCodePage("Maternité <2>", "data:image/svg+xml;base64,", "https://relais/x", 10)),
                CareScenes.scene(
                        "phone-door",
                        "node/phone-door",
                        Section.PHONES,
                        f -> new PhoneDoorPage("Maternité <2>", ID, "")),
                CareScenes.scene("accounts", "node/accounts", Section.ACCOUNTS, NodeScenes::accounts),
                CareScenes.scene("account-new", "node/account", Section.ACCOUNTS, f -> AccountPage.blank(f, WARDS)),
                CareScenes.scene("account-wrong", "node/account", Section.ACCOUNTS, NodeScenes::wrong),
                CareScenes.scene("account", "node/account", Section.ACCOUNTS, NodeScenes::account),
                CareScenes.scene(
                        "password",
                        "node/password",
                        Section.ACCOUNTS,
                        f -> new PasswordPage(ID, "Nadège <Bellerose>", "nbellerose", "bagok-dapin", true)),
                CareScenes.scene(
                        "badges",
                        "node/badges",
                        Section.ACCOUNTS,
                        f -> new BadgesPage(
                                List.of(new BadgesPage.Row(
                                        ID, "Nadège <Bellerose>", "nb", "Maternité", f.t("node.badge.none"), true)),
                                "")),
                CareScenes.scene("handout", "node/handout", Section.ACCOUNTS, f -> new HandoutPage(ID, true, 12)),
                CareScenes.scene("import", "node/import", Section.ACCOUNTS, f -> ImportPage.BLANK),
                CareScenes.scene(
                        "import-refused",
                        "node/import",
                        Section.ACCOUNTS,
                        f -> ImportPage.refused(List.of(new FormError(
                                "file", f.t("node.import.line", 4, f.t("access.csv.role", "<MAT>", "doctor")))))),
                CareScenes.scene(
                        "import-preview",
                        "node/import",
                        Section.ACCOUNTS,
                        f -> new ImportPage(
                                List.of(),
                                List.of(new ImportPage.Row("nb", "Nadège <Bellerose>", f.t("node.import.off"))),
                                new ImportPage.Counts(12, 3, 1, 240),
                                "bG9naW4=",
                                true,
                                false,
                                true)),
                CareScenes.scene("traces", "node/traces", Section.TRACES, f -> traces(f, "/traces")),
                CareScenes.scene("security", "node/traces", Section.SECURITY, f -> traces(f, "/security")),
                CareScenes.scene("backup", "node/backup", Section.BACKUP, NodeScenes::backup));
    }

    private static PhonesPage phones(Frame f) {
        List<PhonesPage.Row> rows = List.of(
                new PhonesPage.Row(
                        ID,
                        "Maternité <2>",
                        "Maternité",
                        "Nadège <Bellerose>",
                        f.show().moment(Scenes.CUT),
                        f.show().dateTime(Scenes.CUT),
                        "paired"),
                new PhonesPage.Row(
                        "b2".repeat(16),
                        "Urgences 1",
                        "",
                        "Paul Rémy",
                        f.show().moment(Scenes.CUT),
                        f.show().dateTime(Scenes.CUT),
                        "revoked"));
        return new PhonesPage("https://relais.pointe.example:8443/", rows, WARDS, "", "", List.of());
    }

    private static FeedsPage feeds(Frame f, boolean declared) {
        FeedsPage.Row mllp = new FeedsPage.Row(
                "mllp",
                declared ? "frozen" : "open",
                "127.0.0.1:2575",
                f.n(4),
                f.show().moment(Scenes.CUT),
                f.n(118),
                f.t("node.feeds.lag.seconds", 2),
                f.n(18_435),
                f.n(3),
                f.n(0),
                f.n(14),
                List.of(
                        new FeedsPage.Note(true, f.t("node.feeds.silent", "47 min", 15)),
                        new FeedsPage.Note(
                                false,
                                f.t(
                                        "node.feeds.turned",
                                        3,
                                        "10.1.2.3",
                                        f.t("node.feeds.turned.PEER"),
                                        f.show().moment(Scenes.CUT).absolute()))));
        FeedsPage.Row folder = new FeedsPage.Row(
                "biologie",
                "trouble",
                "/srv/depot/biologie <1>",
                "0",
                null,
                "0",
                "",
                f.n(1284),
                "0",
                "2",
                "0",
                List.of(
                        new FeedsPage.Note(true, f.t("feeds.folder-unreadable", "/srv/depot/biologie <1>")),
                        new FeedsPage.Note(false, f.t("node.feeds.batches", 1, f.n(12), f.n(1284))),
                        new FeedsPage.Note(false, f.t("node.feeds.files-aside", 2))));
        FeedsPage.Row files = new FeedsPage.Row(
                "import",
                "files",
                "",
                "",
                null,
                "0",
                "",
                "0",
                "0",
                "0",
                "0",
                List.of(new FeedsPage.Note(true, f.t("node.feeds.failed", 2))));
        return FeedsPage.of(f, List.of(mllp, folder, files), declared).quarantine(f, new Refold.Report(2, 14, 9, 5, 0));
    }

    private static FeedPage feed(Frame f) {
        FeedSettings settings = new FeedSettings(
                "labo",
                FeedSettings.Kind.MLLP,
                "0.0.0.0",
                2600,
                "",
                List.of("10.1.2.3", "10.1.0.0/16"),
                FeedSettings.Tls.MUTUAL,
                "ISO-8859-15",
                15);
        return FeedPage.of(f, FeedForm.of(settings), true, true);
    }

    private static QuarantinePage.Row held(Frame f) {
        return new QuarantinePage.Row(
                788,
                f.n(788),
                "ADT^A99",
                "GAM <CH-POINTE>",
                "mllp",
                f.show().moment(Scenes.CUT),
                List.of(f.t("feeds.reason.unknown-trigger", "A99")),
                List.of(f.t("feeds.flag.no-version")));
    }

    private static RawMessagePage message(Frame f) {
        byte[] raw = RAW.getBytes(StandardCharsets.UTF_8);
        return RawMessagePage.of(
                f, held(f), raw, new Encoding(RAW, StandardCharsets.UTF_8, Encoding.Doubt.CONTRADICTED));
    }

    private static StructurePage structure(Frame f) {
        return new StructurePage(
                        "Centre hospitalier de la Pointe",
                        "970200001",
                        "America/Martinique",
                        List.of(new StructurePage.WardRow(
                                "MAT", "Maternité <2>", f.t("ward-kind.MATERNITY"), "2101", 40)),
                        40,
                        List.of(new Structure.Authority("mllp", "IPP-POINTE")),
                        List.of(),
                        "",
                        true)
                .wrong(StructurePage.lines(
                        f,
                        List.of(
                                new LineError(4, "structure.error.row", List.of("lit")),
                                new LineError(9, "structure.error.bed.ward", List.of("<MAT>")))));
    }

    private static PackJobPage pack(Frame f, String state, boolean running) {
        boolean counted = state.equals("counted");
        return new PackJobPage(
                ID,
                f.t("node.packs.every"),
                f.t("node.packs.language.fr"),
                state,
                counted ? 0 : 512,
                1480,
                f.t("node.packs.minutes", 74),
                420,
                counted
                        ? List.of(
                                new PackJobPage.WardRow("Maternité", 31, 220, 3),
                                new PackJobPage.WardRow("Urgences", 17, 98, 0))
                        : List.of(),
                running);
    }

    private static AccountsPage accounts(Frame f) {
        return new AccountsPage(IntStream.range(0, 3)
                .mapToObj(i -> new AccountsPage.Row(
                        ID,
                        "Nadège <Bellerose>",
                        "nbellerose" + i,
                        f.t("access.role.MIDWIFE"),
                        "Maternité",
                        i != 2,
                        i == 1))
                .toList());
    }

    private static AccountPage wrong(Frame f) {
        AccountForm form = new AccountForm("é", "<b>Ange</b>", List.of("NURSE"), List.of("MAT"));
        NewAccount asked = form.account();
        return AccountPage.typed(
                f,
                WARDS,
                form,
                new FormError("login", f.t("access.login-form") + asked.roles().size()));
    }

    private static AccountPage account(Frame f) {
        AccountPage blank = AccountPage.blank(f, WARDS);
        return new AccountPage(
                        ID,
                        "nbellerose",
                        "Nadège <Bellerose>",
                        blank.roles(),
                        WARDS,
                        true,
                        true,
                        false,
                        List.of(),
                        "",
                        "")
                .badge(f.t("node.badge.used"))
                .saved(f.t("form.saved", "05:26:00"));
    }

    private static TracesPage traces(Frame f, String path) {
        boolean whole = path.equals("/traces");
        TracesPage.Row row = new TracesPage.Row(
                f.n(1284),
                f.show().moment(Scenes.CUT),
                "Nadège <Bellerose> (nbellerose)",
                "",
                f.t("access.act.OPENED"),
                f.t("node.traces.what.chart"),
                "",
                whole ? List.of(new TracesPage.Seen(ID, "JOSEPH-MONROSE <b>Ange</b> · IPP 8001234567")) : List.of(),
                "1");
        return new TracesPage(
                path,
                List.of(row, row),
                4120,
                TracesPage.acts(f, TracesController.SECURITY, "REFUSED"),
                List.of(new Choice(ID, "Nadège <Bellerose> (nbellerose)", true)),
                new TraceForm("REFUSED", ID, whole ? ID : "", "24/11/2026", "", ""),
                whole ? "JOSEPH-MONROSE <b>Ange</b>" : "",
                path + "?before=1000",
                2,
                whole ? "" : f.t("node.traces.wrong-day"));
    }

    private static BackupPage backup(Frame f) {
        return new BackupPage(
                f.t("node.backup.mode.DEMO"),
                ID,
                "/srv/relais/data",
                f.n(18_432),
                BackupController.grouped("0f".repeat(32)),
                true,
                List.of(),
                new BackupPage.Check(
                        false,
                        true,
                        f.show().moment(Scenes.CUT),
                        f.t("node.backup.sound", f.n(18_432)),
                        List.copyOf(
                                Map.of("head", f.t("node.backup.head", "0f0f")).values())));
    }
}
