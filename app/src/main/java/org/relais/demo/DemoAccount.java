package org.relais.demo;

import java.util.List;

/**
 * Someone of the fictitious staff who may log in to the demonstration.
 *
 * @param roles names of {@code org.relais.access.Role}
 * @param wards ward codes; empty for every ward
 */
public record DemoAccount(String login, String name, List<String> roles, List<String> wards) {

    static List<DemoAccount> all() {
        return List.of(
                of("sagefemme", "Mme Ornella BELMONT-RIVAGE", "MIDWIFE", "MAT"),
                of("infirmier", "M. Cédric VALMIRE", "NURSE", "MEDA"),
                of("medecin", "Dr Yannick PALMISTE", "DOCTOR", "URG"),
                of("dmc", "Dr Solange MONTABRI", "DMC"),
                of("nuit", "Mme Ghislaine DORANGE", "NIGHT_SUPERVISOR"),
                of("garde", "M. Thierry FONDVERT", "DUTY_ADMINISTRATOR"),
                of("directrice", "Mme Viviane HAUTERIVE", "DIRECTOR"),
                of("accueil", "Mme Corinne BOISRIANT", "CLERK"),
                of("labo", "M. Loïc CANNEVILLE", "LAB"),
                of("pharmacie", "Mme Élodie RIVIEREL", "PHARMACY"),
                of("imagerie", "M. Raphaël MORNEVAL", "IMAGING"),
                of("admissions", "Mme Josiane RIVENAL", "CLERK"),
                of("admin", "M. Denis ANSELINE", "ADMINISTRATOR"),
                of("audit", "Mme Nadège CLAIRVAL", "AUDITOR"));
    }

    private static DemoAccount of(String login, String name, String role, String... wards) {
        return new DemoAccount(login, name, List.of(role), List.of(wards));
    }
}
