package org.relais.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.relais.wiring.BirthsOfADay.coming;
import static org.relais.wiring.BirthsOfADay.problem;
import static org.relais.wiring.SmallHouse.OPERATOR;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.relais.care.births.Birth;
import org.relais.care.births.BirthBook;
import org.relais.care.births.BirthDesk.Leaving;
import org.relais.care.births.BirthDesk.Return;
import org.relais.care.births.BirthFact;
import org.relais.care.births.BirthFact.Destination;
import org.relais.care.births.BirthFact.Issue;
import org.relais.care.births.BirthFact.Step;
import org.relais.care.births.Coming;
import org.relais.care.births.Scans;
import org.relais.care.identity.Patient;
import org.relais.care.identity.Patients;
import org.relais.care.identity.desk.IdentityFact.Guarded;
import org.relais.care.identity.desk.IdentityFact.Named;
import org.relais.care.identity.desk.Newcomer;
import org.relais.care.identity.desk.Protection;
import org.relais.care.identity.desk.Told;
import org.relais.journal.Entry;
import org.relais.journal.Receipt;
import org.relais.kernel.Outcome;
import org.relais.kernel.PatientId;
import org.relais.kernel.RecordKey;
import org.relais.kernel.Sex;
import org.relais.kernel.StaffId;
import org.relais.kernel.WardCode;

/** Births in a whole house: whose child, which rank, no separation without bands, and bands that must match. */
class BirthsTest {
    private static final RecordKey KEY = new RecordKey("GAM", "IPP1");
    private static final String MATCHING = "IPP1";
    private static final String ADT = """
            MSH|^~\\&|GAM|HOP|R|R|20261122080000||ADT^A01|1|P|2.5
            PID|||IPP1^^^GAM^PI||ZAMIRE^LUCE^^^^^L||19900203|F
            PV1||I|MAT^101^A
            """.replace('\n', '\r');

    @TempDir
    Path folder;

    private SmallHouse site;
    private BirthsOfADay day;
    private PatientId mother;

    @BeforeEach
    void open() {
        site = new SmallHouse(folder.resolve("data"));
        site.hears(ADT);
        day = new BirthsOfADay(site.house, SmallHouse.START);
        mother = patients().byRecord(KEY).orElseThrow().id();
    }

    @AfterEach
    void close() {
        site.close();
    }

    private Patients patients() {
        return site.house.models().patients();
    }

    private BirthBook book() {
        return site.house.models().births();
    }

    private static Told told() {
        return Told.now(SmallHouse.START);
    }

    private Birth single() {
        return day.born(coming(new Coming.Mother(mother, MATCHING), "Lou", 1, 1));
    }

    private Birth now(Birth birth) {
        return book().of(Set.of(birth.child())).orElseThrow();
    }

    private static Scans scans(String child, String matching, String hers) {
        return new Scans(Step.SEPARATION, child, matching, hers);
    }

    private Outcome<Receipt> away(Birth birth, Scans scans) {
        return away(birth, scans, "");
    }

    private Outcome<Receipt> away(Birth birth, Scans scans, String ward) {
        return site.house
                .birthDesk()
                .separate(OPERATOR, birth, scans, new Leaving(Destination.NEONATOLOGY, ward, "Mme Louise", told()));
    }

    private List<BirthFact> written(Birth birth) {
        long[] places = site.house.folded().query(() -> book().positions(Set.of(birth.child())));
        return site.house.data().journal().entries(places).stream()
                .flatMap((Entry entry) -> org.relais.care.births.BirthLine.read(entry).stream())
                .map(org.relais.care.births.BirthLine::said)
                .toList();
    }

    @Test
    void aNewbornIsAPatientLinkedToItsMotherAndLiesInItsWard() {
        Birth birth = single();
        Patient child = patients().get(birth.child()).orElseThrow();
        assertThat(child.birthName().family()).isEqualTo("ZAMIRE");
        assertThat(child.birthName().given()).isEqualTo("LOU");
        assertThat(child.mother()).isEqualTo(mother);
        assertThat(child.birth()).isNotNull();
        assertThat(patients().inWard(SmallHouse.MATERNITY))
                .extracting(Patient::id)
                .contains(birth.child());
        assertThat(book().childrenOf(patients().records(mother))).containsExactly(birth);
        assertThat(birth.entry()).isEqualTo(1);
        site.restart();
        assertThat(now(birth)).isEqualTo(birth);
        assertThat(patients().get(birth.child())).contains(child);
    }

    @Test
    void twinsHaveDistinctNamesAndRanks() {
        Birth first = day.born(coming(new Coming.Mother(mother, MATCHING), "", 1, 2));
        Coming.After after = new Coming.After(first);
        assertThat(problem(site.house.birthDesk().born(OPERATOR, coming(after, "", 1, 2), told())))
                .isEqualTo("refused.birth.rank-taken");
        assertThat(problem(site.house.birthDesk().born(OPERATOR, coming(after, "rang un", 2, 2), told())))
                .isEqualTo("refused.birth.name-taken");
        assertThat(problem(site.house
                        .birthDesk()
                        .born(OPERATOR, coming(new Coming.Mother(mother, MATCHING), "Zoe", 2, 2), told())))
                .isEqualTo("refused.birth.delivery-open");
        Birth second = day.born(coming(after, "", 2, 2));
        assertThat(second.delivery()).isEqualTo(first.delivery());
        assertThat(second.matching()).isEqualTo(MATCHING);
        assertThat(List.of(first, second))
                .extracting(one ->
                        patients().get(one.child()).orElseThrow().birthName().given())
                .containsExactly("RANG UN", "RANG DEUX");
        assertThat(patients().homonyms(second.child()))
                .as("flagged before a band is printed")
                .extracting(one -> one.patient().id())
                .contains(first.child());
    }

    @Test
    void noSeparationBeforeTheBandsNorWithoutBothOfThemRead() {
        Birth birth = single();
        Scans right = scans(birth.number(), MATCHING, MATCHING);
        assertThat(problem(away(birth, right))).isEqualTo("refused.birth.not-banded");
        day.banded(mother, birth, MATCHING);
        site.folded();
        assertThat(problem(away(birth, scans(birth.number(), "", "")))).isEqualTo("refused.birth.scan");
        away(birth, right).orThrow();
        assertThat(now(birth).apart()).isNotNull();
        assertThat(problem(away(birth, right))).isEqualTo("refused.birth.apart");
        site.house
                .birthDesk()
                .reunite(OPERATOR, birth, right, new Return("", "Mme Louise", told()))
                .orThrow();
        assertThat(now(birth).apart()).isNull();
    }

    @Test
    void aMismatchIsWrittenAndNeverLetsThrough() {
        Birth first = day.born(coming(new Coming.Mother(mother, MATCHING), "", 1, 2));
        Birth second = day.born(coming(new Coming.After(first), "", 2, 2));
        day.banded(mother, first, MATCHING);
        site.folded();
        assertThat(problem(away(first, scans(second.number(), MATCHING, MATCHING))))
                .isEqualTo("refused.birth.mismatch.CHILD");
        assertThat(problem(away(first, scans(first.number(), "IPP2", MATCHING))))
                .isEqualTo("refused.birth.mismatch.PAIR");
        assertThat(problem(away(first, scans(first.number(), MATCHING, first.number()))))
                .isEqualTo("refused.birth.mismatch.MOTHER");
        assertThat(now(first).apart()).isNull();
        assertThat(written(first))
                .filteredOn(BirthFact.Mismatched.class::isInstance)
                .hasSize(3);
    }

    @Test
    void bandsWrittenByHandCountOnceTheirNumbersWereRead() {
        Birth birth = single();
        assertThat(problem(site.house
                        .birthDesk()
                        .writtenByHand(OPERATOR, birth, scans(birth.number(), "", "IPP2"), told())))
                .isEqualTo("refused.birth.hand.MOTHER");
        site.house
                .birthDesk()
                .writtenByHand(OPERATOR, birth, scans(birth.number(), "", MATCHING), told())
                .orThrow();
        away(now(birth), scans(birth.number(), "", MATCHING)).orThrow();
    }

    @Test
    void transferredTheNewbornChangesWardAndItsMotherDoesNot() {
        Birth birth = single();
        day.banded(mother, birth, MATCHING);
        site.folded();
        site.later(Duration.ofMinutes(10));
        Told later = Told.now(site.now);
        site.house
                .birthDesk()
                .separate(
                        OPERATOR,
                        birth,
                        scans(birth.number(), MATCHING, MATCHING),
                        new Leaving(Destination.NEONATOLOGY, SmallHouse.MEDICINE.value(), "Mme Louise", later))
                .orThrow();
        assertThat(ward(birth.child())).isEqualTo(SmallHouse.MEDICINE);
        assertThat(ward(mother)).isEqualTo(SmallHouse.MATERNITY);
        assertThat(patients().get(birth.child()).orElseThrow().mother()).isEqualTo(mother);
        site.restart();
        assertThat(ward(birth.child())).isEqualTo(SmallHouse.MEDICINE);
    }

    private WardCode ward(PatientId id) {
        var place = patients().get(id).orElseThrow().place();
        return place == null ? new WardCode("-") : place.ward();
    }

    @Test
    void aSecretBirthNamesNoMotherAnywhere() {
        site.house
                .identityDesk()
                .guard(OPERATOR, new Guarded(Named.of(KEY), Protection.SECRET_BIRTH, true, "sa demande", told()))
                .orThrow();
        Coming coming =
                new Coming(new Coming.Mother(mother, ""), "", "", Sex.MALE, "97209", 1, 1, Issue.LIVE, "MAT", null);
        Birth birth = day.born(coming);
        assertThat(birth.secret()).isTrue();
        assertThat(birth.matching()).isEmpty();
        Patient child = patients().get(birth.child()).orElseThrow();
        assertThat(child.mother()).isNull();
        assertThat(child.birthName().family()).startsWith("INCONNU-");
        assertThat(written(birth))
                .singleElement()
                .satisfies(said -> assertThat(said.toString()).doesNotContain("IPP1", "ZAMIRE"));
        assertThat(book().childrenOf(patients().records(mother))).isEmpty();
    }

    /** She asks for secrecy once her twins are written: they bear one code-name, and no byte says hers. */
    @Test
    void secrecyAskedAfterTheBirthTakesHerNameFromHerNewbornsToo() throws IOException {
        var made =
                site.house.identityDesk().register(OPERATOR, newcomer(), told()).orThrow();
        String matching = made.number().digits();
        Birth first = day.born(new Coming(
                new Coming.Mother(made.patient(), matching),
                "ZZSECRET",
                "",
                Sex.MALE,
                "97209",
                1,
                2,
                Issue.LIVE,
                "MAT",
                null));
        Birth second = day.born(new Coming(
                new Coming.After(first), "ZZSECRET", "Lou", Sex.FEMALE, "97209", 2, 2, Issue.LIVE, "MAT", null));
        site.later(Duration.ofMinutes(5));
        Guarded secret = new Guarded(
                Named.of(made.number().key()), Protection.SECRET_BIRTH, true, "sa demande", Told.now(site.now));
        site.house.birthDesk().guard(OPERATOR, secret).orThrow();
        site.folded();
        Patient one = patients().get(first.child()).orElseThrow();
        Patient other = patients().get(second.child()).orElseThrow();
        assertThat(one.birthName().family()).startsWith("INCONNU-");
        assertThat(one.birthName().given()).isEqualTo("RANG UN");
        assertThat(other.birthName().family()).isEqualTo(one.birthName().family());
        assertThat(other.birthName().given()).isEqualTo("LOU");
        assertThat(one.mother()).isNull();
        assertThat(one.sex()).isEqualTo(Sex.MALE);
        assertThat(Objects.requireNonNull(one.birth()).precision())
                .isEqualTo(org.relais.kernel.PartialTime.Precision.MINUTE);
        assertThat(ward(first.child())).isEqualTo(SmallHouse.MATERNITY);
        assertThat(patients().find("zzsecret", 9)).isEmpty();
        List<String> said = new ArrayList<>();
        site.house.data().journal().read(1, entry -> {
            if (!entry.forgotten()) {
                said.add(new String(Objects.requireNonNull(entry.payload()), StandardCharsets.UTF_8));
            }
        });
        assertThat(said).noneMatch(text -> text.contains("ZZSECRET"));
        assertThat(site.house.data().verify(null).sound()).isTrue();
        Birth third = day.born(new Coming(
                new Coming.After(first), "INCONNU-X", "Ana", Sex.FEMALE, "97209", 3, 3, Issue.LIVE, "MAT", null));
        assertThat(third.secret())
                .as("nothing that is written from now on names her")
                .isTrue();
        site.replay();
        assertThat(patients().get(first.child())).contains(one);
        assertThat(now(first).entry()).isEqualTo(first.entry());
        assertThat(ward(first.child())).isEqualTo(SmallHouse.MATERNITY);
    }

    private static Newcomer newcomer() {
        return SmallHouse.woman("ZZSECRET", "ROSE", LocalDate.of(1995, 1, 2));
    }

    @Test
    void aStillbornChildHasANumberAndLiesInNoWard() {
        Birth birth = born(Issue.STILL);
        Patient child = patients().get(birth.child()).orElseThrow();
        assertThat(child.death()).isNotNull();
        assertThat(child.place()).isNull();
        assertThat(birth.number()).hasSize(10);
    }

    private Birth born(Issue issue) {
        return day.born(new Coming(
                new Coming.Mother(mother, MATCHING), "ZAMIRE", "", Sex.MALE, "97209", 1, 1, issue, "MAT", null));
    }

    @Test
    void aStillbornChildIsReadAsItsMotherUntilSheAsksForSecrecy() {
        Bedsides bedsides = new Bedsides(site.house, () -> SmallHouse.START);
        Birth birth = born(Issue.STILL);
        assertThat(bedsides.wards(birth.child())).isEmpty();
        assertThat(bedsides.motherOfStillborn(birth.child())).contains(mother);
        assertThat(bedsides.motherOfStillborn(mother)).isEmpty();
        Guarded secret = new Guarded(Named.of(KEY), Protection.SECRET_BIRTH, true, "à sa demande", told());
        site.house.identityDesk().guard(OPERATOR, secret).orThrow();
        assertThat(bedsides.motherOfStillborn(birth.child())).isEmpty();
    }

    @Test
    void aChildThatLivesIsReadByItsOwnWard() {
        Bedsides bedsides = new Bedsides(site.house, () -> SmallHouse.START);
        Birth birth = born(Issue.LIVE);
        assertThat(bedsides.motherOfStillborn(birth.child())).isEmpty();
        assertThat(bedsides.wards(birth.child())).containsExactly(SmallHouse.MATERNITY);
    }

    @Test
    void whatWasWrittenByMistakeKeepsItsNumberAndLinksNobody() {
        Birth birth = single();
        StaffId second = new StaffId("1".repeat(32));
        assertThat(problem(site.house.birthDesk().annul(OPERATOR, second, birth, told())))
                .as("what one person did not say, no second confirms")
                .isEqualTo("refused.birth.not-asked");
        site.house.birthDesk().askAnnul(OPERATOR, birth, "autre mère", told()).orThrow();
        assertThat(now(birth).doubt()).isNotNull();
        assertThat(patients().get(birth.child()).orElseThrow().mother())
                .as("provisional: nothing is undone")
                .isEqualTo(mother);
        site.house.birthDesk().dropAnnul(OPERATOR, birth, told()).orThrow();
        assertThat(now(birth).doubt()).isNull();
        site.house.birthDesk().askAnnul(OPERATOR, birth, "autre mère", told()).orThrow();
        site.restart();
        day = new BirthsOfADay(site.house, SmallHouse.START);
        assertThat(now(birth).doubt()).isNotNull();
        site.house.birthDesk().annul(OPERATOR, second, birth, told()).orThrow();
        assertThat(book().of(Set.of(birth.child()))).isEmpty();
        assertThat(patients().get(birth.child()).orElseThrow().mother()).isNull();
        assertThat(book().all())
                .singleElement()
                .satisfies(one -> assertThat(one.annulled()).isTrue());
        assertThat(day.born(coming(new Coming.Mother(mother, MATCHING), "Lou", 1, 1))
                        .entry())
                .isEqualTo(2);
    }

    @Test
    void aWomanOfTheDoorIsAMotherUnderHerDowntimeNumber() {
        var made = site.house
                .identityDesk()
                .register(OPERATOR, SmallHouse.woman("MARIE", "ROSE", LocalDate.of(1995, 1, 2)), told())
                .orThrow();
        Birth birth =
                day.born(coming(new Coming.Mother(made.patient(), made.number().digits()), "Ana", 1, 1));
        assertThat(patients().get(birth.child()).orElseThrow().mother()).isEqualTo(made.patient());
    }
}
