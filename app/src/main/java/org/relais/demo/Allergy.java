package org.relais.demo;

import java.util.List;

/**
 * What a chart says of allergies.
 *
 * @param kind HL7 table 0127 (DA drug, FA food, MA other)
 * @param severity HL7 table 0128 (SV, MO, MI)
 * @param none the coded statement that no allergy is known
 */
record Allergy(String code, String text, String kind, String severity, String reaction, boolean none) {
    static final Allergy NONE_KNOWN = new Allergy("716186003", "Aucune allergie connue", "DA", "", "", true);
    static final Allergy AMOXICILLIN =
            new Allergy("372687004", "Amoxicilline", "DA", "SV", "Œdème du visage en 2016", false);
    static final List<Allergy> USUAL = List.of(
            AMOXICILLIN,
            new Allergy("387207008", "Ibuprofène", "DA", "MO", "Urticaire", false),
            new Allergy("387458008", "Acide acétylsalicylique", "DA", "MO", "Bronchospasme", false),
            new Allergy("387406002", "Sulfaméthoxazole", "DA", "SV", "Éruption étendue", false),
            new Allergy("373206009", "Produit de contraste iodé", "DA", "MO", "Malaise, prurit", false),
            new Allergy("111088007", "Latex", "MA", "MO", "Urticaire de contact", false),
            new Allergy("256349002", "Arachide", "FA", "SV", "Œdème", false),
            new Allergy("227037002", "Crustacés", "FA", "MO", "Urticaire", false));
}
