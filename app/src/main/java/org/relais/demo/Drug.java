package org.relais.demo;

import java.util.List;

/**
 * A prescription line of the fictitious hospital, by international non-proprietary name. Invented, like everything
 * here: a figure for screens, never a dose to follow.
 *
 * @param unit  UCUM unit of the dose
 * @param route PO, IV, SC, IH
 * @param often TQ1-3: QD, BID, TID, Q6H
 */
record Drug(String name, String amount, String unit, String route, String often) {
    private static final Drug PARACETAMOL = new Drug("PARACÉTAMOL 1 g comprimé", "1", "g", "PO", "TID");
    private static final Drug HEPARIN = new Drug("ÉNOXAPARINE 4000 UI seringue", "4000", "[iU]", "SC", "QD");
    private static final Drug FUROSEMIDE = new Drug("FUROSÉMIDE 40 mg comprimé", "40", "mg", "PO", "QD");
    private static final Drug AMLODIPINE = new Drug("AMLODIPINE 5 mg gélule", "5", "mg", "PO", "QD");
    private static final Drug CEFTRIAXONE = new Drug("CEFTRIAXONE 1 g injectable", "1", "g", "IV", "QD");

    static List<Drug> of(Illness illness, DemoWard ward) {
        return switch (ward) {
            case URG -> List.of(PARACETAMOL);
            case REA ->
                List.of(
                        new Drug("NORADRÉNALINE 8 mg/4 mL seringue électrique", "0.3", "mg/h", "IV", "Q6H"),
                        new Drug("INSULINE RAPIDE 100 UI/mL seringue électrique", "2", "[iU]/h", "IV", "Q6H"),
                        CEFTRIAXONE,
                        HEPARIN);
            case MAT -> maternity(illness);
            case NEO -> List.of(new Drug("CAFÉINE CITRATE 20 mg/mL solution", "10", "mg", "PO", "QD"));
            case PED -> List.of(new Drug("PARACÉTAMOL 30 mg/mL suspension", "150", "mg", "PO", "Q6H"));
            case MEDA ->
                illness.code().startsWith("E11")
                        ? List.of(
                                new Drug("INSULINE GLARGINE 100 UI/mL stylo", "18", "[iU]", "SC", "QD"),
                                new Drug("METFORMINE 850 mg comprimé", "850", "mg", "PO", "BID"),
                                HEPARIN)
                        : List.of(CEFTRIAXONE, PARACETAMOL, HEPARIN);
            case MEDB ->
                illness.code().startsWith("I48")
                        ? List.of(
                                new Drug("WARFARINE 5 mg comprimé", "5", "mg", "PO", "QD"),
                                new Drug("BISOPROLOL 5 mg comprimé", "5", "mg", "PO", "QD"))
                        : List.of(FUROSEMIDE, AMLODIPINE, new Drug("RAMIPRIL 5 mg comprimé", "5", "mg", "PO", "QD"));
            case CHIR ->
                List.of(
                        PARACETAMOL,
                        HEPARIN,
                        new Drug("MORPHINE 10 mg gélule", "10", "mg", "PO", "Q6H"),
                        new Drug("PANTOPRAZOLE 40 mg comprimé", "40", "mg", "PO", "QD"));
            case GER ->
                List.of(AMLODIPINE, PARACETAMOL, new Drug("LÉVÉTIRACÉTAM 500 mg comprimé", "500", "mg", "PO", "BID"));
        };
    }

    private static List<Drug> maternity(Illness illness) {
        Drug iron = new Drug("FER 80 mg comprimé", "80", "mg", "PO", "QD");
        if (illness.equals(Illness.NEWBORN)) {
            return List.of(new Drug("VITAMINE K1 2 mg ampoule", "2", "mg", "PO", "QD"));
        }
        return illness.equals(Illness.PREGNANCY)
                ? List.of(new Drug("LABÉTALOL 200 mg comprimé", "200", "mg", "PO", "BID"), iron)
                : List.of(iron, PARACETAMOL);
    }

    int hours() {
        return switch (often) {
            case "Q6H" -> 6;
            case "TID" -> 8;
            case "BID" -> 12;
            default -> 24;
        };
    }
}
