package org.relais.demo;

import java.util.Random;

/** What is measured on a body, plausible for age, ward and illness. */
final class Body {
    private final Random random;

    Body(Random random) {
        this.random = random;
    }

    double measure(Analyte analyte, Inpatient patient, double age) {
        Analyte here = ill(analyte, patient, age);
        double value = here.mean() + random.nextGaussian() * here.spread();
        double least = analyte.equals(Analyte.OXYGEN) ? 82 : here.mean() * 0.25;
        double most = analyte.equals(Analyte.OXYGEN) ? 100 : here.mean() * 4 + 1;
        return Math.clamp(value, least, most);
    }

    private static Analyte ill(Analyte analyte, Inpatient patient, double age) {
        String code = patient.illness.code();
        return switch (analyte.loinc()) {
            case "29463-7" -> analyte.around(patient.person.weight(), patient.person.weight() * 0.006);
            case "8867-4" -> age < 0.1 ? analyte.around(140, 10) : age < 10 ? analyte.around(108, 12) : analyte;
            case "8480-6" -> systolic(analyte, code, age);
            case "8462-4" -> age < 0.1 ? analyte.around(42, 4) : code.equals("O13") ? analyte.around(92, 4) : analyte;
            case "8310-5" -> feverish(code) ? analyte.around(38.1, 0.6) : analyte;
            case "59408-5" -> code.startsWith("J") ? analyte.around(92, 2) : analyte;
            case "1988-5" -> feverish(code) ? analyte.around(140, 60) : analyte;
            case "14682-9" ->
                age < 12 ? analyte.around(38, 7) : code.startsWith("N18") ? analyte.around(310, 60) : analyte;
            case "2823-3" -> code.startsWith("N18") ? analyte.around(5.2, 0.6) : analyte;
            case "14749-6" -> code.startsWith("E11") ? analyte.around(10.5, 3) : analyte;
            case "718-7" -> age < 0.1 ? analyte.around(17, 1.4) : pregnant(code) ? analyte.around(11, 0.8) : analyte;
            case "6301-6" -> code.startsWith("I48") ? analyte.around(2.6, 0.7) : analyte.around(1.05, 0.08);
            case "67151-1" -> code.startsWith("R57") ? analyte.around(420, 150) : analyte;
            case "777-3" -> code.equals("A90") ? analyte.around(82, 25) : analyte;
            default -> analyte;
        };
    }

    private static Analyte systolic(Analyte analyte, String code, double age) {
        if (age < 0.1) {
            return analyte.around(68, 5);
        }
        if (age < 12) {
            return analyte.around(102, 8);
        }
        return code.equals("O13") ? analyte.around(146, 6) : code.startsWith("I10") ? analyte.around(152, 12) : analyte;
    }

    static boolean pregnant(String code) {
        return code.equals("O13") || code.equals("Z34");
    }

    private static boolean feverish(String code) {
        return code.equals("A41.9") || code.startsWith("J18") || code.startsWith("N39") || code.equals("A90");
    }
}
