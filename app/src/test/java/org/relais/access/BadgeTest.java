package org.relais.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.relais.kernel.Outcome;
import org.relais.kernel.Who;

class BadgeTest {
    private static final String PASSWORD = "colibri sur la branche";
    private static final String PIN = "730164";
    private static final String WARD = "10.0.0.1";
    private static final Who OPERATOR = new Who.Operator();
    private final AccessRoom room = new AccessRoom();
    private Account nurse;

    @BeforeEach
    void oneNurse() {
        nurse = room.person("nurse", PASSWORD, Role.NURSE);
    }

    private static String told(Outcome<?> outcome) {
        return switch (outcome) {
            case Outcome.Done<?> _ -> "done";
            case Outcome.Refused<?>(var problem) -> problem.messageKey();
        };
    }

    private String issued() {
        return room.desk
                .issue(OPERATOR, List.of(nurse.id()))
                .orThrow()
                .getFirst()
                .text();
    }

    private String enrolled() {
        String badge = issued();
        room.login.enrol(room.desk, badge, PIN, WARD).orThrow();
        return badge;
    }

    @Test
    void aBadgeSaysItsSecretInLettersThatEveryKeyboardHasInTheSamePlace() {
        String text = BadgeText.fresh(new SecureRandom());
        assertThat(text).matches("RELIB[BCDEFGHIJKLNPRST]{32}").doesNotContainPattern("[AQWZMY0-9]");
        assertThat(BadgeText.is(text.toLowerCase(java.util.Locale.ROOT) + "\n")).isTrue();
        assertThat(BadgeText.is(text.substring(1))).isFalse();
        assertThat(BadgeText.is(text.replace('R', 'A'))).isFalse();
        assertThat(BadgeText.split(text + "123456").orElseThrow().rest()).isEqualTo("123456");
        assertThat(BadgeText.split("nurse")).isEmpty();
        assertThat(BadgeText.fresh(new SecureRandom())).isNotEqualTo(text);
    }

    @Test
    void theJournalHoldsNeitherBadgeNorPin() {
        String badge = enrolled();
        assertThat(room.entries)
                .allSatisfy(
                        entry -> assertThat(new String(Objects.requireNonNull(entry.payload()), StandardCharsets.UTF_8))
                                .doesNotContain(badge, badge.substring(5), PIN));
    }

    @Test
    void thePinIsChosenAtTheFirstUse() {
        String badge = issued();
        assertThat(told(room.login.authenticate(badge, PIN, WARD))).isEqualTo("access.pin-none");
        assertThat(told(room.login.enrol(room.desk, badge, "123456", WARD))).isEqualTo("access.pin-easy");
        assertThat(told(room.login.enrol(room.desk, badge, "12345", WARD))).isEqualTo("access.pin-form");
        assertThat(told(room.login.enrol(room.desk, badge, PIN, WARD))).isEqualTo("done");
        assertThat(told(room.login.enrol(room.desk, badge, "950372", WARD))).isEqualTo("access.pin-chosen");
        assertThat(told(room.login.authenticate(badge, PIN, WARD))).isEqualTo("done");
        assertThat(told(room.login.authenticate(badge, "730165", WARD))).isEqualTo("access.login-wrong");
        assertThat(told(room.login.authenticate("nurse", PIN, WARD))).isEqualTo("access.login-wrong");
        assertThat(told(room.login.authenticate("nurse", PASSWORD, WARD))).isEqualTo("done");
    }

    @Test
    void aBadgeThatWasNotUsedForTwoWeeksTakesNoFirstPin() {
        String badge = issued();
        room.clock.advance(Duration.ofDays(14));
        assertThat(told(room.login.enrol(room.desk, badge, PIN, WARD))).isEqualTo("access.badge-late");
    }

    @Test
    void aLostBadgeIsWorthNothingAtOnceAndEndsSessions() {
        String badge = enrolled();
        long before = room.accounts.byId(nurse.id()).orElseThrow().credential();
        assertThat(told(room.desk.lost(OPERATOR, nurse.id()))).isEqualTo("done");
        assertThat(told(room.login.authenticate(badge, PIN, WARD))).isEqualTo("access.login-wrong");
        assertThat(told(room.login.enrol(room.desk, badge, PIN, WARD))).isEqualTo("access.badge-wrong");
        assertThat(room.accounts.byId(nurse.id()).orElseThrow().credential()).isGreaterThan(before);
        assertThat(told(room.desk.lost(OPERATOR, nurse.id()))).isEqualTo("access.badge-none");
        String other = issued();
        assertThat(told(room.login.authenticate(other, PIN, WARD))).isEqualTo("done");
        assertThat(told(room.login.authenticate(badge, PIN, WARD))).isEqualTo("access.login-wrong");
    }

    @Test
    void aForgottenPinIsChosenAnew() {
        String badge = enrolled();
        room.desk.clearPin(OPERATOR, nurse.id()).orThrow();
        assertThat(told(room.login.authenticate(badge, PIN, WARD))).isEqualTo("access.pin-none");
        assertThat(told(room.login.enrol(room.desk, badge, "950372", WARD))).isEqualTo("done");
        assertThat(told(room.login.authenticate(badge, "950372", WARD))).isEqualTo("done");
    }

    @Test
    void unlockTakesOnesOwnBadgeOnly() {
        String badge = enrolled();
        Account other = room.person("other", PASSWORD, Role.NURSE);
        assertThat(told(room.login.confirm(nurse, badge, PIN, WARD))).isEqualTo("done");
        assertThat(told(room.login.confirm(other, badge, PIN, WARD))).isEqualTo("access.badge-other");
    }

    @Test
    void wrongPinsMakeWaitOnThatStationOnlyAndASupervisorEndsIt() {
        String badge = enrolled();
        for (int i = 0; i < 5; i++) {
            assertThat(told(room.login.authenticate(badge, "000000", WARD))).isEqualTo("access.login-wrong");
        }
        assertThat(told(room.login.authenticate(badge, PIN, WARD))).isEqualTo("access.login-wait");
        assertThat(told(room.login.authenticate(badge, PIN, "10.0.0.2"))).isEqualTo("done");
        Account colleague = room.person("colleague", PASSWORD, Role.NURSE);
        assertThat(told(room.login.authenticate("colleague", PASSWORD, WARD))).isEqualTo("done");
        assertThat(room.login.waits()).singleElement().satisfies(wait -> {
            assertThat(wait.account()).contains(room.accounts.byId(nurse.id()).orElseThrow());
            assertThat(wait.device()).isEqualTo(WARD);
        });
        room.login.unblock(colleague.who(), nurse.id()).orThrow();
        assertThat(room.login.waits()).isEmpty();
        assertThat(told(room.login.authenticate(badge, PIN, WARD))).isEqualTo("done");
    }

    @Test
    void guessingBadgesMakesTheDeviceWait() {
        for (int i = 0; i < 20; i++) {
            room.login.enrol(room.desk, BadgeText.fresh(new SecureRandom()), PIN, WARD);
        }
        String badge = issued();
        assertThat(told(room.login.enrol(room.desk, badge, PIN, WARD))).isEqualTo("access.login-wait");
        assertThat(told(room.login.enrol(room.desk, badge, PIN, "10.0.0.2"))).isEqualTo("done");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "000000", "777777", "123456", "654321", "890123", "210987", "121212", "123123", "123321", "112233",
                "250694", "010190", "147258", "159753", "778878", "abcdef", "12345", "1234567", ""
            })
    void trivialPinsAreRefused(String pin) {
        assertThat(PinRules.check(pin)).isInstanceOf(Outcome.Refused.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"730164", "950372", "408265", "692703"})
    void otherPinsAreTaken(String pin) {
        assertThat(PinRules.check(pin)).isInstanceOf(Outcome.Done.class);
    }

    @Test
    void theSecondPersonOfAGraveActIsAnotherOneWithTheRight() {
        Account dmc = room.person("dmc", PASSWORD, Role.DMC);
        Account audit = room.person("audit", PASSWORD, Role.AUDITOR);
        String badge = room.desk
                .issue(OPERATOR, List.of(audit.id()))
                .orThrow()
                .getFirst()
                .text();
        room.login.enrol(room.desk, badge, PIN, WARD).orThrow();
        Countersign countersign = new Countersign(room.login, room.trace);
        var own = new Countersign.Second("dmc", PASSWORD, WARD);
        var without = new Countersign.Second("nurse", PASSWORD, WARD);
        var wrong = new Countersign.Second(badge, "111222", WARD);
        var right = new Countersign.Second(badge, PIN, WARD);
        assertThat(told(countersign.confirm(dmc, own, Right.REVIEW_GLASS, "x"))).isEqualTo("access.second-same");
        assertThat(told(countersign.confirm(dmc, without, Right.REVIEW_GLASS, "x")))
                .isEqualTo("access.second-right");
        assertThat(told(countersign.confirm(dmc, wrong, Right.REVIEW_GLASS, "x")))
                .isEqualTo("access.login-wrong");
        assertThat(room.acts()).doesNotContain(Trace.Act.COUNTERSIGNED);
        assertThat(told(countersign.confirm(dmc, right, Right.REVIEW_GLASS, "x")))
                .isEqualTo("done");
        assertThat(room.acts()).contains(Trace.Act.COUNTERSIGNED);
        assertThat(room.log.latest(new TraceLog.Filter.Of(audit.id()), Long.MAX_VALUE, 1))
                .singleElement()
                .satisfies(line -> assertThat(line.who()).isEqualTo(dmc.who()));
    }

    @Test
    void replayAndSnapshotEqualTheLiveState() throws IOException {
        enrolled();
        room.desk.lost(OPERATOR, nurse.id()).orThrow();
        issued();
        byte[] live = AccountsTest.saved(room.badges);
        Badges replayed = new Badges();
        room.entries.forEach(replayed::apply);
        Badges loaded = new Badges();
        loaded.load(new DataInputStream(new ByteArrayInputStream(live)));
        assertThat(AccountsTest.saved(replayed)).isEqualTo(live);
        assertThat(AccountsTest.saved(loaded)).isEqualTo(live);
    }
}
