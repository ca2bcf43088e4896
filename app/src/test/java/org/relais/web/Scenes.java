package org.relais.web;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.relais.access.Right;
import org.relais.care.ClinicalFact.Coded;
import org.relais.care.ClinicalFact.Name;
import org.relais.care.chart.Chart;
import org.relais.care.chart.Freshness;
import org.relais.care.chart.Source;
import org.relais.care.identity.Lookalike;
import org.relais.care.identity.Patient;
import org.relais.care.identity.Place;
import org.relais.care.identity.Resemblance;
import org.relais.command.CrisisState;
import org.relais.kernel.FeedName;
import org.relais.kernel.Identifier;
import org.relais.kernel.Language;
import org.relais.kernel.Mode;
import org.relais.kernel.NodeId;
import org.relais.kernel.PartialTime;
import org.relais.kernel.PatientId;
import org.relais.kernel.Sex;
import org.relais.kernel.StaffId;
import org.relais.kernel.Texts;
import org.relais.kernel.WardCode;
import org.relais.kernel.Who;
import org.relais.web.shell.Assets;
import org.relais.web.shell.Footing;
import org.relais.web.shell.Frame;
import org.relais.web.shell.Frames;
import org.relais.web.shell.Person;
import org.relais.web.shell.Section;
import org.relais.web.shell.Show;
import org.relais.web.shell.Situation;
import org.relais.web.shell.Words;

/** Invented people and moments that page tests and the gallery share. */
public final class Scenes {
    public static final ZoneId ZONE = ZoneId.of("America/Martinique");
    public static final Instant NOW = Instant.parse("2026-11-24T09:26:00Z");
    public static final Instant CUT = Instant.parse("2026-11-24T06:14:00Z");
    public static final Assets ASSETS = new Assets();
    public static final Words WORDS = new Words();
    private static final NodeId NODE = new NodeId("3f2a9c00112233445566778899aabbcc");
    static final Source LAB = new Source("LABO CH-POINTE", 812, "OBX[1]", NOW);
    static final Source DESK = new Source("GAM CH-POINTE", 640, "PID", NOW);
    private static final Source RX = new Source("PHARMA CH-POINTE", 700, "RXE", NOW);

    private Scenes() {}

    public static CrisisState crisis(boolean declared) {
        return declared
                ? new CrisisState(CUT, "Rançongiciel", new Who.Operator(), Set.of(new FeedName("mllp")), CUT)
                : CrisisState.WATCH;
    }

    public static Person person(Right... without) {
        Set<Right> rights = EnumSet.allOf(Right.class);
        rights.removeAll(List.of(without));
        return new Person("Nadège Bellerose", new Who.Staff(new StaffId("0".repeat(32))), rights);
    }

    public static Frame frame(Language language, Mode mode, boolean declared, Section section) {
        return frame(
                language,
                new Situation(mode, NODE, crisis(declared), NOW, CUT.minusSeconds(40), true, true, null, List.of(), 0),
                section,
                person());
    }

    public static Frame frame(
            Language language, Situation situation, @Nullable Section section, @Nullable Person person) {
        Texts texts = WORDS.in(language);
        Show show = new Show(language, ZONE, situation.now(), situation.crisis().t0());
        return new Frame(
                texts,
                show,
                language,
                texts.get(section == null ? "error.title" : section.key()),
                section,
                person,
                Frames.banner(situation, texts, show, person),
                ASSETS,
                new Frame.Csrf("_csrf", "token"),
                new Frame.Desk(true, "", person == null ? Footing.DOOR : Footing.PERSON),
                "/",
                "");
    }

    public static PartialTime before(Duration before) {
        return new PartialTime(NOW.minus(before).atZone(ZONE).toLocalDateTime(), PartialTime.Precision.MINUTE, null);
    }

    public static Patient patient() {
        return new Patient(
                new PatientId("a1".repeat(16)),
                List.of(new Name("JOSEPH-MONROSE", "Marie-Ange Élodie", "L"), new Name("BELLEROSE", "Marie-Ange", "D")),
                PartialTime.ofDay(java.time.LocalDate.of(1994, 12, 25)),
                Sex.FEMALE,
                "Le Lamentin",
                "",
                "",
                List.of(
                        new Identifier("IPP-POINTE", "PI", "8001234567"),
                        new Identifier("ASIP-SANTE-INS-NIR", "INS", "2 94 12 972 213 045 12")),
                List.of(new Identifier("IPP-POINTE", "PI", "8000099871")),
                List.of("VALI"),
                null,
                new Place(new WardCode("MAT"), "12", "A", before(Duration.ofHours(20))),
                null,
                null,
                List.of(),
                CUT.minusSeconds(40));
    }

    public static Chart chart() {
        return new Chart(
                patient(),
                NOW,
                900,
                List.of(
                        new Chart.Allergy(
                                coded("PENI", "Pénicilline"),
                                "DA",
                                "SV",
                                "œdème de Quincke",
                                false,
                                PartialTime.ofDay(java.time.LocalDate.of(2019, 3, 4)),
                                DESK,
                                Freshness.CURRENT),
                        new Chart.Allergy(
                                coded("LATEX", "Latex"), "EA", "MO", "", false, null, DESK, Freshness.CURRENT)),
                List.of(new Chart.Problem(
                        coded("O14.1", "Pré-éclampsie sévère"), "A", before(Duration.ofHours(20)), DESK)),
                List.of(
                        drug("Labétalol", "200 mg", Duration.ofHours(7)),
                        drug("Sulfate de magnésium", "1 g/h", null),
                        drug("Bétaméthasone", "12 mg", Duration.ofHours(16))),
                List.of(
                        series("Potassium", "mmol/L", "3.5 - 5.1", "L", Freshness.CURRENT, "3.1", "3.4", "3.9", "4.0"),
                        series("Plaquettes", "G/L", "150 - 400", "LL", Freshness.RECHECK, "92", "128", "165"),
                        series("Créatinine", "µmol/L", "45 - 84", "H", Freshness.CURRENT, "91", "78", "64"),
                        series("Hémoglobine", "g/dL", "11.5 - 15.0", "N", Freshness.RECHECK, "11.8", "11.9"),
                        series("Haptoglobine", "g/L", "0.3 - 2.0", "L", Freshness.RECHECK, "<0.1")),
                List.of(
                        series(
                                "Pression artérielle systolique",
                                "mmHg",
                                "",
                                "H",
                                Freshness.RECHECK,
                                "168",
                                "161",
                                "154",
                                "149"),
                        series("Poids", "kg", "", "", Freshness.CURRENT, "78.4", "77.9")),
                List.of(series("Groupe ABO RhD", "", "", "", Freshness.RECHECK, "O RhD négatif")),
                List.of(new Chart.Exam(
                        "LAB-20411",
                        "",
                        coded("BHC", "Bilan hépatique complet"),
                        "S",
                        "Dr LAGUERRE",
                        "SC",
                        true,
                        before(Duration.ofHours(4)),
                        LAB,
                        "LAB")),
                List.of(new Chart.Contact("JOSEPH Rodrigue", "SPO", "0696 00 00 12", "", DESK)),
                MoreScenes.movements(),
                MoreScenes.documents(),
                MoreScenes.appointments(),
                MoreScenes.alerts(),
                MoreScenes.found(),
                List.of(new Lookalike(patient(), Resemblance.HOMONYM)),
                MoreScenes.elsewhere(),
                List.of(788L));
    }

    private static Chart.Medication drug(String name, String dose, @Nullable Duration given) {
        return new Chart.Medication(
                "RX1",
                coded("", name),
                dose,
                "IV",
                "toutes les 8 h",
                "Dr LAGUERRE",
                before(Duration.ofHours(19)),
                null,
                true,
                given == null ? null : new Chart.Administration(before(given), dose, "N. BELLEROSE", "CP", RX),
                RX);
    }

    private static Chart.Series series(
            String name, String unit, String range, String flag, Freshness fresh, String... values) {
        List<Chart.Value> all = new java.util.ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            all.add(new Chart.Value(
                    values[i],
                    unit,
                    range,
                    i == 0 ? flag : "",
                    "F",
                    false,
                    "",
                    before(Duration.ofHours(5 + 8L * i)),
                    LAB,
                    i == 0 ? fresh : Freshness.RECHECK));
        }
        return new Chart.Series(coded("", name), all);
    }

    static Coded coded(String code, String text) {
        return new Coded(code, text, "L");
    }
}
