package org.relais.web.care.identity;

import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.relais.care.identity.Hit;
import org.relais.care.identity.Patient;
import org.relais.kernel.PartialTime;
import org.relais.kernel.PatientId;

/** Who may be the same person as a patient: the same birth date and the beginning of a name, or the whole name. */
final class Resembling {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");
    private static final int BEGINNING = 3;

    private Resembling() {}

    /** The likeliest first, at most {@code limit}; whoever is withheld from searches is not among them. */
    static List<Patient> of(IdentityRooms rooms, Patient patient, int limit) {
        if (patient.status().contains("FICT")) {
            return List.of();
        }
        Map<PatientId, Patient> others = new LinkedHashMap<>();
        for (String question : questions(patient)) {
            for (Hit hit : rooms.care().models().query(() -> rooms.patients().find(question, limit))) {
                if (!hit.patient().id().equals(patient.id())) {
                    others.putIfAbsent(hit.patient().id(), hit.patient());
                }
            }
        }
        return others.values().stream().limit(limit).toList();
    }

    private static List<String> questions(Patient patient) {
        List<String> questions = new ArrayList<>();
        String family = patient.birthName().family();
        String given = patient.birthName().given();
        Optional<String> day =
                Optional.ofNullable(patient.birth()).flatMap(PartialTime::day).map(DAY::format);
        day.ifPresent(birth -> {
            questions.add(beginning(family) + " " + birth);
            questions.add(beginning(given) + " " + birth);
        });
        questions.add(family + " " + given.split(" ")[0]);
        return questions.stream()
                .filter(text -> text.strip().length() >= BEGINNING)
                .toList();
    }

    private static String beginning(String name) {
        return name.substring(0, Math.min(BEGINNING, name.length()));
    }
}
