package org.relais.care.chart;

import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.relais.care.ClinicalFact.AlertKind;
import org.relais.care.found.FoundKind;
import org.relais.care.identity.Patient;
import org.relais.kernel.PartialTime;
import org.relais.kernel.Sex;

/** What a chart does not hold, or holds but not fresh enough: what is to be looked for elsewhere. */
public final class Gaps {
    private static final int YOUNGEST = 12;
    private static final int OLDEST = 55;
    private final Chart chart;
    private final List<Gap> gaps = new ArrayList<>();

    /** @param missing nothing is known; else it is known and to be checked again */
    public record Gap(FoundKind kind, boolean missing) {}

    private Gaps(Chart chart) {
        this.chart = chart;
    }

    /** The gaps in the order of {@link FoundKind}. */
    public static List<Gap> of(Chart chart) {
        Gaps all = new Gaps(chart);
        for (FoundKind kind : FoundKind.values()) {
            all.look(kind);
        }
        return List.copyOf(all.gaps);
    }

    private void look(FoundKind kind) {
        switch (kind) {
            case ALLERGY ->
                gap(
                        kind,
                        chart.allergies().isEmpty(),
                        chart.allergies().stream().map(Chart.Allergy::freshness));
            case TREATMENT -> gap(kind, chart.medications().stream().noneMatch(Chart.Medication::active), Stream.of());
            case HISTORY -> gap(kind, chart.problems().isEmpty(), Stream.of());
            case LAB -> gap(kind, chart.labs().isEmpty(), fresh(chart.labs()));
            case BLOOD_GROUP -> gap(kind, chart.bloodGroup().isEmpty(), fresh(chart.bloodGroup()));
            case WEIGHT -> {
                List<Chart.Series> weights =
                        chart.vitals().stream().filter(Chart.Series::isWeight).toList();
                gap(kind, weights.isEmpty(), fresh(weights));
            }
            case DOCUMENT -> gap(kind, chart.documents().stream().noneMatch(Chart.Document::stands), Stream.of());
            case IMAGING -> gaps.add(new Gap(kind, true));
            case PREGNANCY -> {
                if (mayBePregnant(chart.patient())) {
                    gaps.add(new Gap(kind, false));
                }
            }
            case LIMITS_OF_CARE -> alert(kind, AlertKind.LIMITS_OF_CARE);
            case ISOLATION -> alert(kind, AlertKind.ISOLATION);
            case DEVICE -> alert(kind, AlertKind.DEVICE);
            case APPOINTMENT -> gap(kind, chart.appointments().isEmpty(), Stream.of());
            case CONTACT -> gap(kind, chart.contacts().isEmpty(), Stream.of());
            case IDENTITY -> {
                if (!chart.patient().status().contains("VALI")) {
                    gaps.add(new Gap(kind, false));
                }
            }
            case OTHER -> {
                // nobody knows what is missing there
            }
        }
    }

    private void alert(FoundKind kind, AlertKind alert) {
        List<Chart.Alert> said =
                chart.alerts().stream().filter(one -> one.kind() == alert).toList();
        gap(kind, said.isEmpty(), said.stream().map(Chart.Alert::freshness));
    }

    private static Stream<Freshness> fresh(List<Chart.Series> series) {
        return series.stream().map(one -> one.last().freshness());
    }

    private void gap(FoundKind kind, boolean missing, Stream<Freshness> freshness) {
        if (missing || freshness.anyMatch(one -> one == Freshness.RECHECK)) {
            gaps.add(new Gap(kind, missing));
        }
    }

    private boolean mayBePregnant(Patient patient) {
        PartialTime birth = patient.birth();
        if (patient.sex() == Sex.MALE || birth == null) {
            return patient.sex() != Sex.MALE;
        }
        LocalDate today = LocalDate.ofInstant(chart.asOf(), ZoneId.of("UTC"));
        int age = Period.between(birth.local().toLocalDate(), today).getYears();
        return age >= YOUNGEST && age <= OLDEST;
    }
}
