package org.relais.paper;

import java.time.Instant;
import java.util.List;
import org.relais.care.ClinicalFact.AlertKind;
import org.relais.care.ClinicalFact.DocumentPart;
import org.relais.care.chart.Chart;
import org.relais.care.chart.Freshness;
import org.relais.care.found.Found;
import org.relais.care.found.FoundEntry;
import org.relais.care.found.FoundKind;
import org.relais.care.found.FoundThread;
import org.relais.care.wards.Structure;
import org.relais.kernel.Who;

/** The documents, appointments, alerts, movements and telephone entries of the invented charts. */
final class MoreSamples {
    private MoreSamples() {}

    static List<Chart.Movement> movements() {
        return List.of(
                new Chart.Movement(
                        "TRANSFER",
                        "MAT",
                        "204",
                        "P",
                        Samples.at("2026-11-22T18:40"),
                        null,
                        false,
                        Samples.source("GAM CHP")),
                new Chart.Movement(
                        "ADMIT",
                        "URG",
                        "B3",
                        "",
                        Samples.at("2026-11-21T10:05"),
                        Samples.at("2026-11-22T18:40"),
                        true,
                        Samples.source("GAM CHP")));
    }

    static List<Chart.Document> documents() {
        return List.of(
                document("Compte rendu d’échographie obstétricale", Chart.DocumentState.STANDING, ""),
                document("Addendum au compte rendu d’échographie", Chart.DocumentState.STANDING, "D1"),
                document("Compte rendu provisoire", Chart.DocumentState.REPLACED, ""));
    }

    private static Chart.Document document(String title, Chart.DocumentState state, String completes) {
        return new Chart.Document(
                "D1",
                Samples.coded(title),
                List.of(new DocumentPart("OBX@4", "application/pdf", Samples.coded(title), true)),
                "AU",
                state,
                "Dr Marie-Luce LAGUERRE",
                Samples.at("2026-11-22T15:20"),
                completes,
                Samples.source("RAD CHP"));
    }

    static List<Chart.Appointment> appointments() {
        return List.of(
                new Chart.Appointment(
                        Samples.coded("Échographie obstétricale de contrôle"),
                        "",
                        "Dr Marie-Luce LAGUERRE",
                        "Imagerie, salle 2",
                        Samples.at("2026-11-25T09:30"),
                        null,
                        Chart.AppointmentState.BOOKED,
                        true,
                        Samples.source("RDV CHP")),
                new Chart.Appointment(
                        Samples.coded("Consultation d’anesthésie"),
                        "",
                        "",
                        "",
                        Samples.at("2026-11-20T14:00"),
                        null,
                        Chart.AppointmentState.NO_SHOW,
                        false,
                        Samples.source("RDV CHP")));
    }

    static List<Chart.Alert> alerts() {
        return List.of(
                alert(AlertKind.ISOLATION, "Isolement", "Précautions contact (BLSE)", Freshness.CURRENT),
                alert(
                        AlertKind.LIMITS_OF_CARE,
                        "Niveau de soins",
                        "Pas de réanimation cardiopulmonaire",
                        Freshness.RECHECK));
    }

    private static Chart.Alert alert(AlertKind kind, String what, String value, Freshness freshness) {
        return new Chart.Alert(
                kind,
                Samples.coded(what),
                value,
                kind == AlertKind.LIMITS_OF_CARE ? "Dr Aurélie BELLEROSE" : "",
                Samples.at("2026-11-22T20:00"),
                Samples.source("DPI CHP"),
                freshness);
    }

    static List<Structure.Elsewhere> elsewhere() {
        return List.of(
                new Structure.Elsewhere(FoundKind.LAB, "Laboratoire, garde", "Laboratory on call", "44 12"),
                new Structure.Elsewhere(null, "Archives papier, sous-sol B", "Paper archives, basement B", "44 90"));
    }

    static List<FoundThread> found() {
        FoundEntry first = entry(40, "Hémoglobine 9,2 g/dL le 23/11", "");
        return List.of(new FoundThread(first, List.of(entry(44, "Hémoglobine 9,8 g/dL le 23/11", first.key()))));
    }

    private static FoundEntry entry(long position, String value, String corrects) {
        Instant at = Samples.PRINTED.minusSeconds(3600 - position);
        Found said = new Found(
                at, FoundKind.LAB, value, "Mme RENÉ-CORAIL", "Laboratoire du port", "Sylvie PRUDENT", true, corrects);
        return new FoundEntry(position, "n:e:" + position, at, new Who.Operator(), said);
    }
}
