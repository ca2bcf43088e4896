package org.relais.care.chart;

import java.text.Normalizer;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.relais.care.ClinicalFact.Name;
import org.relais.care.identity.Hit;
import org.relais.care.identity.Lookalike;
import org.relais.care.identity.Patient;
import org.relais.care.identity.Patients;
import org.relais.care.identity.Resemblance;
import org.relais.care.identity.search.How;
import org.relais.kernel.PatientId;

/**
 * Who could be taken for a patient: others present, or heard of in the last 30 days, who bear the same names, the same
 * name and birth date, or names one letter apart. Asked under the read lock.
 */
final class Homonyms {
    private static final Duration RECENT = Duration.ofDays(30);
    private static final int FAMILY_BEGINS = 3;
    private static final int GIVEN_BEGINS = 2;
    private static final int CANDIDATES = 60;

    private Homonyms() {}

    static List<Lookalike> of(Patients patients, Patient patient, Instant now) {
        Map<PatientId, Lookalike> found = new LinkedHashMap<>();
        patients.homonyms(patient.id()).forEach(one -> found.put(one.patient().id(), one));
        for (Name name : patient.names()) {
            String family = plain(name.family());
            String given = first(name.given());
            if (family.length() >= FAMILY_BEGINS && given.length() >= GIVEN_BEGINS) {
                patients.find(family + " " + given, CANDIDATES).stream()
                        .filter(hit -> soundsAlike(hit)
                                || hit.patient().names().stream().anyMatch(other -> near(name, other)))
                        .map(hit -> new Lookalike(hit.patient(), Resemblance.NEAR))
                        .forEach(one -> found.putIfAbsent(one.patient().id(), one));
            }
        }
        found.remove(patient.id());
        return found.values().stream()
                .filter(one -> one.patient().place() != null
                        || one.patient().lastHeardAt().plus(RECENT).isAfter(now))
                .toList();
    }

    private static boolean soundsAlike(Hit hit) {
        return hit.clues().stream().allMatch(clue -> clue.how() == How.WHOLE || clue.how() == How.SOUND);
    }

    /** Whether two names differ by one letter at most in the surname, and by one at most in the first given name. */
    static boolean near(Name one, Name other) {
        return near(plain(one.family()), plain(other.family())) && near(first(one.given()), first(other.given()));
    }

    private static boolean near(String one, String other) {
        if (one.isEmpty() || other.isEmpty() || Math.abs(one.length() - other.length()) > 1) {
            return false;
        }
        int at = 0;
        while (at < Math.min(one.length(), other.length()) && one.charAt(at) == other.charAt(at)) {
            at++;
        }
        String restOne = one.substring(at);
        String restOther = other.substring(at);
        if (restOne.length() == restOther.length()) {
            return restOne.isEmpty() || restOne.substring(1).equals(restOther.substring(1));
        }
        return restOne.length() > restOther.length()
                ? restOne.substring(1).equals(restOther)
                : restOther.substring(1).equals(restOne);
    }

    private static String first(String names) {
        return plain(names).split(" ", 2)[0];
    }

    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toUpperCase(Locale.ROOT)
                .replaceAll("[^A-Z]+", " ")
                .strip();
    }
}
