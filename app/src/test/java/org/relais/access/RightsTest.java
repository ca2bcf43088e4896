package org.relais.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.relais.kernel.Language;
import org.relais.kernel.Outcome;
import org.relais.kernel.PatientId;
import org.relais.kernel.StaffId;
import org.relais.kernel.Texts;
import org.relais.kernel.WardCode;

class RightsTest {
    /** Rows: roles; columns: the rights in the order of {@link Right}. */
    private static final String TABLE = """
        role               find ident open all print every declare feeds configure quarantine structure change accounts backup traces security reports review unblock write labels calibrate printers kits identities births deliver intervals readiness ready use
        DOCTOR             yes  yes   yes  .   yes   .     .       .     .         .          yes       .      .        .      .      .        yes     .      .       yes   yes    yes       .        .    yes        yes    yes     yes       yes       yes   yes
        NURSE              yes  yes   yes  .   yes   .     .       .     .         .          yes       .      .        .      .      .        yes     .      .       yes   yes    yes       .        .    yes        yes    yes     .         yes       yes   yes
        MIDWIFE            yes  yes   yes  .   yes   .     .       .     .         .          yes       .      .        .      .      .        yes     .      .       yes   yes    yes       .        .    yes        yes    yes     .         yes       yes   yes
        LAB                yes  yes   yes  .   .     .     .       .     .         .          yes       .      .        .      .      .        .       .      .       .     .      .         .        .    .          .      .     .           yes       yes   .
        IMAGING            yes  yes   yes  .   .     .     .       .     .         .          yes       .      .        .      .      .        .       .      .       .     .      .         .        .    .          .      .     .           yes       yes   .
        PHARMACY           yes  yes   yes  .   .     .     .       .     .         .          yes       .      .        .      .      .        .       .      .       .     .      .         .        .    .          .      .     .           yes       yes   .
        TRANSFUSION        yes  yes   yes  .   .     .     .       .     .         .          yes       .      .        .      .      .        .       .      .       .     .      .         .        .    .          .      .     .           yes       yes   .
        CLERK              yes  yes   .    .   .     .     .       .     .         .          yes       .      .        .      .      .        .       .      .       .     yes    yes       .        .    yes        yes    .     .           yes       .     yes
        DMC                yes  yes   yes  yes yes   yes   yes     yes   .         yes        yes       .      .        .      .      .        .       yes    yes     yes   yes    yes       .        yes  yes        yes    yes     yes       yes       yes   yes
        DIRECTOR           .    .     .    .   .     .     yes     yes   .         .          yes       .      .        .      .      .        .       .      .       .     .      .         .        .    .          .      .     .           yes       .     .
        NIGHT_SUPERVISOR   .    .     .    .   .     .     yes     yes   .         .          yes       .      .        .      .      .        .       .      yes     .     .      .         .        .    .          .      .     .           yes       .     .
        DUTY_ADMINISTRATOR .    .     .    .   .     .     yes     yes   .         .          yes       .      .        .      .      .        .       .      yes     .     .      .         .        .    .          .      .     .           yes       .     .
        CRISIS_CELL        .    .     .    .   .     .     .       yes   .         .          yes       .      .        .      .      .        .       .      .       .     .      .         .        .    .          .      .     .           yes       .     .
        SECURITY_OFFICER   .    .     .    .   .     .     .       yes   yes       .          yes       .      .        .      .      yes      .       yes    yes     .     .      .         .        .    .          .      .     .           .         yes   .
        PREPAREDNESS_LEAD  .    .     .    .   .     .     .       .     .         .          yes       .      .        .      .      .        .       .      .       .     .      yes       .        yes  .          .      .     .           yes       yes   yes
        TRAINER            .    .     .    .   .     .     .       .     .         .          yes       .      .        .      .      .        .       .      .       .     .      .         .        .    .          .      .     .           yes       .     .
        ADMINISTRATOR      .    .     .    .   .     .     .       yes   yes       .          yes       yes    yes      yes    .      .        .       .      yes     .     .      yes       yes      yes  .          .      .     .           yes       yes   yes
        AUDITOR            .    .     .    .   .     .     .       .     .         .          yes       .      .        .      yes    yes      .       yes    .       .     .      .         .        .    .          .      .     .           yes       .     .
        """;

    private final AccessRoom room = new AccessRoom();

    private static Account account(Set<Role> roles, String... wards) {
        Set<WardCode> codes = Stream.of(wards).map(WardCode::new).collect(Collectors.toSet());
        return new Account(new StaffId("1".repeat(32)), "x1", "X", roles, codes, true, false, 1);
    }

    @Test
    void everyRoleMayWhatTheTableSaysAndNothingElse() {
        Map<Role, Set<Right>> said = new TreeMap<>();
        List<Right> columns = List.of(Right.values());
        TABLE.lines().skip(1).map(line -> line.split("\\s+")).forEach(cells -> {
            Set<Right> rights = EnumSet.noneOf(Right.class);
            for (int column = 0; column < columns.size(); column++) {
                if (cells[column + 1].equals("yes")) {
                    rights.add(columns.get(column));
                }
            }
            said.put(Role.valueOf(cells[0]), rights);
        });
        assertThat(said.keySet()).containsExactly(Role.values());
        said.forEach((role, rights) ->
                assertThat(Rights.of(role)).as(role.name()).containsExactlyInAnyOrderElementsOf(rights));
    }

    @Test
    void whoManagesTheProgramSeesNoPatient() {
        for (Role role : List.of(Role.ADMINISTRATOR, Role.TRAINER, Role.AUDITOR, Role.SECURITY_OFFICER)) {
            assertThat(Rights.of(role))
                    .doesNotContain(Right.FIND_PATIENTS, Right.SEE_IDENTITY, Right.OPEN_CHARTS, Right.SEE_QUARANTINE);
        }
    }

    @Test
    void severalRolesUnite() {
        assertThat(account(Set.of(Role.DOCTOR, Role.AUDITOR)).may(Right.SEE_TRACES))
                .isTrue();
        assertThat(account(Set.of(Role.DOCTOR, Role.AUDITOR)).may(Right.OPEN_CHARTS))
                .isTrue();
        assertThat(account(Set.of()).may(Right.SEE_STRUCTURE)).isFalse();
    }

    /** Rows: roles; columns: what each sees of a patient, by where she lies and by what was asked of the service. */
    private static final String SIGHTS = """
        role               own-ward      other-ward    nowhere       own-order     other-order births deliver
        DOCTOR             WHOLE         BEHIND_GLASS  BEHIND_GLASS  BEHIND_GLASS  BEHIND_GLASS
        NURSE              WHOLE         BEHIND_GLASS  BEHIND_GLASS  BEHIND_GLASS  BEHIND_GLASS
        MIDWIFE            WHOLE         BEHIND_GLASS  BEHIND_GLASS  BEHIND_GLASS  BEHIND_GLASS
        LAB                BEHIND_GLASS  BEHIND_GLASS  BEHIND_GLASS  WHOLE         BEHIND_GLASS
        IMAGING            BEHIND_GLASS  BEHIND_GLASS  BEHIND_GLASS  WHOLE         BEHIND_GLASS
        PHARMACY           BEHIND_GLASS  BEHIND_GLASS  BEHIND_GLASS  WHOLE         BEHIND_GLASS
        TRANSFUSION        BEHIND_GLASS  BEHIND_GLASS  BEHIND_GLASS  WHOLE         BEHIND_GLASS
        CLERK              IDENTITY      IDENTITY      IDENTITY      IDENTITY      IDENTITY
        DMC                WHOLE         WHOLE         WHOLE         WHOLE         WHOLE
        DIRECTOR           NOTHING       NOTHING       NOTHING       NOTHING       NOTHING
        NIGHT_SUPERVISOR   NOTHING       NOTHING       NOTHING       NOTHING       NOTHING
        DUTY_ADMINISTRATOR NOTHING       NOTHING       NOTHING       NOTHING       NOTHING
        CRISIS_CELL        NOTHING       NOTHING       NOTHING       NOTHING       NOTHING
        SECURITY_OFFICER   NOTHING       NOTHING       NOTHING       NOTHING       NOTHING
        PREPAREDNESS_LEAD  NOTHING       NOTHING       NOTHING       NOTHING       NOTHING
        TRAINER            NOTHING       NOTHING       NOTHING       NOTHING       NOTHING
        ADMINISTRATOR      NOTHING       NOTHING       NOTHING       NOTHING       NOTHING
        AUDITOR            NOTHING       NOTHING       NOTHING       NOTHING       NOTHING
        """;

    @Test
    void everyRoleSeesOfAPatientWhatTheTableSays() {
        List<Role> said = new ArrayList<>();
        SIGHTS.lines().skip(1).map(line -> line.split("\\s+")).forEach(cells -> {
            Role role = Role.valueOf(cells[0]);
            said.add(role);
            Account account = account(Set.of(role), "MAT", "URG");
            for (int column = 1; column < cells.length; column++) {
                assertThat(room.guard.sight(account, patient(role, column)))
                        .as(role + " in column " + column)
                        .isEqualTo(Sight.valueOf(cells[column]));
            }
        });
        assertThat(said).containsExactly(Role.values());
    }

    /** A patient as the column of the table has her. */
    private PatientId patient(Role role, int column) {
        PatientId patient = new PatientId("%032x".formatted(column));
        if (column != 3) {
            room.bedside.lies(patient, column == 1 ? "MAT" : "MEDA");
        }
        Role other = role == Role.LAB ? Role.IMAGING : Role.LAB;
        switch (column) {
            case 4 -> room.bedside.asks(patient, role);
            case 5 -> room.bedside.asks(patient, other);
            default -> room.bedside.asks(patient);
        }
        return patient;
    }

    @Test
    void wardsBindPrintingToo() {
        for (Role role : Role.values()) {
            Account account = account(Set.of(role), "MAT");
            boolean care = Set.of(Role.DOCTOR, Role.NURSE, Role.MIDWIFE).contains(role);
            assertThat(room.guard.mayPrintWard(account, new WardCode("MAT"))).isEqualTo(care || role == Role.DMC);
            assertThat(room.guard.mayPrintWard(account, new WardCode("URG"))).isEqualTo(role == Role.DMC);
        }
    }

    @Test
    void ofSeveralRolesTheOneThatSeesMostDecides() {
        PatientId patient = new PatientId("b".repeat(32));
        room.bedside.lies(patient, "MEDA");
        assertThat(room.guard.sight(account(Set.of(Role.CLERK, Role.NURSE), "MAT"), patient))
                .isEqualTo(Sight.BEHIND_GLASS);
        room.bedside.asks(patient, Role.PHARMACY);
        assertThat(room.guard.sight(account(Set.of(Role.ADMINISTRATOR, Role.PHARMACY)), patient))
                .isEqualTo(Sight.WHOLE);
        Account out = new Account(new StaffId("2".repeat(32)), "x2", "X", Set.of(Role.DMC), Set.of(), false, false, 1);
        assertThat(room.guard.sight(out, patient)).isEqualTo(Sight.NOTHING);
    }

    @Test
    void aRefusalIsTraced() {
        assertThat(room.guard.require(account(Set.of(Role.CLERK)), Right.OPEN_CHARTS))
                .isInstanceOf(Outcome.Refused.class);
        PatientId patient = new PatientId("a".repeat(32));
        room.bedside.lies(patient, "MAT");
        assertThat(room.guard.mayOpenChart(account(Set.of(Role.CLERK)), patient))
                .isInstanceOf(Outcome.Refused.class);
        assertThat(room.guard.mayOpenChart(account(Set.of(Role.DOCTOR), "URG"), patient))
                .isInstanceOf(Outcome.Refused.class);
        assertThat(room.acts()).containsExactly(Trace.Act.REFUSED, Trace.Act.REFUSED, Trace.Act.REFUSED);
        assertThat(room.guard.mayOpenChart(account(Set.of(Role.DOCTOR), "MAT"), patient))
                .isInstanceOf(Outcome.Done.class);
        assertThat(room.acts()).hasSize(3);
    }

    @Test
    void everyRoleLandsWhereItMayGo() {
        assertThat(Landing.of(account(Set.of(Role.MIDWIFE), "MAT"))).isEqualTo(Landing.OWN_WARD);
        assertThat(Landing.of(account(Set.of(Role.MIDWIFE)))).isEqualTo(Landing.PATIENTS);
        assertThat(Landing.of(account(Set.of(Role.LAB), "LAB"))).isEqualTo(Landing.PATIENTS);
        assertThat(Landing.of(account(Set.of(Role.DMC)))).isEqualTo(Landing.PATIENTS);
        assertThat(Landing.of(account(Set.of(Role.DIRECTOR)))).isEqualTo(Landing.CRISIS);
        assertThat(Landing.of(account(Set.of(Role.AUDITOR)))).isEqualTo(Landing.ACCESS);
        assertThat(Landing.of(account(Set.of(Role.ADMINISTRATOR)))).isEqualTo(Landing.FEEDS);
        assertThat(Landing.of(account(Set.of(Role.TRAINER)))).isEqualTo(Landing.OVERVIEW);
    }

    @Test
    void everyRoleAndEveryActHasItsWords() {
        for (Language language : Language.values()) {
            Texts texts = Texts.of(language, "access");
            assertThat(Role.values()).allMatch(role -> texts.has("access.role." + role));
            assertThat(Trace.Act.values()).allMatch(act -> texts.has("access.act." + act));
        }
    }
}
