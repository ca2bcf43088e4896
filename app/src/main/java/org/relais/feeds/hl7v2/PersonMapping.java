package org.relais.feeds.hl7v2;

import java.util.Locale;
import java.util.Set;
import org.relais.care.ClinicalFact.AllergyStated;
import org.relais.care.ClinicalFact.Coded;
import org.relais.care.ClinicalFact.ContactStated;
import org.relais.care.ClinicalFact.Name;
import org.relais.care.ClinicalFact.ProblemStated;
import org.relais.hl7.Field;
import org.relais.hl7.Segment;
import org.relais.kernel.RecordKey;

/** AL1, IAM, DG1, PRB, NK1, ROL, PD1 → allergies, problems, contacts (HL7 v2.5.1 chapters 3.4, 6.5, 12.3, 15.4). */
final class PersonMapping {
    /** SNOMED CT and usual local codes of "no known allergy". */
    private static final Set<String> NO_KNOWN_ALLERGY =
            Set.of("716186003", "160244002", "409137002", "428607008", "429625007", "NKA", "NKDA", "NKFA");

    private PersonMapping() {}

    static void fold(Segment segment, RecordKey record, Findings findings) {
        switch (segment.name()) {
            case "AL1" -> allergy(segment, record, findings);
            case "IAM" -> adverseReaction(segment, record, findings);
            case "DG1" -> diagnosis(segment, record, findings);
            case "PRB" -> problem(segment, record, findings);
            case "NK1" -> kin(segment, record, findings);
            case "ROL" -> role(segment, record, findings);
            case "PD1" -> family(segment, record, findings);
            default -> {
                // another mapping's, or none's: the segment stays readable in the raw message
            }
        }
    }

    private static void allergy(Segment al1, RecordKey record, Findings findings) {
        Coded substance = DataTypes.coded(al1.field(3));
        if (substance.display().isEmpty()) {
            findings.flag("feeds.flag.empty-item", "AL1-3");
            return;
        }
        findings.add(new AllergyStated(
                record,
                substance,
                DataTypes.display(al1.field(2)),
                DataTypes.display(al1.field(4)),
                DataTypes.display(al1.field(5)),
                none(substance),
                "",
                findings.time(al1, 6)));
    }

    private static void adverseReaction(Segment iam, RecordKey record, Findings findings) {
        Coded substance = DataTypes.coded(iam.field(3));
        if (substance.display().isEmpty()) {
            findings.flag("feeds.flag.empty-item", "IAM-3");
            return;
        }
        findings.add(new AllergyStated(
                record,
                substance,
                DataTypes.display(iam.field(2)),
                DataTypes.display(iam.field(4)),
                DataTypes.display(iam.field(5)),
                none(substance),
                iam.value(6),
                findings.time(iam, 11)));
    }

    private static boolean none(Coded substance) {
        return NO_KNOWN_ALLERGY.contains(substance.code().toUpperCase(Locale.ROOT));
    }

    private static void diagnosis(Segment dg1, RecordKey record, Findings findings) {
        Coded coded = DataTypes.coded(dg1.field(3));
        String description = dg1.value(4);
        if (coded.text().isEmpty() && !description.isEmpty()) {
            coded = new Coded(coded.code(), description, coded.system());
        }
        if (coded.display().isEmpty()) {
            findings.flag("feeds.flag.empty-item", "DG1-3");
            return;
        }
        findings.add(new ProblemStated(record, coded, dg1.value(6), dg1.value(21), findings.time(dg1, 5)));
    }

    private static void problem(Segment prb, RecordKey record, Findings findings) {
        Coded coded = DataTypes.coded(prb.field(3));
        if (coded.display().isEmpty()) {
            findings.flag("feeds.flag.empty-item", "PRB-3");
            return;
        }
        Field onset = prb.field(16);
        findings.add(new ProblemStated(
                record, coded, "", prb.value(1), onset.isEmpty() ? findings.time(prb, 7) : findings.time(prb, 16)));
    }

    private static void kin(Segment nk1, RecordKey record, Findings findings) {
        Name name = DataTypes.names(nk1.field(2)).stream().findFirst().orElse(new Name("", "", ""));
        String shown = DataTypes.joined(" ", name.family(), name.given());
        String home = DataTypes.phone(nk1.field(5));
        String phone = home == null ? DataTypes.phone(nk1.field(6)) : home;
        if (!shown.isEmpty() || phone != null) {
            findings.add(new ContactStated(
                    record,
                    shown,
                    DataTypes.display(nk1.field(3)),
                    phone == null ? "" : phone,
                    DataTypes.display(nk1.field(7))));
        }
    }

    private static void role(Segment rol, RecordKey record, Findings findings) {
        String shown = DataTypes.person(rol.field(4));
        if (!shown.isEmpty()) {
            String phone = DataTypes.phone(rol.field(12));
            findings.add(
                    new ContactStated(record, shown, "", phone == null ? "" : phone, DataTypes.display(rol.field(3))));
        }
    }

    /** PD1-4: the family doctor. */
    private static void family(Segment pd1, RecordKey record, Findings findings) {
        String shown = DataTypes.person(pd1.field(4));
        if (!shown.isEmpty()) {
            findings.add(new ContactStated(record, shown, "", "", "PP"));
        }
    }
}
