package org.relais.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.relais.wiring.BirthsOfADay.coming;
import static org.relais.wiring.BirthsOfADay.problem;
import static org.relais.wiring.SmallHouse.OPERATOR;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.relais.care.births.Birth;
import org.relais.care.births.BirthDesk;
import org.relais.care.births.BirthFact.Destination;
import org.relais.care.births.BirthFact.Step;
import org.relais.care.births.Coming;
import org.relais.care.births.Scans;
import org.relais.care.chart.Chart;
import org.relais.care.identity.Patient;
import org.relais.care.identity.Patients;
import org.relais.care.identity.Place;
import org.relais.care.identity.desk.DepartureDesk;
import org.relais.care.identity.desk.DepartureDesk.Leaving;
import org.relais.care.identity.desk.Drawn;
import org.relais.care.identity.desk.IdentityDesk.Pair;
import org.relais.care.identity.desk.IdentityDesk.Reasoned;
import org.relais.care.identity.desk.IdentityFact.Left;
import org.relais.care.identity.desk.IdentityFact.Whither;
import org.relais.care.identity.desk.Newcomer;
import org.relais.care.identity.desk.Told;
import org.relais.journal.Receipt;
import org.relais.kernel.Outcome;
import org.relais.kernel.PatientId;
import org.relais.kernel.RecordKey;
import org.relais.kernel.WardCode;
import org.relais.upkeep.Act;
import org.relais.upkeep.RetentionSettings;

/** Those whom only Relais registered leave: nobody else would ever say so. */
class DeparturesTest {
    private static final RecordKey KNOWN = new RecordKey("GAM", "IPP1");
    private static final Duration HOUR = Duration.ofHours(1);

    @TempDir
    Path folder;

    private SmallHouse site;
    private Drawn her;

    @BeforeEach
    void aNewcomerLiesInMaternity() {
        site = new SmallHouse(folder.resolve("data"));
        Newcomer newcomer = SmallHouse.woman("ZAMIRE", "LUCE", LocalDate.of(1990, 2, 3));
        her = site.house.identityDesk().register(OPERATOR, newcomer, told()).orThrow();
    }

    @AfterEach
    void close() {
        site.close();
    }

    private DepartureDesk desk() {
        return site.house.identityDesk().departures();
    }

    private Patients patients() {
        return site.house.models().patients();
    }

    private Told told() {
        return Told.now(site.now);
    }

    private Leaving home() {
        return new Leaving(Whither.HOME, "", "", told());
    }

    private Outcome<Receipt> leaves(Leaving how) {
        return desk().leave(OPERATOR, List.of(her.patient()), how);
    }

    private Outcome<Receipt> annulled() {
        Left last = desk().last(her.patient()).orElseThrow();
        return desk().annul(OPERATOR, her.patient(), last.departure(), new Reasoned("autre patiente", told()));
    }

    private String ward(PatientId id) {
        Place place = patients().get(id).orElseThrow().place();
        return place == null ? "" : place.ward().value();
    }

    private List<PatientId> lying(WardCode ward) {
        return site.house.wards().census(ward).byName().stream()
                .map(Patient::id)
                .toList();
    }

    /** A movement that the hospital's system says of her, once it knows her. */
    private void hears(String event, String at, String ward) {
        site.hears("""
            MSH|^~\\&|GAM|HOP|R|R|%s00||ADT^%s|%s%s|P|2.5
            EVN||%s
            PID|||IPP1^^^GAM^PI||ZAMIRE^LUCE^^^^^L||19900203|F
            PV1||I|%s||||||||||||||||V1^^^GAM^VN
            """.formatted(at, event, event, at, at, ward).replace('\n', '\r'));
    }

    private void linked() {
        site.house
                .identityDesk()
                .link(OPERATOR, new Pair(KNOWN, her.number().key()), new Reasoned("la même", told()))
                .orThrow();
    }

    @Test
    void sheLeavesHerWardAndTheCensusAndTheSearchKnowIt() throws IOException {
        site.later(HOUR);
        leaves(home()).orThrow();
        assertThat(ward(her.patient())).isEmpty();
        assertThat(lying(SmallHouse.MATERNITY)).doesNotContain(her.patient());
        assertThat(site.found("zamire luce").getFirst().place()).isNull();
        assertThat(Objects.requireNonNull(
                                patients().get(her.patient()).orElseThrow().stay())
                        .dischargedAt())
                .isNotNull();
        Chart chart = site.house.charts().chart(her.patient(), site.now).orElseThrow();
        assertThat(chart.movements().getFirst().label()).isEqualTo("DISCHARGE");
        site.restart();
        assertThat(ward(her.patient())).isEmpty();
        site.replay();
        assertThat(ward(her.patient())).isEmpty();
        assertThat(desk().last(her.patient()).orElseThrow().where()).isEqualTo(Whither.HOME);
        assertThat(problem(leaves(home()))).isEqualTo("refused.departure.absent");
    }

    @Test
    void aMistakeIsAnnulledAndSheIsBackWhereSheWas() throws IOException {
        site.later(HOUR);
        leaves(home()).orThrow();
        annulled().orThrow();
        assertThat(ward(her.patient())).isEqualTo("MAT");
        assertThat(lying(SmallHouse.MATERNITY)).contains(her.patient());
        assertThat(desk().last(her.patient())).isEmpty();
        site.replay();
        assertThat(ward(her.patient())).isEqualTo("MAT");
        site.later(HOUR);
        leaves(new Leaving(Whither.HOSPITAL, "", "CH de la Pointe", told())).orThrow();
        assertThat(ward(her.patient())).isEmpty();
    }

    @Test
    void anotherWardTakesHerAndAMistakeGivesHerBack() {
        site.later(HOUR);
        leaves(new Leaving(Whither.WARD, "6268", "", told())).orThrow();
        assertThat(lying(SmallHouse.MEDICINE)).containsExactly(her.patient());
        assertThat(problem(leaves(new Leaving(Whither.WARD, "6268", "", told()))))
                .isEqualTo("refused.departure.same");
        annulled().orThrow();
        assertThat(lying(SmallHouse.MATERNITY)).contains(her.patient());
        assertThat(lying(SmallHouse.MEDICINE)).isEmpty();
    }

    @Test
    void whatCanNotBeIsRefused() {
        assertThat(problem(leaves(new Leaving(Whither.WARD, "", "", told())))).isEqualTo("refused.departure.ward");
        assertThat(problem(leaves(new Leaving(Whither.HOSPITAL, "", " ", told()))))
                .isEqualTo("refused.departure.place");
        assertThat(problem(leaves(
                        new Leaving(Whither.HOME, "", "", Told.now(SmallHouse.START.minus(Duration.ofMinutes(2)))))))
                .isEqualTo("refused.departure.before");
        assertThat(problem(leaves(new Leaving(Whither.HOME, "", "", new Told(SmallHouse.START, "", Told.Via.PHONE)))))
                .isEqualTo("refused.told.for");
        assertThat(ward(her.patient())).isEqualTo("MAT");
        leaves(home()).orThrow();
        assertThat(problem(desk().annul(OPERATOR, her.patient(), "0", new Reasoned("x", told()))))
                .isEqualTo("refused.departure.none");
        Left last = desk().last(her.patient()).orElseThrow();
        assertThat(problem(desk().annul(OPERATOR, her.patient(), last.departure(), new Reasoned(" ", told()))))
                .isEqualTo("refused.identity.reason");
    }

    @Test
    void herNewbornStaysUnlessItLeavesWithHer() {
        BirthsOfADay day = new BirthsOfADay(site.house, site.now);
        String number = her.number().digits();
        Birth first = day.born(coming(new Coming.Mother(her.patient(), number), "Lou", 1, 2));
        Birth second = day.born(coming(new Coming.After(first), "Ana", 2, 2));
        site.later(HOUR);
        desk().leave(OPERATOR, List.of(her.patient(), first.child()), home()).orThrow();
        assertThat(ward(her.patient())).isEmpty();
        assertThat(ward(first.child())).isEmpty();
        assertThat(ward(second.child())).isEqualTo("MAT");
        annulled().orThrow();
        assertThat(ward(first.child()))
                .as("each departure is annulled by itself")
                .isEmpty();
    }

    @Test
    void aNewbornWhoLeftIsTakenNowhere() {
        BirthsOfADay day = new BirthsOfADay(site.house, site.now);
        String number = her.number().digits();
        Birth child = day.born(coming(new Coming.Mother(her.patient(), number), "Lou", 1, 1));
        day.banded(her.patient(), child, number);
        site.later(HOUR);
        desk().leave(OPERATOR, List.of(child.child()), home()).orThrow();
        Outcome<Receipt> taken = site.house
                .birthDesk()
                .separate(
                        OPERATOR,
                        child,
                        new Scans(Step.SEPARATION, child.number(), number, number),
                        new BirthDesk.Leaving(Destination.NEONATOLOGY, "6268", "Mme X", told()));
        assertThat(problem(taken)).isEqualTo("refused.birth.left");
        assertThat(ward(child.child())).isEmpty();
    }

    @Test
    void allLeaveOrNobody() {
        BirthsOfADay day = new BirthsOfADay(site.house, site.now);
        String number = her.number().digits();
        Birth child = day.born(coming(new Coming.Mother(her.patient(), number), "Lou", 1, 1));
        site.later(HOUR);
        desk().leave(OPERATOR, List.of(child.child()), home()).orThrow();
        assertThat(problem(desk().leave(OPERATOR, List.of(her.patient(), child.child()), home())))
                .isEqualTo("refused.departure.absent");
        assertThat(ward(her.patient())).isEqualTo("MAT");
    }

    @Test
    void onceTheHospitalSpeaksOfHerItSaysWhenSheLeaves() {
        site.later(HOUR);
        hears("A01", "202611230800", "MAT");
        linked();
        assertThat(problem(leaves(home()))).isEqualTo("refused.departure.elsewhere");
        hears("A03", "202611230900", "MAT");
        assertThat(ward(her.patient()))
                .as("the stay that the desk wrote is the one that ends")
                .isEmpty();
    }

    @Test
    void whatTheHospitalSaysLaterTakesPrecedenceInTheOrderOfTime() {
        site.later(HOUR);
        leaves(home()).orThrow();
        hears("A01", "202611230500", "6268");
        linked();
        assertThat(ward(her.patient())).as("said to have come before she left").isEmpty();
        hears("A01", "202611231000", "6268");
        assertThat(ward(her.patient())).as("she came back").isEqualTo("6268");
        annulled().orThrow();
        assertThat(ward(her.patient())).isEqualTo("6268");
    }

    @Test
    void sheIsForgottenWhenHerTimeIsOver() {
        var retention = site.house.upkeep().retention();
        retention.settle(Act.of(OPERATOR), new RetentionSettings(true, 10)).orThrow();
        site.later(Duration.ofDays(20));
        assertThat(retention.standing().due()).as("she lies in her ward").isZero();
        leaves(home()).orThrow();
        site.later(Duration.ofDays(9));
        assertThat(retention.standing().due()).as("counted from her departure").isZero();
        site.later(Duration.ofDays(2));
        assertThat(retention.standing().due()).isEqualTo(1);
        retention.run(OPERATOR).orThrow();
        site.folded();
        assertThat(patients().get(her.patient())).isEmpty();
        assertThat(site.house.models().identities().positions(List.of(her.patient())))
                .isEmpty();
        assertThat(site.found("zamire")).isEmpty();
    }
}
