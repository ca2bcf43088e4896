package org.relais.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.relais.care.births.Birth;
import org.relais.care.births.BirthDesk;
import org.relais.care.births.BirthFact.Destination;
import org.relais.care.births.BirthFact.Issue;
import org.relais.care.births.BirthFact.Step;
import org.relais.care.births.Coming;
import org.relais.care.births.Scans;
import org.relais.care.identity.desk.Drawn;
import org.relais.care.identity.desk.Told;
import org.relais.care.labels.LabelBook;
import org.relais.care.labels.LabelKind;
import org.relais.kernel.Outcome;
import org.relais.kernel.PatientId;
import org.relais.kernel.Problem;
import org.relais.kernel.Sex;
import org.relais.kernel.StaffId;
import org.relais.kernel.Who;
import org.relais.paper.Bearer;

/** Twins born, banded, parted and brought back, one struck: for whoever replays a day. */
final class BirthsOfADay {
    private static final Who WHO = new Who.Operator();
    private final House house;
    private final Told told;

    BirthsOfADay(House house, Instant now) {
        this.house = house;
        told = Told.now(now);
    }

    static Coming coming(Coming.Whose whose, String given, int rank, int of) {
        return new Coming(whose, "ZAMIRE", given, Sex.FEMALE, "97209", rank, of, Issue.LIVE, "MAT", null);
    }

    void played(PatientId mother) {
        String matching = Bearer.of(house.folded()
                        .query(() -> house.models().patients().get(mother))
                        .orElseThrow())
                .orElseThrow()
                .number();
        Birth first = born(coming(new Coming.Mother(mother, matching), "", 1, 1));
        Birth second = born(coming(new Coming.After(first), "", 2, 2));
        banded(mother, first, matching);
        BirthDesk desk = house.birthDesk();
        Scans scans = new Scans(Step.SEPARATION, first.number(), matching, matching);
        BirthDesk.Leaving leaving = new BirthDesk.Leaving(Destination.NEONATOLOGY, "", "Mme X", told);
        assertThat(problem(desk.separate(
                        WHO, first, new Scans(Step.SEPARATION, second.number(), matching, matching), leaving)))
                .isEqualTo("refused.birth.mismatch.CHILD");
        desk.separate(WHO, first, scans, leaving).orThrow();
        desk.reunite(WHO, first, scans, new BirthDesk.Return("", "Mme X", told)).orThrow();
        desk.separate(WHO, first, scans, leaving).orThrow();
        desk.writtenByHand(WHO, second, new Scans(Step.SEPARATION, second.number(), "", matching), told)
                .orThrow();
        desk.askAnnul(WHO, second, "another mother", told).orThrow();
        desk.annul(WHO, new StaffId("1".repeat(32)), second, told).orThrow();
        desk.askAnnul(WHO, first, "another mother", told).orThrow();
    }

    Birth born(Coming coming) {
        Drawn drawn = house.birthDesk().born(WHO, coming, told).orThrow();
        return house.folded()
                .query(() -> house.models().births().of(Set.of(drawn.patient())))
                .orElseThrow();
    }

    void banded(PatientId mother, Birth birth, String matching) {
        LabelBook labels = house.models().labels();
        labels.print(WHO, List.of(birth.child()), order(LabelKind.NEWBORN_BAND, birth.number()))
                .orThrow();
        labels.print(WHO, List.of(mother), order(LabelKind.MOTHER_BAND, matching))
                .orThrow();
        assertThat(house.folded().await(house.data().journal().head(), Duration.ofMinutes(1)))
                .isTrue();
    }

    private static LabelBook.Order order(LabelKind kind, String number) {
        return new LabelBook.Order(Map.of(kind, 1), number, null, "a4", "K3F9QX7A2B", null);
    }

    static <T> String problem(Outcome<T> outcome) {
        return outcome instanceof Outcome.Refused<T>(Problem problem) ? problem.messageKey() : "";
    }
}
