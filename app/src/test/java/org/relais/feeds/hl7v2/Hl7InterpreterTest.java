package org.relais.feeds.hl7v2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.relais.feeds.hl7v2.Reader.fact;
import static org.relais.feeds.hl7v2.Reader.facts;
import static org.relais.feeds.hl7v2.Reader.read;
import static org.relais.testkit.Hl7.admission;
import static org.relais.testkit.Hl7.header;
import static org.relais.testkit.Hl7.pid;
import static org.relais.testkit.Hl7.utf8;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.relais.care.ClinicalFact;
import org.relais.care.ClinicalFact.Action;
import org.relais.care.ClinicalFact.Trigger;
import org.relais.care.Interpretation;
import org.relais.kernel.Identifier;
import org.relais.kernel.RecordKey;
import org.relais.kernel.Sex;
import org.relais.kernel.WardCode;

class Hl7InterpreterTest {
    private static final RecordKey RECORD = new RecordKey("IPP-POINTE", "0001");
    private static final String PID = pid("0001", "JOSEPH-MONROSE", "Marie-Ange");

    @Test
    void readsAnAdmission() {
        Interpretation said = read(utf8(admission("C1", "0001", "JOSEPH-MONROSE")));
        assertThat(said.reasons()).isEmpty();
        assertThat(said.label()).isEqualTo("ADT^A01");
        assertThat(said.source()).isEqualTo("GAM POINTE");
        ClinicalFact.IdentityStated identity =
                (ClinicalFact.IdentityStated) said.facts().getFirst();
        assertThat(identity.record()).isEqualTo(RECORD);
        assertThat(identity.sex()).isEqualTo(Sex.FEMALE);
        assertThat(identity.names()).containsExactly(new ClinicalFact.Name("JOSEPH-MONROSE", "Marie-Ange", "L"));
        ClinicalFact.Moved moved = (ClinicalFact.Moved) said.facts().getLast();
        assertThat(moved.ward()).isEqualTo(new WardCode("6268"));
        assertThat(moved.room()).isEqualTo("12");
        assertThat(moved.bed()).isEqualTo("A");
        assertThat(moved.movementId()).isEqualTo("M0001");
        assertThat(moved.visit()).isEqualTo(new Identifier("GAM", "VN", "V0001"));
        assertThat(moved.attending()).isEqualTo("RÉMY Paul");
        assertThat(moved.start()).isNotNull();
    }

    @ParameterizedTest
    @CsvSource({
        "A01, ADMIT, INSERT", "A02, TRANSFER, INSERT", "A03, DISCHARGE, INSERT", "A04, OUTPATIENT, INSERT",
        "A05, PREADMIT, INSERT", "A06, CLASS_CHANGE, INSERT", "A07, CLASS_CHANGE, INSERT", "A08, UPDATE, INSERT",
        "A11, ADMIT, CANCEL", "A12, TRANSFER, CANCEL", "A13, DISCHARGE, CANCEL", "A21, LEAVE, INSERT",
        "A22, RETURN, INSERT", "A38, PREADMIT, CANCEL", "A52, LEAVE, CANCEL", "A53, RETURN, CANCEL",
        "A54, DOCTOR_CHANGE, INSERT", "A55, DOCTOR_CHANGE, CANCEL"
    })
    void knowsWhatEachEventDoes(String event, Trigger trigger, Action action) {
        ClinicalFact.Moved moved =
                fact(ClinicalFact.Moved.class, header("ADT^" + event, "C1"), PID, "PV1|1|I|MED^12^A");
        assertThat(moved.trigger()).isEqualTo(trigger);
        assertThat(moved.action()).isEqualTo(action);
        assertThat(moved.ward()).isEqualTo(new WardCode("MED"));
    }

    @Test
    void takesTheOriginalEventOfACorrectedMovement() {
        ClinicalFact.Moved moved = fact(
                ClinicalFact.Moved.class,
                header("ADT^Z99", "C1"),
                PID,
                "PV1|1|I|MED",
                "ZBE|M7|20261123||UPDATE|Y|A02|||S");
        assertThat(moved.trigger()).isEqualTo(Trigger.TRANSFER);
        assertThat(moved.action()).isEqualTo(Action.UPDATE);
        assertThat(moved.historic()).isTrue();
        assertThat(read(header("ADT^Z99", "C1"), PID, "PV1|1|I|MED").quarantined())
                .isTrue();
    }

    @Test
    void prefersTheLocalNumberToTheNationalOne() {
        ClinicalFact.IdentityStated stated = fact(
                ClinicalFact.IdentityStated.class,
                header("ADT^A28", "C1"),
                "PID|||279035121518989^^^ASIP-SANTE-INS-NIR&1.2.250.1.213.1.4.10&ISO^INS~0001^^^IPP-POINTE^PI||A^B");
        assertThat(stated.record()).isEqualTo(RECORD);
        assertThat(stated.identifiers()).hasSize(2);
        ClinicalFact.IdentityStated national = fact(
                ClinicalFact.IdentityStated.class,
                header("ADT^A28", "C1"),
                "PID|||279035121518989^^^&1.2.250.1.213.1.4.10&ISO^INS||A^B");
        assertThat(national.record()).isEqualTo(new RecordKey("1.2.250.1.213.1.4.10", "279035121518989"));
        ClinicalFact.IdentityStated nobody =
                fact(ClinicalFact.IdentityStated.class, header("ADT^A28", "C1"), "PID|||77||A^B");
        assertThat(nobody.record()).isEqualTo(new RecordKey("mllp", "77"));
    }

    @Test
    void mergesRenamesLinksAndMovesVisits() {
        RecordKey other = new RecordKey("IPP-POINTE", "0002");
        String mrg = "MRG|0002^^^IPP-POINTE^PI||ACC9^^^GAM^AN";
        assertThat(fact(ClinicalFact.Merged.class, header("ADT^A40", "C1"), PID, mrg))
                .isEqualTo(new ClinicalFact.Merged(RECORD, other));
        assertThat(fact(ClinicalFact.IdentifierChanged.class, header("ADT^A47", "C1"), PID, mrg))
                .isEqualTo(new ClinicalFact.IdentifierChanged(RECORD, other));
        assertThat(fact(ClinicalFact.VisitMoved.class, header("ADT^A44", "C1"), PID, mrg))
                .isEqualTo(new ClinicalFact.VisitMoved(RECORD, other, new Identifier("GAM", "AN", "ACC9")));
        String second = pid("0002", "A", "B");
        assertThat(fact(ClinicalFact.Linked.class, header("ADT^A24", "C1"), PID, second))
                .isEqualTo(new ClinicalFact.Linked(RECORD, other, true));
        assertThat(fact(ClinicalFact.Linked.class, header("ADT^A37", "C1"), PID, second)
                        .linked())
                .isFalse();
    }

    @Test
    void readsResultsWithTheirNotes() {
        String[] message = {
            header("ORU^R01", "C1"),
            PID,
            "OBR|1|P1|F1|24326-1^Ionogramme^LN|||20261123051000",
            "OBX|1|NM|2823-3^Potassium^LN||3.1|mmol/L|3.5-5.1|L|||F",
            "NTE|1||contrôlé",
            "OBX|2|TX|18748-4^Compte rendu^LN||ligne un||||||F",
            "OBX|3|TX|18748-4^Compte rendu^LN||ligne deux||||||F",
            "OBX|4|NM|8867-4^Pouls^LN||92|/min"
        };
        var observed = facts(ClinicalFact.Observed.class, message);
        assertThat(observed).hasSize(3);
        assertThat(observed.get(0).note()).isEqualTo("contrôlé");
        assertThat(observed.get(0).value()).isEqualTo("3.1");
        assertThat(observed.get(0).filler()).isEqualTo("F1");
        assertThat(observed.get(0).takenAt()).isNotNull();
        assertThat(observed.get(0).vital()).isFalse();
        assertThat(observed.get(1).value()).isEqualTo("ligne un\nligne deux");
        assertThat(observed.get(2).vital()).isTrue();
    }

    @Test
    void readsPrescriptionsAndAdministrations() {
        ClinicalFact.MedicationOrdered ordered = fact(
                ClinicalFact.MedicationOrdered.class,
                header("RDE^O11", "C1"),
                PID,
                "ORC|NW|RX1||||||||||1001^RÉMY^Paul",
                "RXE||3400^Paracétamol^CIP|1||g^g",
                "TQ1|1||Q6H||||20261123060000|20261126060000",
                "RXR|PO^voie orale");
        assertThat(ordered.placer()).isEqualTo("RX1");
        assertThat(ordered.dose()).isEqualTo("1 g");
        assertThat(ordered.frequency()).isEqualTo("Q6H");
        assertThat(ordered.route()).isEqualTo("voie orale");
        assertThat(ordered.prescriber()).isEqualTo("RÉMY Paul");
        assertThat(ordered.stop()).isNotNull();
        ClinicalFact.MedicationGiven given = fact(
                ClinicalFact.MedicationGiven.class,
                header("RAS^O17", "C1"),
                PID,
                "ORC|RE|RX1",
                "RXA|0|1|20261123061500||3400^Paracétamol^CIP|1|g|||2001^ZIDÉE^Rose||||||||||CP",
                "RXR|PO");
        assertThat(given.completion()).isEqualTo("CP");
        assertThat(given.givenBy()).isEqualTo("ZIDÉE Rose");
    }

    @Test
    void readsOrdersDocumentsAllergiesAndContacts() {
        assertThat(fact(
                                ClinicalFact.ExamOrdered.class,
                                header("OML^O21", "C1"),
                                PID,
                                "ORC|NW|E1",
                                "TQ1|1||||||||S",
                                "OBR|1|E1||24326-1^Iono^LN")
                        .priority())
                .isEqualTo("S");
        ClinicalFact.DocumentStated document = fact(
                ClinicalFact.DocumentStated.class,
                header("MDM^T02", "C1"),
                PID,
                "TXA|1|11490-0|TX|20261123||||||||DOC1|||||AU",
                "OBX|1|ED|11490-0^Lettre^LN||^application^pdf^Base64^QUJD||||||F");
        assertThat(document.parts().getFirst().mediaType()).isEqualTo("application/pdf");
        assertThat(document.parts().getFirst().path()).isEqualTo("OBX@4");
        assertThat(document.documentId()).isEqualTo("DOC1");
        Interpretation said = read(
                header("ADT^A08", "C1"),
                PID,
                "PV1|1|I|MED",
                "AL1|1|DA|7980^Pénicilline|SV|choc",
                "AL1|2||716186003^Pas d'allergie",
                "DG1|1||I10^HTA^CIM10",
                "NK1|1|MONROSE^Jean|SPO||0590112233");
        assertThat(said.facts()).hasSize(6);
    }

    @ParameterizedTest
    @CsvSource({
        "ADT^A99, 2.5, feeds.reason.unknown-trigger",
        "ADT^A29, 2.5, feeds.reason.not-folded",
        "ZZZ^Z01, 2.5, feeds.reason.unknown-type",
        "ADT^A01, 3.0, feeds.reason.version",
        "ADT^A40, 2.5, feeds.reason.missing-segment",
        "ORU^R01, 2.5, feeds.reason.missing-segment"
    })
    void quarantinesWithAReason(String type, String version, String reason) {
        Interpretation said = read(header(type, "C1").replace("2.5^FRA^2.11", version), PID);
        assertThat(said.reasons()).extracting(Interpretation.Reason::key).containsExactly(reason);
    }

    @Test
    void quarantinesWhatIsAboutNobody() {
        assertThat(read(header("ADT^A01", "C1"), "PID|1||||A^B").quarantined()).isTrue();
        assertThat(read(header("ADT^A01", "C1")).quarantined()).isTrue();
        assertThat(read(utf8("PID|1||2")).reasons().getFirst().key()).isEqualTo("feeds.reason.no-header");
        assertThat(read(new byte[0]).reasons().getFirst().key()).isEqualTo("feeds.reason.not-hl7");
    }

    @Test
    void flagsWithoutQuarantineWhereOnlyTheIdentityIsRead() {
        Interpretation said = read(header("BAR^P01", "C1"), PID);
        assertThat(said.quarantined()).isFalse();
        assertThat(said.facts()).hasSize(1);
        assertThat(said.flags()).extracting(Interpretation.Reason::key).containsExactly("feeds.flag.identity-only");
    }
}
