package org.relais.demo;

import java.util.List;

/** Where the fictitious hospital finds what its systems no longer tell: rows of its structure. */
final class Elsewhere {
    static final List<String> ALL = List.of(
            row("lab", "Laboratoire du CHP, garde jour et nuit", "Hospital laboratory, day and night", "poste 44 12"),
            row("blood-group", "Dépôt de sang, bâtiment C", "Blood bank, building C", "poste 44 30"),
            row("imaging", "Imagerie, console du scanner", "Imaging, CT console", "poste 44 21"),
            row("treatment", "Pharmacie du CHP", "Hospital pharmacy", "poste 44 40"),
            row(
                    "history",
                    "Archives papier, sous-sol du bâtiment A",
                    "Paper archives, basement of building A",
                    "poste 44 90"),
            row("document", "Secrétariat médical central", "Central medical secretaries", "poste 44 80"),
            row("isolation", "Équipe opérationnelle d’hygiène", "Infection control team", "poste 44 55"),
            row("identity", "Bureau des admissions", "Admissions", "poste 44 10"));

    private Elsewhere() {}

    private static String row(String kind, String french, String english, String phone) {
        return "elsewhere;;%s;%s;%s;;;;;;;;%s\n".formatted(french, english, kind, phone);
    }
}
