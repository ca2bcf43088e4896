package org.relais.demo;

import java.util.List;
import java.util.Locale;

/**
 * Something measured.
 *
 * @param loinc    its LOINC code
 * @param unit     UCUM
 * @param low      lower bound of the reference range, as high
 * @param mean     what is usual in this hospital, with its spread
 * @param decimals how many are written
 */
record Analyte(
        String loinc, String text, String unit, double low, double high, double mean, double spread, int decimals) {
    static final Analyte POTASSIUM = new Analyte("2823-3", "Potassium", "mmol/L", 3.5, 5.0, 4.2, 0.45, 1);
    static final Analyte SODIUM = new Analyte("2951-2", "Sodium", "mmol/L", 136, 145, 139, 3.2, 0);
    static final Analyte CREATININE = new Analyte("14682-9", "Créatinine", "umol/L", 45, 104, 82, 22, 0);
    static final Analyte GLUCOSE = new Analyte("14749-6", "Glycémie", "mmol/L", 3.9, 6.1, 5.9, 1.3, 1);
    static final Analyte HAEMOGLOBIN = new Analyte("718-7", "Hémoglobine", "g/dL", 11.5, 16.5, 12.4, 1.6, 1);
    static final Analyte PLATELETS = new Analyte("777-3", "Plaquettes", "10*9/L", 150, 400, 245, 70, 0);
    static final Analyte LEUCOCYTES = new Analyte("6690-2", "Leucocytes", "10*9/L", 4, 10, 8.4, 2.9, 1);
    static final Analyte CRP = new Analyte("1988-5", "Protéine C-réactive", "mg/L", 0, 5, 24, 30, 0);
    static final Analyte INR = new Analyte("6301-6", "INR", "{INR}", 0.8, 1.2, 1.3, 0.5, 2);
    static final Analyte TROPONIN = new Analyte("67151-1", "Troponine T hypersensible", "ng/L", 0, 14, 17, 18, 0);
    static final Analyte BILIRUBIN = new Analyte("14631-6", "Bilirubine totale", "umol/L", 0, 200, 125, 45, 0);

    static final Analyte SYSTOLIC =
            new Analyte("8480-6", "Pression artérielle systolique", "mm[Hg]", 90, 140, 126, 15, 0);
    static final Analyte DIASTOLIC =
            new Analyte("8462-4", "Pression artérielle diastolique", "mm[Hg]", 50, 90, 74, 9, 0);
    static final Analyte PULSE = new Analyte("8867-4", "Fréquence cardiaque", "/min", 50, 100, 79, 12, 0);
    static final Analyte TEMPERATURE = new Analyte("8310-5", "Température", "Cel", 36, 38, 37.0, 0.5, 1);
    static final Analyte OXYGEN = new Analyte("59408-5", "Saturation en oxygène (SpO2)", "%", 94, 100, 97, 1.6, 0);
    static final Analyte WEIGHT = new Analyte("29463-7", "Poids", "kg", 0, 400, 70, 0, 2);

    static final Panel ELECTROLYTES =
            new Panel("24326-1", "Ionogramme sanguin", List.of(SODIUM, POTASSIUM, CREATININE, GLUCOSE));
    static final Panel BLOOD_COUNT =
            new Panel("58410-2", "Numération formule sanguine", List.of(HAEMOGLOBIN, LEUCOCYTES, PLATELETS));
    static final Panel INFLAMMATION = new Panel("1988-5", "Protéine C-réactive", List.of(CRP));
    static final Panel COAGULATION = new Panel("6301-6", "INR", List.of(INR));
    static final Panel CARDIAC = new Panel("67151-1", "Troponine", List.of(TROPONIN));
    static final Panel JAUNDICE = new Panel("14631-6", "Bilirubine", List.of(BILIRUBIN, GLUCOSE));

    /** Analytes that are asked for together. */
    record Panel(String code, String text, List<Analyte> analytes) {}

    Analyte around(double newMean, double newSpread) {
        return new Analyte(loinc, text, unit, low, high, newMean, newSpread, decimals);
    }

    String format(double value) {
        return String.format(Locale.ROOT, "%." + decimals + "f", value);
    }

    String range() {
        return format(low) + "-" + format(high);
    }

    /** OBX-8: L, H; where there is something to call about, LL and HH. */
    String flag(double value) {
        double wide = (high - low) * alarm();
        if (value < low) {
            return value < low - wide ? "LL" : "L";
        }
        return value <= high ? "" : value > high + wide ? "HH" : "H";
    }

    /** How far outside its range, in widths of it, a value is telephoned; figures of this fictitious laboratory. */
    private double alarm() {
        return switch (loinc) {
            case "2823-3" -> 0.55;
            case "2951-2" -> 1.2;
            case "777-3" -> 0.4;
            case "718-7" -> 0.8;
            case "14749-6" -> 5;
            case "6301-6" -> 8;
            default -> 1000;
        };
    }
}
