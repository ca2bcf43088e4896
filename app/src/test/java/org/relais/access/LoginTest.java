package org.relais.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.relais.access.Trace.Act;
import org.relais.kernel.Outcome;
import org.relais.kernel.Problem;
import org.relais.kernel.Who;

class LoginTest {
    private static final String PASSWORD = "colibri sur la branche";
    private static final String WARD = "10.0.0.1";
    private static final String ELSEWHERE = "10.0.0.2";
    private final AccessRoom room = new AccessRoom();

    @BeforeEach
    void oneAccount() {
        room.person("sage", PASSWORD, Role.MIDWIFE);
    }

    private String enter(String login, String password, String device) {
        return switch (room.login.authenticate(login, password, device)) {
            case Outcome.Done<Account> _ -> "in";
            case Outcome.Refused<Account>(Problem problem) -> problem.messageKey();
        };
    }

    private void failFiveTimes(String device) {
        for (int i = 0; i < 5; i++) {
            assertThat(enter("sage", "faux", device)).isEqualTo("access.login-wrong");
        }
    }

    @Test
    void theRightPasswordEntersAndIsTraced() {
        assertThat(enter("Sage", PASSWORD, WARD)).isEqualTo("in");
        assertThat(room.acts()).containsExactly(Act.LOGGED_IN);
    }

    @Test
    void anUnknownLoginIsAnsweredLikeAWrongPassword() {
        assertThat(enter("sage", "faux", WARD)).isEqualTo(enter("personne", "faux", WARD));
        assertThat(room.acts()).containsExactly(Act.LOGIN_FAILED, Act.LOGIN_FAILED);
    }

    @Test
    void whatWasTypedAsALoginIsNotKept() {
        enter("motdepassetapeautrongendroit", "x", WARD);
        assertThat(room.entries)
                .allSatisfy(
                        entry -> assertThat(new String(Objects.requireNonNull(entry.payload()), StandardCharsets.UTF_8))
                                .doesNotContain("motdepasse"));
    }

    @Test
    void afterFiveFailuresEvenTheRightPasswordWaits() {
        failFiveTimes(WARD);
        assertThat(enter("sage", PASSWORD, WARD)).isEqualTo("access.login-wait");
        room.clock.advance(Duration.ofSeconds(29));
        assertThat(enter("sage", PASSWORD, WARD)).isEqualTo("access.login-wait");
        room.clock.advance(Duration.ofSeconds(1));
        assertThat(enter("sage", PASSWORD, WARD)).isEqualTo("in");
        assertThat(enter("sage", "faux", WARD)).isEqualTo("access.login-wrong");
    }

    @Test
    void theWaitDoublesUpToAQuarterOfAnHour() {
        failFiveTimes(WARD);
        room.clock.advance(Duration.ofSeconds(30));
        assertThat(enter("sage", "faux", WARD)).isEqualTo("access.login-wrong");
        room.clock.advance(Duration.ofSeconds(59));
        assertThat(enter("sage", PASSWORD, WARD)).isEqualTo("access.login-wait");
        BackOff backOff = new BackOff(1, 10);
        for (int i = 0; i < 80; i++) {
            assertThat(backOff.begin("x", room.clock.instant())).isTrue();
            assertThat(backOff.remaining("x", room.clock.instant()).orElseThrow())
                    .isLessThanOrEqualTo(Duration.ofMinutes(15));
            room.clock.advance(Duration.ofMinutes(15));
        }
    }

    @Test
    void aDeviceThatFailsDoesNotLockTheAccountOutElsewhere() {
        failFiveTimes(WARD);
        assertThat(enter("sage", PASSWORD, WARD)).isEqualTo("access.login-wait");
        assertThat(enter("sage", PASSWORD, ELSEWHERE)).isEqualTo("in");
    }

    @Test
    void aDeviceThatTriesManyAccountsWaits() {
        for (int i = 0; i < 20; i++) {
            assertThat(enter("user" + i, "faux", WARD)).isEqualTo("access.login-wrong");
        }
        assertThat(enter("sage", PASSWORD, WARD)).isEqualTo("access.login-wait");
        assertThat(enter("sage", PASSWORD, ELSEWHERE)).isEqualTo("in");
        room.login.unblockDevice(new Who.Operator(), WARD);
        assertThat(enter("sage", PASSWORD, WARD)).isEqualTo("in");
    }

    @Test
    void aTryDuringTheWaitIsTracedOncePerWait() {
        failFiveTimes(WARD);
        for (int i = 0; i < 10; i++) {
            enter("sage", "faux", WARD);
        }
        assertThat(room.acts()).filteredOn(act -> act == Act.LOGIN_BLOCKED).hasSize(1);
    }

    @Test
    void anAdministratorEndsTheWait() {
        failFiveTimes(WARD);
        Account account = room.accounts.byLogin("sage").orElseThrow();
        room.login.unblock(new Who.Operator(), account.id()).orThrow();
        assertThat(enter("sage", PASSWORD, WARD)).isEqualTo("in");
        assertThat(room.acts()).contains(Act.UNBLOCKED);
    }

    @Test
    void aDisabledAccountDoesNotEnter() {
        Account account = room.accounts.byLogin("sage").orElseThrow();
        room.people.disable(new Who.Operator(), account.id()).orThrow();
        assertThat(enter("sage", PASSWORD, WARD)).isEqualTo("access.login-wrong");
        room.people.enable(new Who.Operator(), account.id()).orThrow();
        assertThat(enter("sage", PASSWORD, WARD)).isEqualTo("in");
    }

    @Test
    void memoryOfWaitsIsBounded() {
        BackOff backOff = new BackOff(1, 2);
        backOff.begin("a", room.clock.instant());
        backOff.begin("b", room.clock.instant());
        backOff.begin("c", room.clock.instant());
        assertThat(backOff.remaining("a", room.clock.instant())).isEmpty();
        assertThat(backOff.remaining("c", room.clock.instant())).isPresent();
    }
}
