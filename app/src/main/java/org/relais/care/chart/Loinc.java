package org.relais.care.chart;

import java.util.Locale;
import java.util.Set;
import org.relais.care.ClinicalFact.Coded;

/** LOINC codes as messages name them (HL7 v2 table 0396 {@code LN}, or the OID 2.16.840.1.113883.6.1). */
final class Loinc {
    private static final Set<String> SYSTEMS = Set.of("LN", "LOINC", "2.16.840.1.113883.6.1", "HTTP://LOINC.ORG");
    private static final Set<String> BLOOD_GROUP = Set.of("882-1", "883-9", "10331-7");
    private static final String FORM = "[0-9]{1,6}-[0-9]";

    private Loinc() {}

    /** The code, when it is LOINC's or looks like one under no system's name; else empty. */
    static String of(Coded analyte) {
        String system = analyte.system().strip().toUpperCase(Locale.ROOT);
        boolean loinc =
                SYSTEMS.contains(system) || (system.isEmpty() && analyte.code().matches(FORM));
        return loinc ? analyte.code().strip() : "";
    }

    static boolean isBloodGroup(Coded analyte) {
        return BLOOD_GROUP.contains(of(analyte));
    }
}
