package org.relais.paper;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.relais.care.ClinicalFact.Coded;
import org.relais.care.ClinicalFact.Name;
import org.relais.care.chart.Chart;
import org.relais.care.chart.Freshness;
import org.relais.care.chart.Source;
import org.relais.care.identity.Patient;
import org.relais.care.identity.Place;
import org.relais.care.identity.Stay;
import org.relais.care.wards.Census;
import org.relais.care.wards.Ward;
import org.relais.care.wards.WardKind;
import org.relais.command.CrisisState;
import org.relais.kernel.Identifier;
import org.relais.kernel.Language;
import org.relais.kernel.Mode;
import org.relais.kernel.PartialTime;
import org.relais.kernel.PartialTime.Precision;
import org.relais.kernel.PatientId;
import org.relais.kernel.Sex;
import org.relais.kernel.WardCode;

/** Invented people and charts for paper; every clock stands still. */
final class Samples {
    static final ZoneId ZONE = ZoneId.of("America/Martinique");
    static final Instant CUT = Instant.parse("2026-11-24T06:14:00Z");
    static final Instant PRINTED = Instant.parse("2026-11-24T09:26:00Z");
    static final String HEAD = "5f1c8a0be7d94433a1c09be2f7708d11c3b4a5968778695a4b3c2d1e0f102132";

    private Samples() {}

    static CrisisState crisis() {
        return new CrisisState(CUT, "x", null, Set.of(), CUT);
    }

    static Stamp stamp(Language language) {
        return stamp(Mode.REAL, language, crisis());
    }

    static Stamp stamp(Mode mode, Language language, CrisisState crisis) {
        return new Stamp(
                mode,
                language,
                ZONE,
                CUT,
                PRINTED,
                "3fa9c1d2a1b2c3d4e5f60718293a4b5c",
                "Centre hospitalier de la Pointe",
                HEAD,
                crisis,
                "K3F9QX7A2B");
    }

    static PartialTime at(String text) {
        return new PartialTime(LocalDateTime.parse(text), Precision.MINUTE, null);
    }

    static PartialTime day(String text) {
        return new PartialTime(LocalDateTime.parse(text + "T00:00"), Precision.DAY, null);
    }

    static Source source(String system) {
        return new Source(system, 12, "OBX[1]", Instant.parse("2026-11-23T22:10:00Z"));
    }

    static Coded coded(String text) {
        return new Coded("", text, "");
    }

    static PatientId id(int number) {
        return new PatientId(String.format(Locale.ROOT, "%032x", number));
    }

    static Patient patient(int number, String family, String given, @Nullable Place place) {
        return new Patient(
                id(number),
                List.of(new Name(family, given, "L")),
                day("1961-12-25"),
                Sex.FEMALE,
                "97209 Fort-de-France",
                "12 rue des Flamboyants, 97200 Fort-de-France",
                "0596 00 00 00",
                List.of(new Identifier("CHP", "PI", String.format(Locale.ROOT, "8001%06d", number))),
                List.of(),
                List.of("VALI"),
                null,
                place,
                new Stay(
                        new Identifier("CHP", "VN", "26011" + number),
                        "I",
                        "Dr Aurélie BELLEROSE",
                        at("2026-11-21T10:05"),
                        null,
                        false,
                        false),
                null,
                List.of(),
                Instant.parse("2026-11-24T06:02:00Z"));
    }

    /** A midwife's patient: two names, an INS, an alias. */
    static Patient joseph() {
        Patient base = patient(
                1,
                "JOSEPH-MONROSE",
                "Marie-Thérèse",
                new Place(new WardCode("MAT"), "204", "P", at("2026-11-22T18:40")));
        return new Patient(
                base.id(),
                List.of(new Name("JOSEPH-MONROSE", "Marie-Thérèse", "L"), new Name("DÉSIRÉ", "Marie-Thérèse", "D")),
                day("1994-02-03"),
                Sex.FEMALE,
                base.birthplace(),
                base.address(),
                base.phone(),
                List.of(
                        base.identifiers().getFirst(),
                        new Identifier("1.2.250.1.213.1.4.8", "INS-NIR", "294029720900187")),
                List.of(new Identifier("CHP", "PI", "8001000987")),
                List.of("VALI"),
                null,
                base.place(),
                base.stay(),
                null,
                List.of(),
                base.lastHeardAt());
    }

    static Chart bare(Patient patient) {
        return Chart.bare(patient, CUT);
    }

    static Chart chart(Patient patient) {
        return chart(patient, medications(3));
    }

    static Chart chart(Patient patient, List<Chart.Medication> medications) {
        return new Chart(
                patient,
                CUT,
                900,
                List.of(
                        new Chart.Allergy(
                                coded("Pénicilline G"),
                                "DA",
                                "SV",
                                "Œdème de Quincke",
                                false,
                                day("2011-05-14"),
                                source("GAM CHP"),
                                Freshness.CURRENT),
                        new Chart.Allergy(
                                coded("Latex"), "MA", "MO", "", false, null, source("GAM CHP"), Freshness.CURRENT)),
                List.of(
                        new Chart.Problem(
                                new Coded("O14.1", "Prééclampsie sévère", "ICD-10"),
                                "",
                                at("2026-11-22T19:00"),
                                source("DPI CHP")),
                        new Chart.Problem(
                                new Coded("Z35", "Grossesse à 34 SA + 2 jours", ""),
                                "",
                                day("2026-11-21"),
                                source("DPI CHP"))),
                medications,
                List.of(
                        labs("Potassium", "2.9", "mmol/L", "LL"),
                        labs("Hémoglobine", "9.8", "g/dL", "L"),
                        labs("Plaquettes", "88", "G/L", "L"),
                        single("Créatinine", "71", "µmol/L"),
                        labs("Lactate déshydrogénase", "612", "UI/L", "H")),
                List.of(
                        vital("29463-7", "Poids", "78.5", "kg"),
                        vital("", "Pression artérielle", "162/104", "mmHg"),
                        vital("", "Fréquence cardiaque", "92", "/min"),
                        vital("", "Température", "37.2", "°C")),
                List.of(new Chart.Series(
                        new Coded("882-1", "ABO + RhD", "LN"),
                        List.of(value("A RH:+1", "", "", "", "2026-11-21T11:10", "EFS DPI", Freshness.RECHECK)))),
                List.of(new Chart.Exam(
                        "26L004512",
                        "",
                        coded("Protéinurie des 24 h"),
                        "A",
                        "Dr Aurélie BELLEROSE",
                        "IP",
                        true,
                        at("2026-11-23T20:15"),
                        source("DPI CHP"),
                        "LAB")),
                List.of(new Chart.Contact("DÉSIRÉ Jean-Marc", "époux", "0696 00 00 00", "", source("GAM CHP"))),
                MoreSamples.movements(),
                MoreSamples.documents(),
                MoreSamples.appointments(),
                MoreSamples.alerts(),
                MoreSamples.found(),
                List.of(),
                MoreSamples.elsewhere(),
                List.of());
    }

    static Chart.Series labs(String name, String value, String unit, String flag) {
        return new Chart.Series(
                coded(name),
                List.of(
                        value(value, unit, "3.5–5.0", flag, "2026-11-23T12:14", "LABO CHP", Freshness.RECHECK),
                        value("3.4", unit, "3.5–5.0", "", "2026-11-22T08:02", "LABO CHP", Freshness.RECHECK)));
    }

    static Chart.Series single(String name, String value, String unit) {
        return new Chart.Series(
                coded(name),
                List.of(value(value, unit, "45–84", "", "2026-11-23T21:05", "LABO CHP", Freshness.CURRENT)));
    }

    static Chart.Series vital(String code, String name, String value, String unit) {
        return new Chart.Series(
                new Coded(code, name, "LN"),
                List.of(value(value, unit, "", "", "2026-11-24T01:30", "DPI CHP", Freshness.CURRENT)));
    }

    private static Chart.Value value(
            String value, String unit, String range, String flag, String taken, String system, Freshness freshness) {
        return new Chart.Value(value, unit, range, flag, "F", false, "", at(taken), source(system), freshness);
    }

    static List<Chart.Medication> medications(int count) {
        String[] names = {
            "NICARDIPINE 10 mg/10 mL, solution injectable",
            "BÉTAMÉTHASONE 5,7 mg, injectable",
            "PARACÉTAMOL 1 g, comprimé"
        };
        List<Chart.Medication> lines = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            lines.add(new Chart.Medication(
                    "P" + i,
                    coded(names[i % 3] + (i < 3 ? "" : " n° " + i)),
                    "1 g",
                    "IV",
                    "toutes les 8 h",
                    "Dr Aurélie BELLEROSE",
                    at("2026-11-22T19:20"),
                    null,
                    true,
                    i % 3 == 1
                            ? null
                            : new Chart.Administration(
                                    at("2026-11-24T00:05"), "1 g", "IDE Sylvie PRUDENT", "CP", source("DPI CHP")),
                    source("DPI CHP")));
        }
        return lines;
    }

    static Ward maternity() {
        return new Ward(
                new WardCode("MAT"),
                "Maternité et gynécologie-obstétrique",
                "Maternity, obstetrics and gynaecology",
                WardKind.MATERNITY,
                List.of(),
                List.of(),
                true);
    }

    /** A ward of so many beds; every fifth is empty, the first patient is {@link #joseph}. */
    static Census census(Ward ward, int beds) {
        List<Census.Occupied> places = new ArrayList<>();
        for (int i = 0; i < beds; i++) {
            String room = Integer.toString(204 + i / 2);
            String bed = i % 2 == 0 ? "P" : "F";
            Patient patient = i == 0
                    ? joseph()
                    : patient(
                            i + 1,
                            "ABATUCCI" + "ÈNE".repeat(i % 4),
                            "Loïc Émile",
                            new Place(ward.code(), room, bed, at("2026-11-20T09:00")));
            places.add(new Census.Occupied(room, bed, i % 5 == 4 ? null : patient, false));
        }
        return new Census(ward, places);
    }
}
