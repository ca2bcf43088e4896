package org.relais.feeds.hl7v2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.relais.feeds.hl7v2.Reader.fact;
import static org.relais.feeds.hl7v2.Reader.read;
import static org.relais.testkit.Hl7.header;
import static org.relais.testkit.Hl7.message;
import static org.relais.testkit.Hl7.pid;
import static org.relais.testkit.Hl7.utf8;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.relais.care.ClinicalFact;
import org.relais.care.ClinicalFact.AlertKind;
import org.relais.care.ClinicalFact.AlertStated;
import org.relais.care.ClinicalFact.AppointmentStated;
import org.relais.care.ClinicalFact.DocumentAct;
import org.relais.care.ClinicalFact.DocumentStated;
import org.relais.care.Interpretation;
import org.relais.feeds.Origin;
import org.relais.feeds.ReceivedMessage;
import org.relais.feeds.Via;
import org.relais.kernel.FeedName;
import org.relais.testkit.Said;

/** Documents, appointments and alerts, from the bytes of messages. */
class ChartContentTest {
    private static final String PID = pid("0001", "JOSEPH-MONROSE", "Marie-Ange");
    private static final String TXA = "TXA|1|11490-0^Lettre^LN|AP|202611231000||||||||DOC1^SRC|DOC0||||LA||AV";

    @Test
    void readsEachPartOfADocument() {
        DocumentStated document = fact(
                DocumentStated.class,
                header("MDM^T02", "C1"),
                "EVN|T02|20261123",
                PID,
                "PV1|1|I|MED",
                TXA,
                "OBX|1|ED|1^Lettre^L||^application^pdf^Base64^QUJD||||||F",
                "OBX|2|ED|2^Annexe^L||^TEXT^XML^Base64^PGEvPg==||||||F",
                "OBX|3|RP|3^Images^L||http://pacs/1^^application^dicom||||||F");
        assertThat(document.documentId()).isEqualTo("DOC1");
        assertThat(document.act()).isEqualTo(DocumentAct.ORIGINAL);
        assertThat(document.title().display()).isEqualTo("Lettre");
        assertThat(document.parts())
                .extracting(part -> part.path() + " " + part.mediaType() + " " + part.held())
                .containsExactly(
                        "OBX@6 application/pdf true", "OBX@7 text/xml true", "OBX@8 application/octet-stream false");
    }

    @ParameterizedTest
    @CsvSource({
        "T01, ORIGINAL",
        "T02, ORIGINAL",
        "T03, STATUS",
        "T04, STATUS",
        "T05, ADDENDUM",
        "T06, ADDENDUM",
        "T07, EDIT",
        "T08, EDIT",
        "T09, REPLACEMENT",
        "T10, REPLACEMENT",
        "T11, CANCEL"
    })
    void knowsWhatEachEventDoesToADocument(String event, DocumentAct act) {
        DocumentStated document = fact(DocumentStated.class, header("MDM^" + event, "C1"), PID, TXA);
        assertThat(document.act()).isEqualTo(act);
        assertThat(document.parent()).isEqualTo("DOC0");
        assertThat(document.parts()).isEmpty();
    }

    @Test
    void whatIsNoLongerAvailableIsCancelled() {
        assertThat(fact(DocumentStated.class, header("MDM^T04", "C1"), PID, TXA.replace("||AV", "||OB"))
                        .act())
                .isEqualTo(DocumentAct.CANCEL);
        assertThat(fact(
                                DocumentStated.class,
                                header("ORU^R01", "C1"),
                                PID,
                                "OBR|1||F1",
                                "OBX|1|ED|1^CR^L||^^PDF^Base64^QUJD||||||W")
                        .act())
                .isEqualTo(DocumentAct.CANCEL);
    }

    @Test
    void givesBackTheBytesOfAPartHoweverTheyAreEncoded() {
        byte[] pdf = "%PDF-1.4 é".getBytes(StandardCharsets.ISO_8859_1);
        String base64 = Base64.getMimeEncoder(4, new byte[] {'\r', '\n'}).encodeToString(pdf);
        byte[] payload = payload(
                header("MDM^T02", "C1"),
                PID,
                TXA,
                "OBX|1|ED|1^A^L||^application^pdf^Base64^" + base64.replace("\r\n", "\\.br\\") + "||||||F",
                "OBX|2|ED|2^B^L||^application^pdf^Hex^255044460A||||||F",
                "OBX|3|ED|3^C^L||^TEXT^XML^A^<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><a>\\T\\amp;é</a>||||||F",
                "OBX|4|TX|4^D^L||première ligne||||||F",
                "OBX|5|TX|4^D^L||seconde ligne||||||F",
                "OBX|6|ED|6^E^L||^application^pdf^Base64^!!!!||||||F");
        DocumentBytes bytes = new DocumentBytes();
        assertThat(bytes.read(payload, "OBX@4")).hasValue(pdf);
        assertThat(text(bytes.read(payload, "OBX@5"))).isEqualTo("%PDF\n");
        assertThat(text(bytes.read(payload, "OBX@6"))).isEqualTo("<a>&amp;é</a>");
        assertThat(text(bytes.read(payload, "TXA@3"))).isEqualTo("première ligne\nseconde ligne");
        assertThat(bytes.read(payload, "OBX@9")).isEmpty();
        assertThat(bytes.read(payload, "OBX@99")).isEmpty();
        assertThat(bytes.read(new byte[] {1, 2, 3}, "OBX@4")).isEmpty();
    }

    @Test
    void readsAnAppointmentWhoseHeaderPrecedesThePatient() {
        AppointmentStated said = fact(
                AppointmentStated.class,
                header("SIU^S12^SIU_S12", "C1"),
                "SCH|P1|F1|||||Suivi^Suivi de grossesse|ECHO^Échographie^L|30|min|^^30^20261125093000^20261125100000"
                        + "||||||||||||||Booked",
                PID,
                "PV1|1|O|MAT",
                "RGS|1|A",
                "AIS|1|A|US1^Échographie obstétricale^L|20261125093000",
                "AIL|1|A|IMG^Salle 2^^CHP",
                "AIP|1|A|1001^MARIE-LUCE^Anne^^^Dr");
        assertThat(said.placer() + said.filler()).isEqualTo("P1F1");
        assertThat(said.trigger()).isEqualTo("S12");
        assertThat(said.service().display()).isEqualTo("Échographie obstétricale");
        assertThat(said.people()).isEqualTo("Dr MARIE-LUCE Anne");
        assertThat(said.place()).isEqualTo("IMG Salle 2");
        assertThat(said.start()).isNotNull();
        assertThat(said.end()).isNotNull();
        assertThat(said.status()).isEqualTo("Booked");
    }

    @Test
    void everyPatientOfAnAppointmentHasItsResources() {
        Interpretation said = read(
                header("SIU^S12^SIU_S12", "C1"),
                "SCH|P1|F1||||||PREPA^Préparation à la naissance^L",
                PID,
                "PV1|1|O|MAT",
                pid("0002", "CELESTIN", "Anne"),
                "PV1|1|O|MAT",
                "RGS|1|A",
                "AIS|1|A|PREPA^Préparation à la naissance^L|20261125093000",
                "AIL|1|A|IMG^Salle 2^^CHP",
                "AIP|1|A|1001^MARIE-LUCE^Anne^^^Dr");
        assertThat(said.facts().stream()
                        .filter(AppointmentStated.class::isInstance)
                        .map(AppointmentStated.class::cast))
                .hasSize(2)
                .allSatisfy(one -> {
                    assertThat(one.people()).isEqualTo("Dr MARIE-LUCE Anne");
                    assertThat(one.place()).isEqualTo("IMG Salle 2");
                    assertThat(one.start()).isNotNull();
                })
                .extracting(AppointmentStated::record)
                .doesNotHaveDuplicates();
    }

    @Test
    void resourcesOfAnEarlierPatientAreHersAlone() {
        Interpretation said = read(
                header("SIU^S12^SIU_S12", "C1"),
                "SCH|P1|F1||||||PREPA^Préparation^L",
                PID,
                "AIL|1|A|IMG^Salle 2^^CHP",
                pid("0002", "CELESTIN", "Anne"),
                "AIP|1|A|1001^MARIE-LUCE^Anne^^^Dr");
        assertThat(said.facts().stream()
                        .filter(AppointmentStated.class::isInstance)
                        .map(AppointmentStated.class::cast))
                .extracting(one -> one.place() + "/" + one.people())
                .containsExactly("IMG Salle 2/", "/Dr MARIE-LUCE Anne");
    }

    @Test
    void anAppointmentWithoutItsSegmentIsQuarantined() {
        Interpretation said = read(header("SIU^S12", "C1"), PID);
        assertThat(said.reasons())
                .extracting(Interpretation.Reason::key)
                .containsExactly("feeds.reason.missing-segment");
    }

    @ParameterizedTest
    @CsvSource({
        "OBX|1|CE|100822-6^CPR orders^LN||N^Pas de réanimation||||||F|||202611220900||1001^BELLEROSE^Aurélie,"
                + " LIMITS_OF_CARE",
        "OBX|1|TX|LOC1^Limitation de soins : décision^L||LATA||||||F|||202611220900||1001^BELLEROSE^Aurélie,"
                + " LIMITS_OF_CARE",
        "OBX|1|CE|ISO^Isolement^L||C^Contact||||||F|||202611220900||1001^BELLEROSE^Aurélie, ISOLATION",
        "OBX|1|ST|46264-8^Dispositifs^LN||Port-à-cath||||||F|||202611220900||1001^BELLEROSE^Aurélie, DEVICE"
    })
    void readsAlertsWithTheirAuthorAndDate(String obx, AlertKind kind) {
        AlertStated said = fact(AlertStated.class, header("ORU^R01", "C1"), PID, "OBR|1||F1|X^X", obx);
        assertThat(said.kind()).isEqualTo(kind);
        assertThat(said.statedBy()).isEqualTo("BELLEROSE Aurélie");
        assertThat(said.statedAt()).isEqualTo(Said.at("2026-11-22T09:00"));
        assertThat(said.value()).isNotEmpty();
    }

    @Test
    void readsTheCodesOfThePatientsOwnSegments() {
        Interpretation said = read(
                header("ADT^A08", "C1"),
                PID,
                "PD1||||||||||||||" + "|DNR^Ne pas réanimer^HL70435",
                "PV1|1|I|MED",
                "PV2" + "|".repeat(41) + "N~D");
        assertThat(said.facts().stream().filter(AlertStated.class::isInstance).map(AlertStated.class::cast))
                .extracting(alert -> alert.kind() + " " + alert.what().code())
                .containsExactlyInAnyOrder("LIMITS_OF_CARE DNR", "LIMITS_OF_CARE N", "PRECAUTION D");
    }

    @Test
    void whatNoTableNamesStaysAnObservation() {
        assertThat(fact(
                        ClinicalFact.Observed.class,
                        header("ORU^R01", "C1"),
                        PID,
                        "OBR|1||F1",
                        "OBX|1|ST|I1^Isolement bactérien germe^L||x"))
                .isNotNull();
    }

    private static byte[] payload(String... segments) {
        ReceivedMessage message =
                new ReceivedMessage(new Origin(new FeedName("mllp"), "test", Via.MLLP), utf8(message(segments)));
        return message.draft(Optional.empty()).payload();
    }

    private static String text(Optional<byte[]> bytes) {
        return new String(bytes.orElseThrow(), StandardCharsets.UTF_8);
    }
}
