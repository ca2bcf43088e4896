package org.relais.care.births.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.relais.care.identity.desk.Told;
import org.relais.journal.Draft;
import org.relais.kernel.Outcome;
import org.relais.kernel.PatientId;
import org.relais.kernel.Problem;
import org.relais.kernel.Who;

/** When a review is due, what brings it nearer, who is named for too many traces, and what a sheet adds up to. */
class CtgWatchTest {
    private static final Instant TEN = Instant.parse("2026-11-26T10:00:00Z");
    private static final PatientId ROSE = new PatientId("a1".repeat(16));
    private static final Who WHO = new Who.Operator();

    private final List<Signed> written = new ArrayList<>();

    private void write(int minute, WatchFact fact) {
        written(minute, minute, fact);
    }

    private void written(int minute, int at, WatchFact fact) {
        assertThat(fact.told().occurredAt()).isEqualTo(TEN.plusSeconds(60L * minute));
        int position = written.size() + 1;
        written.add(new Signed(position, "k" + position, ROSE, TEN.plusSeconds(60L * at), WHO, fact));
    }

    private static Told at(int minute) {
        return Told.now(TEN.plusSeconds(60L * minute));
    }

    private static CtgFact.Placed placed(int minute, Phase phase, int every) {
        return new CtgFact.Placed(phase, "Marie Curiel", true, every, at(minute));
    }

    private static CtgFact.Reviewed reviewed(int minute) {
        return new CtgFact.Reviewed(Reading.NORMAL, "", at(minute));
    }

    private CtgWatch open() {
        return CtgWatch.open(written).orElseThrow();
    }

    private static Instant minute(int minute) {
        return TEN.plusSeconds(60L * minute);
    }

    @Test
    void aReviewIsDueAfterItsIntervalAndASignedOneCountsAnew() {
        write(0, placed(0, Phase.ACTIVE_LABOUR, 15));
        assertThat(open().dueAt()).isEqualTo(minute(15));
        assertThat(open().overdue(minute(15).minusSeconds(1))).isFalse();
        assertThat(open().overdue(minute(15))).isTrue();
        write(20, reviewed(20));
        assertThat(open().overdue(minute(34))).isFalse();
        assertThat(open().dueAt()).isEqualTo(minute(35));
    }

    @Test
    void pushingBringsTheReviewNearerAndNothingPutsItOff() {
        write(0, placed(0, Phase.ACTIVE_LABOUR, 15));
        write(4, placed(4, Phase.PUSHING, 5));
        assertThat(open().dueAt()).isEqualTo(minute(9));
        write(8, placed(8, Phase.ACTIVE_LABOUR, 15));
        assertThat(open().dueAt()).isEqualTo(minute(9));
        assertThat(open().since()).isEqualTo(TEN);
    }

    @Test
    void aReviewWrittenLateCountsFromWhenItWasMade() {
        write(0, placed(0, Phase.ACTIVE_LABOUR, 15));
        written(10, 40, reviewed(10));
        assertThat(open().dueAt()).isEqualTo(minute(25));
        assertThat(open().late(minute(40))).isEqualTo(Duration.ofMinutes(15));
    }

    @Test
    void aClockThatIsAheadPutsNothingOff() {
        write(0, placed(0, Phase.PUSHING, 5));
        written(9, 6, reviewed(9));
        assertThat(open().dueAt()).isEqualTo(minute(11));
    }

    private static CtgFact.Taken taken(int minute, Escalation step) {
        return new CtgFact.Taken(step, "Dr Laguerre", "", at(minute));
    }

    @Test
    void aReviewLeftUnsignedGoesFromTheMidwifeToTheObstetricianToTheDmc() {
        write(0, placed(0, Phase.PUSHING, 5));
        assertThat(open().escalation(minute(4))).isEmpty();
        assertThat(open().escalation(minute(5))).contains(Escalation.MIDWIFE);
        assertThat(open().escalation(minute(10).minusSeconds(1))).contains(Escalation.MIDWIFE);
        assertThat(open().escalation(minute(10))).contains(Escalation.OBSTETRICIAN);
        assertThat(open().escalation(minute(15))).contains(Escalation.DMC);
        assertThat(open().escalation(minute(500))).contains(Escalation.DMC);
    }

    @Test
    void anAlertThatWasTakenIsSilentUntilTheNextStepAndTheReviewStaysDue() {
        write(0, placed(0, Phase.PUSHING, 5));
        write(11, taken(11, Escalation.OBSTETRICIAN));
        assertThat(open().calling(minute(11))).isEmpty();
        assertThat(open().overdue(minute(11))).isTrue();
        assertThat(open().calling(minute(15))).contains(Escalation.DMC);
        write(16, reviewed(16));
        assertThat(open().taken()).as("about a review that was signed since").isEmpty();
        assertThat(open().calling(minute(21))).contains(Escalation.MIDWIFE);
    }

    @Test
    void aLoadThatWasTakenCallsAgainOnceItGrewOrAfterHalfAnHour() {
        LoadTaken taken = new LoadTaken("marie  curiel", 3, false, "Dr Laguerre", "", at(0));
        assertThat(taken.answers(new MidwifeLoad("Marie Curiel", 3, false), minute(29)))
                .isTrue();
        assertThat(taken.answers(new MidwifeLoad("Marie Curiel", 4, false), minute(1)))
                .isFalse();
        assertThat(taken.answers(new MidwifeLoad("Marie Curiel", 3, true), minute(1)))
                .isFalse();
        assertThat(taken.answers(new MidwifeLoad("Rose Curiel", 3, false), minute(1)))
                .isFalse();
        assertThat(taken.answers(new MidwifeLoad("Marie Curiel", 3, false), minute(30)))
                .isFalse();
    }

    @Test
    void whatIsStoppedIsNeverOverdueAndMayBeginAgain() {
        write(0, placed(0, Phase.PUSHING, 5));
        write(2, new CtgFact.Stopped(StopReason.BORN, "", at(2)));
        assertThat(CtgWatch.open(written)).isEmpty();
        assertThat(CtgWatch.of(written).getFirst().overdue(minute(60))).isFalse();
        write(30, placed(30, Phase.PUSHING, 5));
        assertThat(CtgWatch.of(written)).hasSize(2);
        assertThat(open().since()).isEqualTo(minute(30));
    }

    @Test
    void aMidwifeOnMoreThanTwoTracesOrPushingElsewhereIsTooMuch() {
        CtgWatch one = watch(Phase.ACTIVE_LABOUR, "Nadège Bellerose");
        CtgWatch same = watch(Phase.ACTIVE_LABOUR, "nadege  BELLEROSE");
        CtgWatch pushing = watch(Phase.PUSHING, "Nadège Bellerose");
        CtgWatch other = watch(Phase.PUSHING, "Marie Curiel");
        assertThat(MidwifeLoad.tooMuch(List.of(one, same, other))).isEmpty();
        assertThat(MidwifeLoad.tooMuch(List.of(one, same, one)))
                .containsExactly(new MidwifeLoad("Nadège Bellerose", 3, false));
        assertThat(MidwifeLoad.tooMuch(List.of(one, pushing, other)))
                .containsExactly(new MidwifeLoad("Nadège Bellerose", 2, true));
    }

    private static CtgWatch watch(Phase phase, String midwife) {
        return new CtgWatch(TEN, new CtgFact.Placed(phase, midwife, true, 5, at(0)), List.of(), TEN, true);
    }

    @Test
    void aSheetAddsUpLossesAndLeavesOutWhatWasCorrected() {
        write(0, new BleedFact.Started(at(0)));
        write(5, new BleedFact.Noted(BleedAct.BLOOD_LOSS, 5000, "", "", at(5)));
        written(5, 6, new BleedFact.Noted(BleedAct.BLOOD_LOSS, 500, "", "k2", at(5)));
        write(9, new BleedFact.Noted(BleedAct.OXYTOCIN, 0, "", "", at(9)));
        write(12, new BleedFact.Noted(BleedAct.BLOOD_LOSS, 300, "", "", at(12)));
        Bleed sheet = Bleed.open(written).orElseThrow();
        assertThat(sheet.total()).isEqualTo(800);
        assertThat(sheet.measured()).isTrue();
        assertThat(sheet.lines()).extracting(Bleed.Line::replaced).containsExactly(true, false, false, false);
        write(20, new BleedFact.Ended("", at(20)));
        assertThat(Bleed.open(written)).isEmpty();
    }

    @Test
    void refusesWhatDoesNotFit() {
        WatchDesk desk = new WatchDesk(
                (Draft _) -> {
                    throw new IllegalStateException("nothing is to be written");
                },
                InstantSource.fixed(minute(30)));
        WatchDesk.About none = new WatchDesk.About(WHO, ROSE, List.of());
        assertThat(desk.review(none, reviewed(30))).isEqualTo(conflict("refused.ctg.none"));
        assertThat(desk.place(none, placed(30, Phase.PUSHING, 6), Intervals.DEFAULT))
                .isEqualTo(incorrect("refused.ctg.minutes", "5"));
        assertThat(desk.note(none, new BleedFact.Noted(BleedAct.BLOOD_LOSS, 0, "", "", at(30))))
                .isEqualTo(incorrect("refused.haemorrhage.millilitres", "9999"));
        write(10, placed(10, Phase.ACTIVE_LABOUR, 15));
        WatchDesk.About watched = new WatchDesk.About(WHO, ROSE, written);
        assertThat(desk.review(watched, reviewed(9))).isEqualTo(incorrect("refused.ctg.before", "0"));
        assertThat(desk.stop(watched, new CtgFact.Stopped(StopReason.OTHER, " ", at(30))))
                .isEqualTo(incorrect("refused.ctg.stop-note", "500"));
        assertThat(desk.validate(WHO, new Intervals(5, 15, "Dr Laguerre", TEN)))
                .isEqualTo(incorrect("refused.ctg.intervals", "60"));
    }

    private static <T> Outcome<T> conflict(String key) {
        return Outcome.refused(Problem.of(Problem.Category.CONFLICT, key));
    }

    private static <T> Outcome<T> incorrect(String key, String argument) {
        return Outcome.refused(Problem.of(Problem.Category.INCORRECT, key, argument));
    }
}
