package org.relais.wiring;

import java.time.InstantSource;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.relais.access.Role;
import org.relais.access.Whereabouts;
import org.relais.care.births.BirthFact.Issue;
import org.relais.care.chart.Chart;
import org.relais.care.identity.Patient;
import org.relais.care.identity.Patients;
import org.relais.care.identity.Place;
import org.relais.kernel.PatientId;
import org.relais.kernel.WardCode;

/**
 * What access asks of care. An exam is its service's by OBR-24 (HL7 v2.5.1 table 0074) and by nothing else: an order
 * that names no service is nobody's.
 */
final class Bedsides implements Whereabouts {
    private static final Map<Role, Set<String>> SECTIONS = Map.of(
            Role.LAB,
            Set.of(
                    "BG", "CG", "CH", "CP", "HM", "IMM", "LAB", "MB", "MCB", "MYC", "OSL", "PAR", "PAT", "SP", "SR",
                    "TX", "VR"),
            Role.IMAGING,
            Set.of("CT", "CUS", "IMG", "NMR", "NMS", "OUS", "RAD", "RUS", "RX", "VUS", "XRC"),
            Role.TRANSFUSION,
            Set.of("BLB"));

    private final House house;
    private final InstantSource clock;

    Bedsides(House house, InstantSource clock) {
        this.house = house;
        this.clock = clock;
    }

    @Override
    public Set<WardCode> wards(PatientId patient) {
        return house.folded()
                .query(() -> house.wards()
                        .patients()
                        .get(patient)
                        .map(Patient::place)
                        .map(this::codes)
                        .orElse(Set.of()));
    }

    @Override
    public Optional<PatientId> motherOfStillborn(PatientId patient) {
        Patients patients = house.wards().patients();
        return house.folded()
                .query(() -> house.models()
                        .births()
                        .of(patients.ids(patient))
                        .filter(birth -> birth.issue() == Issue.STILL)
                        .flatMap(birth -> Optional.ofNullable(birth.mother()))
                        .flatMap(patients::byRecord)
                        .map(Patient::id)
                        .filter(mother -> !patients.withheld(mother)));
    }

    private Set<WardCode> codes(Place place) {
        Set<WardCode> codes = new HashSet<>();
        codes.add(place.ward());
        house.wards().ward(place.ward()).ifPresent(ward -> codes.add(ward.code()));
        return codes;
    }

    @Override
    public boolean asked(PatientId patient, Role service) {
        return house.charts()
                .chart(patient, clock.instant())
                .filter(chart -> service == Role.PHARMACY
                        ? chart.medications().stream().anyMatch(Chart.Medication::active)
                        : chart.exams().stream().anyMatch(exam -> exam.pending() && does(service, exam)))
                .isPresent();
    }

    private static boolean does(Role service, Chart.Exam exam) {
        String section = exam.section().strip().toUpperCase(Locale.ROOT);
        return SECTIONS.getOrDefault(service, Set.of()).contains(section);
    }

    @Override
    public PatientId chart(PatientId patient) {
        return house.folded()
                .query(() ->
                        house.wards().patients().get(patient).map(Patient::id).orElse(patient));
    }
}
