package org.relais.care.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.relais.care.ClinicalFact.Action.CANCEL;
import static org.relais.care.ClinicalFact.Action.INSERT;
import static org.relais.care.ClinicalFact.Action.UPDATE;

import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.relais.care.ClinicalFact.Linked;
import org.relais.care.ClinicalFact.Trigger;
import org.relais.kernel.WardCode;
import org.relais.testkit.Person;
import org.relais.testkit.Said;
import org.relais.testkit.Site;

final class MovementsTest {
    private final Site site = new Site();
    private final Person ada = Person.of("1", "ADELAIDE", "Ada", "1980-01-01");

    @Test
    void admitTransferAndDischargeFollowEachOther() {
        site.adt(ada.identity(), ada.admitted("m1", "URG//", "2026-11-22T10:00"));
        assertThat(site.place(ada)).isEqualTo("URG//");
        site.adt(ada.moved("m2", Trigger.TRANSFER, INSERT, "MED/4/B", "2026-11-22T14:00"));
        assertThat(site.place(ada)).isEqualTo("MED/4/B");
        assertThat(site.patients.inWard(new WardCode("MED"))).hasSize(1);
        assertThat(site.patients.inWard(new WardCode("URG"))).isEmpty();
        site.adt(ada.moved("m3", Trigger.DISCHARGE, INSERT, "", "2026-11-23T09:00"));
        assertThat(site.place(ada)).isEqualTo("nowhere");
        assertThat(Objects.requireNonNull(site.patient(ada).stay()).dischargedAt())
                .isEqualTo(Said.at("2026-11-23T09:00"));
        site.adt(ada.moved("m3", Trigger.DISCHARGE, CANCEL, "", "2026-11-23T09:00"));
        assertThat(site.place(ada)).isEqualTo("MED/4/B");
    }

    @Test
    void cancelWithAnIdBringsBackTheStateBeforeEvenWhenItComesFirst() {
        site.adt(ada.admitted("m1", "URG//", "2026-11-22T10:00"));
        site.adt(ada.moved("m2", Trigger.TRANSFER, CANCEL, "MED/4/B", "2026-11-22T14:00"));
        site.adt(ada.moved("m2", Trigger.TRANSFER, INSERT, "MED/4/B", "2026-11-22T14:00"));
        assertThat(site.place(ada)).isEqualTo("URG//");
    }

    @Test
    void cancelWithoutAnIdTakesBackTheLastOfItsKindOnce() {
        site.adt(ada.admitted("", "URG//", "2026-11-22T10:00"));
        site.adt(ada.moved("", Trigger.TRANSFER, INSERT, "MED/4/B", "2026-11-22T14:00"));
        site.adt(ada.moved("", Trigger.TRANSFER, INSERT, "CHI/2/A", "2026-11-22T15:00"));
        site.adt(ada.moved("", Trigger.UPDATE, INSERT, "CHI/2/A", "2026-11-22T15:10"));
        var cancel = ada.moved("", Trigger.TRANSFER, CANCEL, "MED/4/B", "2026-11-22T15:20");
        site.adt(cancel);
        assertThat(site.place(ada)).isEqualTo("MED/4/B");
        site.adt(cancel);
        assertThat(site.place(ada)).isEqualTo("MED/4/B");
        site.adt(ada.moved("", Trigger.ADMIT, CANCEL, "", "2026-11-22T16:00"));
        assertThat(site.place(ada)).isEqualTo("nowhere");
    }

    @Test
    void admitCancelledAfterAnUpdateLeavesNobody() {
        site.adt(ada.admitted("", "URG//", "2026-11-22T10:00"));
        site.adt(ada.moved("", Trigger.UPDATE, INSERT, "URG/2/", "2026-11-22T10:10"));
        site.adt(ada.moved("", Trigger.ADMIT, CANCEL, "URG/2/", "2026-11-22T10:20"));
        assertThat(site.place(ada)).isEqualTo("nowhere");
    }

    @Test
    void z99CorrectsAMovementWhereverItLies() {
        site.adt(ada.admitted("m1", "URG//", "2026-11-22T10:00"));
        site.adt(ada.moved("m2", Trigger.TRANSFER, INSERT, "MED/4/B", "2026-11-22T14:00"));
        site.adt(ada.moved("m1", Trigger.UPDATE, UPDATE, true, "SAU/1/", "2026-11-22T10:00"));
        assertThat(site.place(ada)).isEqualTo("MED/4/B");
        site.adt(ada.moved("m2", Trigger.UPDATE, UPDATE, "MED/5/A", "2026-11-22T14:00"));
        assertThat(site.place(ada)).isEqualTo("MED/5/A");
        site.adt(ada.moved("m2", Trigger.TRANSFER, CANCEL, "", ""));
        assertThat(site.place(ada)).isEqualTo("SAU/1/");
    }

    private final Person her = Person.newcomer("1234567889", "ADELAIDE", "Ada", "1980-01-01");

    @Test
    void aStayThatADeskWroteIsTheOneThatTheHospitalNumbersLater() {
        site.adt(her.identity(), her.admitted("", "URG//", "2026-11-22T10:00"));
        site.adt(new Linked(ada.record, her.record, true));
        site.adt(ada.identity(), ada.admitted("m1", "URG//", "2026-11-22T10:20"));
        assertThat(site.place(ada)).isEqualTo("URG//");
        site.adt(ada.moved("m2", Trigger.DISCHARGE, INSERT, "", "2026-11-22T15:00"));
        assertThat(site.place(ada)).isEqualTo("nowhere");
    }

    @Test
    void aStayThatADeskWroteJoinsTheOneThatIsOpen() {
        site.adt(ada.identity(), ada.admitted("m1", "MED/4/B", "2026-11-22T09:00"));
        site.adt(her.identity(), her.admitted("", "URG//", "2026-11-22T10:00"));
        site.adt(new Linked(ada.record, her.record, true));
        assertThat(site.place(ada)).isEqualTo("URG//");
        assertThat(Objects.requireNonNull(site.patient(ada).stay()).admittedAt())
                .isEqualTo(Said.at("2026-11-22T09:00"));
        site.adt(ada.moved("m2", Trigger.DISCHARGE, INSERT, "", "2026-11-22T15:00"));
        assertThat(site.place(ada)).isEqualTo("nowhere");
    }

    @Test
    void aStayThatTheHospitalEndsWithoutEverHavingOpenedItIsTheDesks() {
        site.adt(her.identity(), her.admitted("", "URG//", "2026-11-22T10:00"));
        site.adt(new Linked(ada.record, her.record, true));
        site.adt(ada.identity(), ada.moved("m2", Trigger.DISCHARGE, INSERT, "", "2026-11-22T15:00"));
        assertThat(site.place(ada)).isEqualTo("nowhere");
    }

    @Test
    void anEarlierStayThatEndedLeavesTheDesksAlone() {
        site.adt(ada.identity(), ada.admitted("m1", "MED/4/B", "2026-11-20T09:00"));
        site.adt(ada.moved("m2", Trigger.DISCHARGE, INSERT, "", "2026-11-21T15:00"));
        site.adt(her.identity(), her.admitted("", "URG//", "2026-11-22T10:00"));
        site.adt(new Linked(ada.record, her.record, true));
        site.adt(ada.moved("m2", Trigger.DISCHARGE, UPDATE, "", "2026-11-21T16:00"));
        assertThat(site.place(ada)).isEqualTo("URG//");
    }

    @Test
    void aHistoricMovementNeverMovesThePresentPlace() {
        site.adt(ada.admitted("m1", "MED/4/B", "2026-11-22T10:00"));
        site.adt(ada.moved("m0", Trigger.TRANSFER, INSERT, true, "URG//", "2026-11-22T23:00"));
        assertThat(site.place(ada)).isEqualTo("MED/4/B");
        site.adt(ada.moved("m1", Trigger.UPDATE, UPDATE, true, "CHI/1/A", "2026-11-23T23:00"));
        assertThat(site.place(ada)).isEqualTo("MED/4/B");
        assertThat(site.patients.movements(site.patient(ada).id())).hasSize(2);
    }

    @Test
    void lateMessagesTakeTheirPlaceInTime() {
        site.adt(ada.admitted("m1", "URG//", "2026-11-22T10:00"));
        site.adt(ada.moved("m3", Trigger.TRANSFER, INSERT, "CHI/1/A", "2026-11-22T16:00"));
        site.adt(ada.moved("m2", Trigger.TRANSFER, INSERT, "MED/4/B", "2026-11-22T14:00"));
        assertThat(site.place(ada)).isEqualTo("CHI/1/A");
        assertThat(Objects.requireNonNull(site.patient(ada).place()).since()).isEqualTo(Said.at("2026-11-22T16:00"));
    }

    @Test
    void leaveKeepsTheBedAndReturnEndsIt() {
        site.adt(ada.admitted("m1", "PSY/1/A", "2026-11-20T10:00"));
        site.adt(ada.moved("m2", Trigger.LEAVE, INSERT, "", "2026-11-22T10:00"));
        assertThat(site.place(ada)).isEqualTo("PSY/1/A");
        assertThat(Objects.requireNonNull(site.patient(ada).stay()).onLeave()).isTrue();
        site.adt(ada.moved("m3", Trigger.RETURN, INSERT, "", "2026-11-22T20:00"));
        assertThat(Objects.requireNonNull(site.patient(ada).stay()).onLeave()).isFalse();
    }

    @Test
    void aPreAdmissionDoesNotPlaceAndAnUpdateOfItNeither() {
        site.adt(ada.moved("", Trigger.PREADMIT, INSERT, "CHI/1/A", "2026-12-01T10:00"));
        site.adt(ada.moved("", Trigger.UPDATE, INSERT, "CHI/1/B", "2026-12-01T10:01"));
        assertThat(site.place(ada)).isEqualTo("nowhere");
        site.adt(ada.moved("", Trigger.ADMIT, INSERT, "CHI/1/B", "2026-12-01T11:00"));
        assertThat(site.place(ada)).isEqualTo("CHI/1/B");
    }

    @Test
    void anUpdateAloneTellsWhereSomebodyLies() {
        site.adt(ada.identity(), ada.moved("", Trigger.UPDATE, INSERT, "MED/4/B", "2026-11-22T10:00"));
        assertThat(site.place(ada)).isEqualTo("MED/4/B");
    }

    @Test
    void anUpdateAfterDischargeDoesNotBringBack() {
        site.adt(ada.admitted("", "MED/4/B", "2026-11-20T10:00"));
        site.adt(ada.moved("", Trigger.DISCHARGE, INSERT, "MED/4/B", "2026-11-22T10:00"));
        site.adt(ada.moved("", Trigger.UPDATE, INSERT, "MED/4/B", "2026-11-22T11:00"));
        assertThat(site.place(ada)).isEqualTo("nowhere");
    }
}
