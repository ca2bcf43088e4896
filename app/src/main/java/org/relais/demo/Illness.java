package org.relais.demo;

import java.util.List;
import java.util.Random;

/**
 * Why someone is in the hospital.
 *
 * @param code ICD-10 (CIM-10)
 */
record Illness(String code, String text) {
    static final Illness PREGNANCY = new Illness("O13", "Hypertension gestationnelle, 37 semaines d'aménorrhée");
    static final Illness DELIVERED = new Illness("Z39.0", "Soins et examens immédiatement après l'accouchement");
    static final Illness LABOUR = new Illness("Z34", "Grossesse normale, surveillance en fin de grossesse");
    static final Illness NEWBORN = new Illness("Z38.0", "Enfant né à l'hôpital");
    static final Illness PREMATURE = new Illness("P07.3", "Enfant né avant terme");

    private static final List<Illness> URG_CAUSES = List.of(
            new Illness("R07.4", "Douleur thoracique"),
            new Illness("S93.4", "Entorse de la cheville"),
            new Illness("R10.4", "Douleurs abdominales"),
            new Illness("R55", "Malaise"));
    private static final List<Illness> REA_CAUSES = List.of(
            new Illness("A41.9", "Sepsis"),
            new Illness("J96.0", "Insuffisance respiratoire aiguë"),
            new Illness("R57.0", "Choc cardiogénique"));
    private static final List<Illness> PED_CAUSES = List.of(
            new Illness("J21.9", "Bronchiolite aiguë"),
            new Illness("A09", "Gastro-entérite"),
            new Illness("D57.0", "Drépanocytose avec crise"));
    private static final List<Illness> MEDA_CAUSES = List.of(
            new Illness("J18.9", "Pneumopathie"),
            new Illness("E11.9", "Diabète de type 2"),
            new Illness("A90", "Dengue"),
            new Illness("N39.0", "Infection urinaire"));
    private static final List<Illness> MEDB_CAUSES = List.of(
            new Illness("I50.0", "Insuffisance cardiaque"),
            new Illness("I48.9", "Fibrillation atriale"),
            new Illness("I10", "Hypertension essentielle"),
            new Illness("N18.4", "Maladie rénale chronique, stade 4"));
    private static final List<Illness> CHIR_CAUSES = List.of(
            new Illness("K35.8", "Appendicite aiguë"),
            new Illness("S72.0", "Fracture du col du fémur"),
            new Illness("K80.2", "Lithiase vésiculaire"),
            new Illness("M17.1", "Gonarthrose"));
    private static final List<Illness> GER_CAUSES = List.of(
            new Illness("F03", "Démence"),
            new Illness("I69.4", "Séquelles d'accident vasculaire cérébral"),
            new Illness("R29.6", "Chutes à répétition"));

    static Illness of(DemoWard ward, Random random) {
        return Names.pick(
                switch (ward) {
                    case URG -> URG_CAUSES;
                    case REA -> REA_CAUSES;
                    case PED -> PED_CAUSES;
                    case MEDA -> MEDA_CAUSES;
                    case MEDB -> MEDB_CAUSES;
                    case CHIR -> CHIR_CAUSES;
                    case GER -> GER_CAUSES;
                    case MAT -> List.of(LABOUR, DELIVERED);
                    case NEO -> List.of(PREMATURE);
                },
                random);
    }
}
