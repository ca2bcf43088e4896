package org.relais.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.relais.journal.ReadModel;
import org.relais.kernel.Outcome;
import org.relais.kernel.Problem;
import org.relais.kernel.WardCode;
import org.relais.kernel.Who;

class AccountsTest {
    private static final Who BY = new Who.Operator();
    private final AccessRoom room = new AccessRoom();

    private OneTimePassword add(String login, Role... roles) {
        return room.people
                .add(BY, new NewAccount(login, "Marie-Lise Testard", Set.of(roles), Set.of(new WardCode("MAT"))))
                .orThrow();
    }

    private static String refusal(Outcome<?> outcome) {
        return switch (outcome) {
            case Outcome.Refused<?>(Problem problem) -> problem.messageKey();
            case Outcome.Done<?> _ -> "done";
        };
    }

    @Test
    void findsAnAccountByLoginInAnyCase() {
        OneTimePassword made = add("M.Testard", Role.MIDWIFE);
        Account account = room.accounts.byLogin(" m.TESTARD ").orElseThrow();
        assertThat(account.id()).isEqualTo(made.id());
        assertThat(account.login()).isEqualTo("m.testard");
        assertThat(account.roles()).containsExactly(Role.MIDWIFE);
        assertThat(account.wards()).containsExactly(new WardCode("MAT"));
        assertThat(account.mustChange()).isTrue();
        assertThat(account.enabled()).isTrue();
    }

    @Test
    void refusesALoginThatIsTakenOrMalformed() {
        add("sage", Role.MIDWIFE);
        assertThat(refusal(room.people.add(BY, new NewAccount("SAGE", "Autre", Set.of(Role.LAB), Set.of()))))
                .isEqualTo("access.login-taken");
        assertThat(refusal(room.people.add(BY, new NewAccount("é", "Autre", Set.of(Role.LAB), Set.of()))))
                .isEqualTo("access.login-form");
        assertThat(refusal(room.people.add(BY, new NewAccount("autre", " ", Set.of(Role.LAB), Set.of()))))
                .isEqualTo("access.name-form");
        assertThat(refusal(room.people.add(BY, new NewAccount("autre", "Autre", Set.of(), Set.of()))))
                .isEqualTo("access.no-role");
    }

    @Test
    void replayAndSnapshotEqualTheLiveState() throws IOException {
        OneTimePassword one = add("one", Role.MIDWIFE);
        add("two", Role.ADMINISTRATOR);
        room.people.reset(BY, one.id()).orThrow();
        room.people.disable(BY, one.id()).orThrow();
        room.people.place(BY, one.id(), Set.of(Role.DMC, Role.DOCTOR), Set.of()).orThrow();
        room.login.authenticate("two", "wrong", "10.0.0.1");

        Accounts replayed = new Accounts();
        room.entries.forEach(replayed::apply);
        Accounts loaded = new Accounts();
        loaded.load(new DataInputStream(new ByteArrayInputStream(saved(room.accounts))));

        assertThat(replayed.list()).isEqualTo(room.accounts.list());
        assertThat(saved(replayed)).isEqualTo(saved(room.accounts));
        assertThat(loaded.list()).isEqualTo(room.accounts.list());
        assertThat(saved(loaded)).isEqualTo(saved(room.accounts));
    }

    static byte[] saved(ReadModel model) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        model.save(new DataOutputStream(bytes));
        return bytes.toByteArray();
    }

    @Test
    void theLastAdministratorStays() {
        OneTimePassword first = room.people.firstAdministrator().orElseThrow();
        assertThat(room.people.firstAdministrator()).isEmpty();
        assertThat(refusal(room.people.disable(BY, first.id()))).isEqualTo("access.last-administrator");
        assertThat(refusal(room.people.place(BY, first.id(), Set.of(Role.LAB), Set.of())))
                .isEqualTo("access.last-administrator");
        add("second", Role.ADMINISTRATOR);
        assertThat(refusal(room.people.disable(BY, first.id()))).isEqualTo("done");
        assertThat(room.accounts.byId(first.id()).orElseThrow().enabled()).isFalse();
    }

    @Test
    void aPasswordIsHashedWithItsOwnSaltAndKeptAsPhc() {
        Passwords passwords = new Passwords(new SecureRandom());
        String hash = passwords.hash("mer calme et vent d'est");
        assertThat(hash).startsWith("$argon2id$v=19$m=19456,t=2,p=1$").isNotEqualTo(passwords.hash("mer calme"));
        assertThat(passwords.matches("mer calme et vent d'est", Optional.of(hash)))
                .contains(true);
        assertThat(passwords.matches("mer calme et vent d'Est", Optional.of(hash)))
                .contains(false);
        assertThat(passwords.matches("mer calme", Optional.empty())).contains(false);
        assertThat(passwords.matches("mer calme", Optional.of("not a hash"))).contains(false);
    }

    @Test
    void anAccentTypedInTwoWaysIsTheSamePassword() {
        Passwords passwords = new Passwords(new SecureRandom());
        assertThat(passwords.matches("e\u0301te\u0301 sans fin", Optional.of(passwords.hash("\u00e9t\u00e9 sans fin"))))
                .contains(true);
    }

    @Test
    void firstPasswordsAreDrawnFromEightyBitsAndNeverPrintedByAccident() {
        OneTimePassword made = add("one", Role.LAB);
        assertThat(made.password()).matches("([b-df-hj-np-tvz][aiou]){2}[b-z](-([b-z][aiou]){2}[b-z]){4}");
        assertThat(made.toString()).doesNotContain(made.password());
        SecureRandom random = new SecureRandom();
        assertThat(IntStream.range(0, 1000)
                        .mapToObj(_ -> OneTimePassword.random(random))
                        .distinct())
                .hasSize(1000);
    }

    @Test
    void noPasswordStandsInTheJournal() {
        OneTimePassword made = add("one", Role.LAB);
        room.people
                .changePassword(made.id(), made.password(), "alizés de janvier")
                .orThrow();
        room.login.authenticate("one", "alizés de janvie", "10.0.0.1");
        assertThat(room.entries)
                .allSatisfy(entry -> assertThat(new String(
                                java.util.Objects.requireNonNull(entry.payload()),
                                java.nio.charset.StandardCharsets.UTF_8))
                        .doesNotContain(made.password(), "alizés"));
    }

    @Test
    void aChosenPasswordMustBeLongAndNotTheName() {
        OneTimePassword made = add("testard", Role.LAB);
        String old = made.password();
        assertThat(refusal(room.people.changePassword(made.id(), old, "court"))).isEqualTo("access.password-length");
        assertThat(refusal(room.people.changePassword(made.id(), old, old))).isEqualTo("access.password-same");
        assertThat(refusal(room.people.changePassword(made.id(), old, "Marie-Lise Testard")))
                .isEqualTo("access.password-easy");
        assertThat(refusal(room.people.changePassword(made.id(), old, "testardtestard")))
                .isEqualTo("access.password-easy");
        assertThat(refusal(room.people.changePassword(made.id(), old, "aaaaaaaaaaaa")))
                .isEqualTo("access.password-easy");
        assertThat(refusal(room.people.changePassword(made.id(), "faux", "colibri sur la branche")))
                .isEqualTo("access.password-wrong");
        long before = room.accounts.byId(made.id()).orElseThrow().credential();
        assertThat(refusal(room.people.changePassword(made.id(), old, "colibri sur la branche")))
                .isEqualTo("done");
        Account after = room.accounts.byId(made.id()).orElseThrow();
        assertThat(after.mustChange()).isFalse();
        assertThat(after.credential()).isGreaterThan(before);
    }

    @Test
    void guessingTheOldPasswordIsSlowedDown() {
        OneTimePassword made = add("one", Role.LAB);
        for (int i = 0; i < 5; i++) {
            room.people.changePassword(made.id(), "faux", "colibri sur la branche");
        }
        assertThat(refusal(room.people.changePassword(made.id(), made.password(), "colibri sur la branche")))
                .isEqualTo("access.login-wait");
    }
}
