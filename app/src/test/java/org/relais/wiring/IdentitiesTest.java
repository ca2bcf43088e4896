package org.relais.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.relais.wiring.SmallHouse.OPERATOR;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.relais.care.found.Found;
import org.relais.care.found.FoundKind;
import org.relais.care.identity.Patient;
import org.relais.care.identity.Patients;
import org.relais.care.identity.desk.Drawn;
import org.relais.care.identity.desk.IdentityDesk;
import org.relais.care.identity.desk.IdentityDesk.Change;
import org.relais.care.identity.desk.IdentityDesk.Pair;
import org.relais.care.identity.desk.IdentityDesk.Reasoned;
import org.relais.care.identity.desk.IdentityFact.Document;
import org.relais.care.identity.desk.IdentityFact.Guarded;
import org.relais.care.identity.desk.IdentityFact.Named;
import org.relais.care.identity.desk.Newcomer;
import org.relais.care.identity.desk.Protection;
import org.relais.care.identity.desk.Told;
import org.relais.care.identity.numbers.DowntimeNumber;
import org.relais.care.identity.rniv.IdentityState;
import org.relais.journal.Verification;
import org.relais.kernel.Outcome;
import org.relais.kernel.PatientId;
import org.relais.kernel.Problem;
import org.relais.kernel.RecordKey;
import org.relais.kernel.Sex;
import org.relais.kernel.StaffId;

/** Newcomers in a whole house: found, charted, placed, linked, merged and parted like anybody else. */
class IdentitiesTest {
    private static final StaffId SECOND = new StaffId("cd".repeat(16));
    private static final RecordKey KNOWN = new RecordKey("GAM", "IPP1");
    private static final String ADT = """
            MSH|^~\\&|GAM|HOP|R|R|20261122080000||ADT^A01|1|P|2.5
            PID|||IPP1^^^GAM^PI||LAGUERRE^MAELLE^^^^^L||19900203|F
            PV1||I|MAT^101^A
            """.replace('\n', '\r');

    @TempDir
    Path folder;

    private SmallHouse site;

    @BeforeEach
    void open() {
        site = new SmallHouse(folder.resolve("data"));
    }

    @AfterEach
    void close() {
        site.close();
    }

    private IdentityDesk desk() {
        return site.house.identityDesk();
    }

    private Patients patients() {
        return site.house.models().patients();
    }

    private static Told told() {
        return Told.now(SmallHouse.START);
    }

    private static Reasoned because(String reason) {
        return new Reasoned(reason, told());
    }

    private static Newcomer somebody(String family, String given, Document document) {
        return somebody(family, given, document, new Newcomer.Where("MAT", "", null));
    }

    private static Newcomer somebody(String family, String given, Document document, Newcomer.Where where) {
        LocalDate birth = LocalDate.of(1990, 2, 3);
        return new Newcomer(family, given, birth, Sex.FEMALE, "97209", "", document, "", "", "", "", where);
    }

    private Drawn registered(String family, String given) {
        return desk().register(OPERATOR, somebody(family, given, Document.NONE), told())
                .orThrow();
    }

    private List<String> found(String question) {
        return patients().find(question, 10).stream()
                .map(hit -> hit.patient().id().hex())
                .toList();
    }

    @Test
    void aNewcomerIsARecordLikeAnyOther() {
        Drawn made = registered("Labéjof", "Maëlle");
        Patient patient = patients().get(made.patient()).orElseThrow();
        assertThat(patient.birthName().family()).isEqualTo("LABEJOF");
        assertThat(patient.birthName().given()).isEqualTo("MAELLE");
        assertThat(patient.status()).containsExactly("PROV");
        assertThat(found("lab 03021990")).containsExactly(made.patient().hex());
        assertThat(found(made.number().text())).containsExactly(made.patient().hex());
        assertThat(patients().inWard(SmallHouse.MATERNITY))
                .extracting(Patient::id)
                .contains(made.patient());
        assertThat(site.house.charts().chart(made.patient(), site.now)).isPresent();
        site.restart();
        assertThat(patients().get(made.patient())).contains(patient);
    }

    @Test
    void aCheckedDocumentValidatesAndNothingElseDoes() {
        Drawn made = desk().register(OPERATOR, somebody("MARIE", "ROSE", Document.PASSPORT), told())
                .orThrow();
        assertThat(patients().get(made.patient()).orElseThrow().status()).containsExactly("VALI");
        desk().status(OPERATOR, made.number(), new Change(IdentityState.Act.DOUBT), because("vue par sa fille"))
                .orThrow();
        assertThat(patients().get(made.patient()).orElseThrow().status()).containsExactly("PROV", "DOUT");
        assertThat(problem(
                        desk().status(OPERATOR, made.number(), new Change(IdentityState.Act.RETRIEVE), because("x"))))
                .isEqualTo("refused.status.insi");
    }

    @Test
    void anUnknownPatientHasACodeNameAndTakesHerOwnLater() {
        Newcomer nobody = somebody("", "", Document.NONE);
        Drawn made = desk().unknown(OPERATOR, nobody, told()).orThrow();
        Patient patient = patients().get(made.patient()).orElseThrow();
        assertThat(patient.birthName().family()).startsWith("INCONNU-");
        assertThat(patient.birth()).isNull();
        assertThat(patient.status()).containsExactly("PROV", "FICT");
        String code = patient.birthName().family() + " " + patient.birthName().given();
        assertThat(found(code)).containsExactly(made.patient().hex());
        desk().correct(OPERATOR, made.number(), somebody("Marie-Sainte", "Rose", Document.NONE), because("sa sœur"))
                .orThrow();
        assertThat(found("marie-sainte")).containsExactly(made.patient().hex());
        assertThat(patients().get(made.patient()).orElseThrow().status()).containsExactly("PROV");
    }

    @Test
    void linkedThenMergedByTwoThenPartedAndEveryNumberKeepsFinding() {
        site.hears(ADT);
        Drawn made = registered("LAGUERRE", "MAELLE");
        Pair pair = new Pair(KNOWN, made.number().key());
        desk().link(OPERATOR, pair, because("même date")).orThrow();
        PatientId one = patients().byRecord(KNOWN).orElseThrow().id();
        assertThat(found(made.number().digits())).containsExactly(one.hex());
        assertThat(found("IPP1")).containsExactly(one.hex());
        assertThat(site.house.models().identities().provisional()).hasSize(1);
        desk().merge(OPERATOR, SECOND, pair, because("passeport")).orThrow();
        assertThat(site.house.models().identities().provisional()).isEmpty();
        assertThat(found(made.number().digits())).containsExactly(one.hex());
        site.restart();
        assertThat(patients().get(made.patient()).orElseThrow().id()).isEqualTo(one);
        desk().part(OPERATOR, pair, because("autre sœur")).orThrow();
        assertThat(patients().get(made.patient()).orElseThrow().id()).isEqualTo(made.patient());
        assertThat(found(made.number().digits())).containsExactly(made.patient().hex());
        assertThat(problem(desk().part(OPERATOR, pair, because("encore")))).isEqualTo("refused.link.apart");
    }

    @Test
    void aSecretBirthIsNoHitButHerBandStillFindsHer() {
        Drawn made = registered("ROSIER", "ANNE");
        Guarded secret =
                new Guarded(Named.of(made.number().key()), Protection.SECRET_BIRTH, true, "sa demande", told());
        desk().guard(OPERATOR, secret).orThrow();
        assertThat(found("rosier")).isEmpty();
        assertThat(found("03021990")).isEmpty();
        assertThat(found(made.number().text())).containsExactly(made.patient().hex());
        Drawn twin = registered("ROSIER", "ANNE");
        assertThat(patients().homonyms(twin.patient())).isEmpty();
        site.restart();
        assertThat(found("rosier anne")).containsExactly(twin.patient().hex());
    }

    /** She is registered, her rhesus noted; then she asks for secrecy: the chain holds, and no byte says who she is. */
    @Test
    void secrecyAskedLaterForgetsWhoSheWas() throws IOException {
        Newcomer typed = new Newcomer(
                "Labéjof",
                "Maëlle",
                LocalDate.of(1990, 2, 3),
                Sex.FEMALE,
                "97209",
                "Cidalise",
                Document.PASSPORT,
                "290029720900118",
                "1.2.250.1.213.1.4.8",
                "",
                "tatouage au poignet",
                new Newcomer.Where("MAT", "", null));
        Drawn made = desk().register(OPERATOR, typed, told()).orThrow();
        desk().status(OPERATOR, made.number(), new Change(IdentityState.Act.INVALIDATE), because("autre pièce"))
                .orThrow();
        site.house
                .models()
                .found()
                .write(
                        OPERATOR,
                        made.patient(),
                        new Found(
                                SmallHouse.START,
                                FoundKind.LAB,
                                "Rh négatif",
                                "Mme X",
                                "Laboratoire",
                                "Line",
                                true,
                                ""))
                .orThrow();
        site.folded();
        desk().guard(
                        OPERATOR,
                        new Guarded(Named.of(made.number().key()), Protection.SECRET_BIRTH, true, "sa demande", told()))
                .orThrow();
        site.folded();
        Patient hidden = patients().get(made.patient()).orElseThrow();
        assertThat(hidden.birthName().family()).startsWith("INCONNU-");
        assertThat(hidden.status()).containsExactly("PROV", "FICT");
        assertThat(hidden.sex()).isEqualTo(Sex.FEMALE);
        assertThat(hidden.identifiers())
                .extracting(one -> one.value())
                .containsExactly(made.number().digits());
        assertThat(patients().inWard(SmallHouse.MATERNITY))
                .extracting(Patient::id)
                .contains(made.patient());
        for (String question : List.of(
                "labejof",
                "maelle",
                "cidalise",
                "03021990",
                "290029720900118",
                hidden.birthName().family())) {
            assertThat(found(question)).as(question).isEmpty();
        }
        assertThat(found(made.number().text())).containsExactly(made.patient().hex());
        List<String> said = new ArrayList<>();
        site.house.data().journal().read(1, entry -> {
            if (!entry.forgotten()) {
                said.add(new String(Objects.requireNonNull(entry.payload()), StandardCharsets.UTF_8));
            }
        });
        assertThat(said)
                .noneMatch(text ->
                        text.contains("LABEJOF") || text.contains("290029720900118") || text.contains("tatouage"));
        assertThat(site.house
                        .charts()
                        .chart(made.patient(), site.now)
                        .orElseThrow()
                        .found())
                .hasSize(1);
        Verification verified = site.house.data().verify(null);
        assertThat(verified.sound()).isTrue();
        assertThat(verified.forgotten()).isEqualTo(2);
        long[] places = patients().positions(made.patient());
        for (boolean whole : new boolean[] {false, true}) {
            if (whole) {
                site.replay();
            } else {
                site.restart();
            }
            assertThat(patients().get(made.patient())).contains(hidden);
            assertThat(patients().positions(made.patient())).isEqualTo(places);
            assertThat(found("labejof")).isEmpty();
        }
    }

    @Test
    void aPochetteEnteredLaterKeepsItsTimeAndServesOnce() {
        DowntimeNumber pochette = new DowntimeNumber(12, 345_678);
        Newcomer.Where where = new Newcomer.Where("MAT", "", pochette);
        Told sheet = new Told(SmallHouse.START.minus(Duration.ofHours(5)), "Mme Louise", Told.Via.SHEET);
        Newcomer typed = somebody("SAINTE-ROSE", "LUCE", Document.NONE, where);
        Drawn made = desk().register(OPERATOR, typed, sheet).orThrow();
        assertThat(made.number()).isEqualTo(pochette);
        assertThat(patients().movements(made.patient()))
                .singleElement()
                .satisfies(move -> assertThat(
                                Objects.requireNonNull(move.said().start()).instant(java.time.ZoneOffset.UTC))
                        .isEqualTo(sheet.occurredAt()));
        assertThat(problem(desk().register(OPERATOR, typed, sheet))).isEqualTo("refused.number.used");
        assertThat(problem(desk().register(
                                OPERATOR, somebody("A", "B", Document.NONE), new Told(site.now, "", Told.Via.PHONE))))
                .isEqualTo("refused.told.for");
    }

    /** A doubt goes when somebody clears it, a homonym stays one: correcting a letter does neither. */
    @Test
    void aCorrectionNeitherClearsADoubtNorForgetsAHomonym() {
        Drawn made = desk().register(OPERATOR, somebody("MARIE", "ROSE", Document.PASSPORT), told())
                .orThrow();
        desk().status(OPERATOR, made.number(), new Change(IdentityState.Act.MARK_HOMONYM), because("sa cousine"))
                .orThrow();
        desk().status(OPERATOR, made.number(), new Change(IdentityState.Act.DOUBT), because("vue par sa fille"))
                .orThrow();
        assertThat(problem(desk().correct(
                                OPERATOR, made.number(), somebody("MARIE", "ROSA", Document.PASSPORT), because("x"))))
                .isEqualTo("refused.status.doubtful");
        desk().correct(OPERATOR, made.number(), somebody("MARIE", "ROSA", Document.NONE), because("une lettre"))
                .orThrow();
        assertThat(patients().get(made.patient()).orElseThrow().status()).containsExactly("PROV", "HOMA", "DOUT");
    }

    @Test
    void nobodyIsValidatedByADocumentThatNobodyNamed() {
        Drawn made = registered("MARIE", "ROSE");
        assertThat(problem(
                        desk().status(OPERATOR, made.number(), new Change(IdentityState.Act.VALIDATE), because("vu"))))
                .isEqualTo("refused.status.document");
        assertThat(patients().get(made.patient()).orElseThrow().status()).containsExactly("PROV");
    }

    /** What one person linked is seen as such wherever the patient is, until a second one agrees. */
    @Test
    void whatOnePersonLinkedIsShownAsProvisionalUntilASecondOneAgrees() {
        site.hears(ADT);
        Drawn made = registered("LAGUERRE", "MAELLE");
        Pair pair = new Pair(KNOWN, made.number().key());
        desk().link(OPERATOR, pair, because("même date")).orThrow();
        assertThat(patients().byRecord(KNOWN).orElseThrow().status()).contains(Patient.LINKED);
        site.restart();
        assertThat(patients().byRecord(KNOWN).orElseThrow().status()).contains(Patient.LINKED);
        desk().merge(OPERATOR, SECOND, pair, because("passeport")).orThrow();
        assertThat(patients().byRecord(KNOWN).orElseThrow().status()).doesNotContain(Patient.LINKED);
        desk().part(OPERATOR, pair, because("autre sœur")).orThrow();
        assertThat(patients().byRecord(KNOWN).orElseThrow().status()).doesNotContain(Patient.LINKED);
    }

    @Test
    void anActWrittenForSomebodySaysHowItCame() {
        Told unsaid = new Told(site.now, "Mme Louise", Told.Via.SELF);
        assertThat(problem(desk().register(OPERATOR, somebody("A", "B", Document.NONE), unsaid)))
                .isEqualTo("refused.told.via");
    }

    @Test
    void nobodyIsCalledXNorByNoLetterAtAll() {
        for (String none : List.of("X", "xx", "X X", "XXX-X")) {
            assertThat(problem(desk().register(OPERATOR, somebody(none, "ROSE", Document.NONE), told())))
                    .as(none)
                    .isEqualTo("refused.newcomer.x");
            assertThat(problem(desk().register(OPERATOR, somebody("MARIE", none, Document.NONE), told())))
                    .as(none)
                    .isEqualTo("refused.newcomer.x");
        }
        assertThat(problem(desk().register(OPERATOR, somebody("'", "ROSE", Document.NONE), told())))
                .isEqualTo("refused.trait.empty");
    }

    private static <T> String problem(Outcome<T> outcome) {
        return outcome instanceof Outcome.Refused<T>(Problem problem) ? problem.messageKey() : "";
    }
}
