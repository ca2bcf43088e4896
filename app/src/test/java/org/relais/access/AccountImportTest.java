package org.relais.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.relais.access.AccountCsv.Reading;
import org.relais.access.AccountImport.Handing;
import org.relais.access.AccountImport.Order;
import org.relais.kernel.Outcome;
import org.relais.kernel.WardCode;
import org.relais.kernel.Who;

class AccountImportTest {
    private static final String PASSWORD = "colibri sur la branche";
    private static final Set<WardCode> WARDS = Set.of(new WardCode("MAT"), new WardCode("URG"));
    private static final String FILE = """
            Identifiant;Nom;Rôles;Services;Actif
            mbellerose;Nadège Bellerose;sage-femme;MAT;oui
            jzobel;"Jean ""Jo"" Zobel";doctor|dmc;MAT URG;
            evalmire;Élise Valmire;INFIRMIÈRE;URG;oui
            """;

    private final AccessRoom room = new AccessRoom();
    private Account admin;

    @BeforeEach
    void anAdministrator() {
        admin = room.person("admin", PASSWORD, Role.ADMINISTRATOR);
    }

    private static List<AccountCsv.Line> lines(String file) {
        return switch (AccountCsv.read(file.getBytes(StandardCharsets.UTF_8), WARDS::contains)) {
            case Reading.Parsed(var lines) -> lines;
            case Reading.Rejected(var errors) -> throw new AssertionError(errors);
        };
    }

    private static List<String> errors(String file) {
        return switch (AccountCsv.read(file.getBytes(StandardCharsets.UTF_8), WARDS::contains)) {
            case Reading.Parsed _ -> List.of();
            case Reading.Rejected(var errors) ->
                errors.stream().map(one -> one.line() + " " + one.messageKey()).toList();
        };
    }

    private AccountImport.Done take(String file, boolean complete, Handing handing) {
        return room.imports
                .carryOut(admin.who(), new Order(lines(file), complete, handing))
                .orThrow();
    }

    private Account named(String login) {
        return room.accounts.byLogin(login).orElseThrow();
    }

    @Test
    void makesAccountsWithRolesAndWardsInEitherLanguage() {
        AccountImport.Done done = take(FILE, false, Handing.PASSWORDS);
        assertThat(done.plan().added()).isEqualTo(3);
        assertThat(done.passwords()).hasSize(3);
        assertThat(named("jzobel").name()).isEqualTo("Jean \"Jo\" Zobel");
        assertThat(named("jzobel").roles()).containsExactlyInAnyOrder(Role.DOCTOR, Role.DMC);
        assertThat(named("jzobel").wards()).isEqualTo(WARDS);
        assertThat(named("evalmire").roles()).containsExactly(Role.NURSE);
        OneTimePassword first = done.passwords().getFirst();
        assertThat(room.login.authenticate(first.login(), first.password(), "a"))
                .isInstanceOf(Outcome.Done.class);
        assertThat(room.login.authenticate(first.login(), first.password() + "x", "a"))
                .isInstanceOf(Outcome.Refused.class);
        assertThat(named("mbellerose").mustChange()).isTrue();
        room.people.changePassword(first.id(), first.password(), PASSWORD).orThrow();
        assertThat(room.login.authenticate(first.login(), PASSWORD, "a")).isInstanceOf(Outcome.Done.class);
    }

    @Test
    void handsBadgesInsteadOfPasswords() {
        AccountImport.Done done = take(FILE, false, Handing.BADGES);
        assertThat(done.passwords()).isEmpty();
        assertThat(done.badges()).hasSize(3);
        String badge = done.badges().getFirst().text();
        room.login.enrol(room.desk, badge, "730164", "a").orThrow();
        assertThat(room.login.authenticate(badge, "730164", "a")).isInstanceOf(Outcome.Done.class);
        assertThat(room.login.authenticate("mbellerose", "", "a")).isInstanceOf(Outcome.Refused.class);
    }

    @Test
    void takenInAgainChangesNothingAndDoublesNobody() {
        take(FILE, false, Handing.PASSWORDS);
        int entries = room.entries.size();
        AccountImport.Done again = take(FILE, false, Handing.PASSWORDS);
        assertThat(again.plan().changes()).isEmpty();
        assertThat(again.plan().unchanged()).isEqualTo(3);
        assertThat(again.passwords()).isEmpty();
        assertThat(room.entries).hasSize(entries);
        assertThat(room.accounts.list()).hasSize(4);
    }

    @Test
    void aChangedFileChangesNameRolesWardsAndState() {
        take(FILE, false, Handing.PASSWORDS);
        AccountImport.Done done = take("""
                login,name,roles,wards,active
                mbellerose,Nadège Bellerose-Zobel,midwife nurse,MAT,yes
                evalmire,Élise Valmire,nurse,URG,no
                """, false, Handing.PASSWORDS);
        assertThat(done.plan().updated()).isEqualTo(1);
        assertThat(done.plan().disabled()).isEqualTo(1);
        assertThat(named("mbellerose").name()).isEqualTo("Nadège Bellerose-Zobel");
        assertThat(named("mbellerose").roles()).containsExactlyInAnyOrder(Role.MIDWIFE, Role.NURSE);
        assertThat(named("evalmire").enabled()).isFalse();
        assertThat(named("jzobel").enabled()).isTrue();
        take(FILE, false, Handing.PASSWORDS);
        assertThat(named("evalmire").enabled()).isTrue();
    }

    @Test
    void aCompleteFileSwitchesOffWhoeverItDoesNotName() {
        take(FILE, false, Handing.PASSWORDS);
        String file = "login;name;roles\nadmin;Dr Test admin;administrator\nmbellerose;Nadège Bellerose;midwife\n";
        assertThat(take(file, true, Handing.PASSWORDS).plan().disabled()).isEqualTo(2);
        assertThat(named("jzobel").enabled()).isFalse();
        assertThat(named("mbellerose").enabled()).isTrue();
    }

    @Test
    void whoTakesItInIsNotLockedOutByIt() {
        Order own = new Order(lines("login;name;roles\nadmin;Admin;nurse\n"), false, Handing.PASSWORDS);
        assertThat(room.imports.carryOut(admin.who(), own)).isInstanceOf(Outcome.Refused.class);
        Order absent = new Order(lines(FILE), true, Handing.PASSWORDS);
        assertThat(room.imports.plan(admin.who(), absent)).isInstanceOf(Outcome.Refused.class);
        assertThat(room.imports.plan(new Who.Operator(), absent)).isInstanceOf(Outcome.Refused.class);
        assertThat(named("admin").enabled()).isTrue();
    }

    @Test
    void everyWrongLineIsToldAndNothingIsTakenIn() {
        assertThat(errors("""
                login;name;roles;wards;active
                x;Trop court;nurse;MAT;oui
                bon;;nurse;MAT;oui
                role;Un Nom;jardinier;MAT;oui
                rien;Un Nom;;MAT;oui
                lieu;Un Nom;nurse;XYZ;oui
                etat;Un Nom;nurse;MAT;peut-être
                role;Un Nom;nurse;MAT;oui
                """))
                .containsExactly(
                        "2 access.login-form",
                        "3 access.name-form",
                        "4 access.csv.role",
                        "4 access.no-role",
                        "5 access.no-role",
                        "6 access.csv.ward",
                        "7 access.csv.active",
                        "8 access.csv.twice");
        assertThat(errors("name;roles\nx;nurse\n")).containsExactly("1 access.csv.columns");
        assertThat(errors("")).containsExactly("1 access.csv.columns");
        assertThat(errors("login;name;roles\n\n")).containsExactly("1 access.csv.nobody");
    }
}
