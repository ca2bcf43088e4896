package org.relais.paper;

import java.io.OutputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.relais.care.identity.Patient;
import org.relais.care.wards.Census;
import org.relais.care.wards.Ward;
import org.relais.kernel.Language;
import org.relais.kernel.PatientId;

/** The census of the whole hospital: every ward by bed, then everybody by name. */
public final class HospitalCensus {
    private HospitalCensus() {}

    /** @param out stays open */
    public static List<PrintedPage> print(List<Census> wards, Stamp stamp, OutputStream out) {
        List<Part> parts = new ArrayList<>();
        Map<PatientId, String> where = new HashMap<>();
        List<Patient> everybody = new ArrayList<>();
        for (Census census : wards) {
            String ward = name(census.ward(), stamp.language());
            parts.add(new Part(
                    Sheet.CENSUS_BY_BED,
                    stamp.hospital() + " · " + ward,
                    null,
                    false,
                    flow -> new CensusPages(flow).byBed(census)));
            for (Patient patient : census.byName()) {
                where.put(patient.id(), ward);
                everybody.add(patient);
            }
        }
        Kit kit = Kit.of(stamp);
        List<Patient> sorted = CensusPages.sorted(everybody, stamp.language().locale());
        parts.add(new Part(
                Sheet.CENSUS_BY_NAME,
                stamp.hospital() + " · " + kit.say("census.hospital"),
                null,
                false,
                flow -> new CensusPages(flow)
                        .byName(sorted, "col.ward", patient -> where.getOrDefault(patient.id(), kit.unknown()))));
        return Job.print(kit, parts, out);
    }

    private static String name(Ward ward, Language language) {
        String name = language == Language.FR ? ward.nameFr() : ward.nameEn();
        return name.isBlank() ? ward.code().value() : name;
    }
}
