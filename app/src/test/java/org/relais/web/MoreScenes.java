package org.relais.web;

import java.time.Duration;
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

/** The documents, appointments, alerts, movements and telephone entries of the invented chart. */
public final class MoreScenes {
    private MoreScenes() {}

    static List<Chart.Movement> movements() {
        return List.of(
                new Chart.Movement(
                        "TRANSFER", "MAT", "12", "A", Scenes.before(Duration.ofHours(19)), null, false, Scenes.DESK),
                new Chart.Movement(
                        "ADMIT",
                        "URG",
                        "B3",
                        "",
                        Scenes.before(Duration.ofHours(21)),
                        Scenes.before(Duration.ofHours(19)),
                        true,
                        Scenes.DESK));
    }

    public static List<Chart.Document> documents() {
        return List.of(
                document("Compte rendu d'échographie obstétricale", "application/pdf", Chart.DocumentState.STANDING),
                document("Lettre de liaison", "text/xml", Chart.DocumentState.STANDING),
                document("Compte rendu provisoire", "application/pdf", Chart.DocumentState.REPLACED));
    }

    private static Chart.Document document(String title, String type, Chart.DocumentState state) {
        return new Chart.Document(
                "D1",
                Scenes.coded("CR", title),
                List.of(new DocumentPart("OBX@4", type, Scenes.coded("CR", title), true)),
                "AU",
                state,
                "Dr MARIE-LUCE",
                Scenes.before(Duration.ofDays(12)),
                "",
                Scenes.DESK);
    }

    static List<Chart.Appointment> appointments() {
        return List.of(
                appointment("Échographie de contrôle", Duration.ofHours(-29), Chart.AppointmentState.BOOKED),
                appointment("Consultation d'anesthésie", Duration.ofDays(3), Chart.AppointmentState.NO_SHOW));
    }

    private static Chart.Appointment appointment(String service, Duration before, Chart.AppointmentState state) {
        return new Chart.Appointment(
                Scenes.coded("", service),
                "",
                "Dr MARIE-LUCE",
                "Imagerie, salle 2",
                Scenes.before(before),
                null,
                state,
                state == Chart.AppointmentState.BOOKED,
                Scenes.DESK);
    }

    static List<Chart.Alert> alerts() {
        return List.of(
                alert(AlertKind.ISOLATION, "Isolement", "Précautions contact (BLSE)", Freshness.CURRENT),
                alert(AlertKind.LIMITS_OF_CARE, "Niveau de soins", "Pas de réanimation", Freshness.RECHECK),
                alert(AlertKind.DEVICE, "Dispositif", "Port-à-cath", Freshness.CURRENT));
    }

    private static Chart.Alert alert(AlertKind kind, String what, String value, Freshness freshness) {
        return new Chart.Alert(
                kind,
                Scenes.coded("", what),
                value,
                "Dr LAGUERRE",
                Scenes.before(Duration.ofHours(17)),
                Scenes.DESK,
                freshness);
    }

    static List<Structure.Elsewhere> elsewhere() {
        return List.of(
                new Structure.Elsewhere(FoundKind.LAB, "Laboratoire, garde", "Laboratory on call", "44 12"),
                new Structure.Elsewhere(null, "Archives papier, sous-sol B", "Paper archives, basement B", "44 90"));
    }

    public static List<FoundThread> found() {
        FoundEntry first = entry(40, "Hémoglobine 9,2 g/dL hier soir", "");
        return List.of(new FoundThread(first, List.of(entry(44, "Hémoglobine 9,8 g/dL hier soir", first.key()))));
    }

    private static FoundEntry entry(long position, String value, String corrects) {
        Instant at = Scenes.NOW.minusSeconds(3600 - position);
        Found said = new Found(
                at, FoundKind.LAB, value, "Mme René-Corail", "Laboratoire du port", "Nadège Bellerose", true, corrects);
        return new FoundEntry(position, "n:e:" + position, at, new Who.Operator(), said);
    }
}
