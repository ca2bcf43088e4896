package org.relais.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.relais.access.BrokenGlass.Review;
import org.relais.kernel.Outcome;
import org.relais.kernel.PatientId;
import org.relais.kernel.WardCode;

class GlassTest {
    private static final String PASSWORD = "colibri sur la branche";
    private final AccessRoom room = new AccessRoom();
    private final PatientId patient = new PatientId("a".repeat(32));
    private Account nurse;
    private Account dmc;
    private Account auditor;

    @BeforeEach
    void people() {
        nurse = room.person("nurse", PASSWORD, Role.NURSE);
        dmc = room.person("dmc", PASSWORD, Role.DMC);
        auditor = room.person("audit", PASSWORD, Role.AUDITOR);
        room.bedside.lies(patient, "MAT");
    }

    private static String told(Outcome<?> outcome) {
        return switch (outcome) {
            case Outcome.Done<?> _ -> "done";
            case Outcome.Refused<?>(var problem) -> problem.messageKey();
        };
    }

    private static Review verdict(boolean justified, String note) {
        return new Review(
                Instant.EPOCH,
                new org.relais.kernel.StaffId("0".repeat(32)),
                new org.relais.kernel.StaffId("0".repeat(32)),
                justified,
                note);
    }

    private String broken() {
        room.glass.open(nurse, patient, GlassReason.EMERGENCY, "").orThrow();
        return room.glassLog.list().getFirst().id();
    }

    @Test
    void opensOneChartForFourHours() {
        assertThat(told(room.guard.mayOpenChart(nurse, patient))).isEqualTo("access.chart-closed");
        broken();
        assertThat(told(room.guard.mayOpenChart(nurse, patient))).isEqualTo("done");
        PatientId other = new PatientId("b".repeat(32));
        room.bedside.lies(other, "MAT");
        assertThat(told(room.guard.mayOpenChart(nurse, other))).isEqualTo("access.chart-closed");
        room.clock.advance(Duration.ofHours(4).minusSeconds(1));
        assertThat(room.guard.sight(nurse, patient)).isEqualTo(Sight.WHOLE);
        room.clock.advance(Duration.ofSeconds(1));
        assertThat(room.guard.sight(nurse, patient)).isEqualTo(Sight.BEHIND_GLASS);
    }

    @Test
    void opensForNobodyElse() {
        broken();
        Account colleague = room.person("colleague", PASSWORD, Role.DOCTOR);
        assertThat(room.guard.sight(colleague, patient)).isEqualTo(Sight.BEHIND_GLASS);
        Account clerk = room.person("clerk", PASSWORD, Role.CLERK);
        assertThat(told(room.glass.open(clerk, patient, GlassReason.EMERGENCY, "")))
                .isEqualTo("access.forbidden");
        assertThat(told(room.glass.open(auditor, patient, GlassReason.EMERGENCY, "")))
                .isEqualTo("access.forbidden");
        assertThat(room.acts()).contains(Trace.Act.REFUSED);
    }

    @Test
    void aStillbornChildIsReadByWhoMayReadItsMotherAndByNobodyElse() {
        PatientId child = new PatientId("d".repeat(32));
        Account clerk = room.person("clerk", PASSWORD, Role.CLERK);
        Account lab = room.person("lab", PASSWORD, Role.LAB);
        Set<WardCode> maternity = Set.of(new WardCode("MAT"));
        Account midwife = new Account(
                new org.relais.kernel.StaffId("1".repeat(32)),
                "midwife",
                "M",
                Set.of(Role.MIDWIFE),
                maternity,
                true,
                false,
                1);
        assertThat(room.guard.sight(midwife, child)).as("lies in no ward").isEqualTo(Sight.BEHIND_GLASS);
        room.bedside.stillborn(child, patient);
        assertThat(told(room.guard.mayOpenChart(midwife, child))).isEqualTo("done");
        assertThat(room.guard.through(midwife, child)).isEmpty();
        assertThat(room.guard.sight(nurse, child)).isEqualTo(Sight.BEHIND_GLASS);
        assertThat(room.guard.sight(lab, child)).isEqualTo(Sight.BEHIND_GLASS);
        assertThat(room.guard.sight(clerk, child)).isEqualTo(Sight.IDENTITY);
        assertThat(room.guard.sight(auditor, child)).isEqualTo(Sight.NOTHING);
        room.bedside.asks(patient, Role.LAB);
        assertThat(room.guard.sight(lab, child)).isEqualTo(Sight.WHOLE);
        broken();
        assertThat(room.guard.sight(nurse, child)).isEqualTo(Sight.WHOLE);
        assertThat(room.guard.through(nurse, child)).isPresent();
        room.clock.advance(Duration.ofHours(4));
        assertThat(told(room.guard.mayOpenChart(nurse, child))).isEqualTo("access.chart-closed");
    }

    @Test
    void toReadAStillbornChildOpensNothingOfItsMother() {
        PatientId child = new PatientId("d".repeat(32));
        room.bedside.stillborn(child, patient);
        room.glass.open(nurse, child, GlassReason.EMERGENCY, "").orThrow();
        assertThat(room.guard.sight(nurse, child)).isEqualTo(Sight.WHOLE);
        assertThat(room.guard.sight(nurse, patient)).isEqualTo(Sight.BEHIND_GLASS);
    }

    @Test
    void isNotBrokenWhereTheChartIsOpen() {
        broken();
        assertThat(told(room.glass.open(nurse, patient, GlassReason.EMERGENCY, "")))
                .isEqualTo("access.glass-open");
        assertThat(told(room.glass.open(dmc, patient, GlassReason.EMERGENCY, "")))
                .isEqualTo("access.glass-open");
    }

    @Test
    void staysOpenWhenTheChartIsAbsorbedByAnother() {
        broken();
        PatientId survivor = new PatientId("c".repeat(32));
        room.bedside.merges(patient, survivor);
        assertThat(room.guard.sight(nurse, survivor)).isEqualTo(Sight.WHOLE);
    }

    @Test
    void anotherReasonIsSaidInWords() {
        assertThat(told(room.glass.open(nurse, patient, GlassReason.OTHER, " x ")))
                .isEqualTo("access.glass-text");
        assertThat(told(room.glass.open(nurse, patient, GlassReason.ON_CALL, "x".repeat(301))))
                .isEqualTo("access.glass-text");
        assertThat(told(room.glass.open(nurse, patient, GlassReason.OTHER, "Patiente au bloc")))
                .isEqualTo("done");
        assertThat(room.glassLog.list()).singleElement().satisfies(one -> {
            assertThat(one.by()).isEqualTo(nurse.id());
            assertThat(one.text()).isEqualTo("Patiente au bloc");
            assertThat(one.wards()).containsExactly("MAT");
            assertThat(one.review()).isNull();
        });
    }

    @Test
    void waitsForAReviewByTwoWhoDidNotBreakIt() {
        String id = broken();
        assertThat(room.glassLog.waiting()).isEqualTo(1);
        assertThat(told(room.glass.review(dmc, dmc, id, verdict(true, "")))).isEqualTo("access.glass-own");
        assertThat(told(room.glass.review(nurse, dmc, id, verdict(true, "")))).isEqualTo("access.glass-own");
        assertThat(told(room.glass.review(dmc, nurse, id, verdict(true, "")))).isEqualTo("access.glass-own");
        assertThat(told(room.glass.review(dmc, auditor, id, verdict(false, "?"))))
                .isEqualTo("access.glass-note");
        assertThat(told(room.glass.review(dmc, auditor, "0".repeat(32), verdict(true, ""))))
                .isEqualTo("access.glass-gone");
        assertThat(told(room.glass.review(dmc, auditor, id, verdict(false, "Sans lien avec les soins"))))
                .isEqualTo("done");
        assertThat(told(room.glass.review(dmc, auditor, id, verdict(true, "")))).isEqualTo("access.glass-reviewed");
        assertThat(room.glassLog.waiting()).isZero();
        assertThat(room.glassLog.get(id).orElseThrow().review()).satisfies(review -> {
            assertThat(review).isNotNull();
            assertThat(List.of(review.first(), review.second())).containsExactly(dmc.id(), auditor.id());
            assertThat(review.justified()).isFalse();
        });
    }

    @Test
    void wardsOfHerOwnNeedNoGlass() {
        room.people
                .place(dmc.who(), nurse.id(), Set.of(Role.NURSE), Set.of(new WardCode("MAT")))
                .orThrow();
        Account placed = room.accounts.byId(nurse.id()).orElseThrow();
        assertThat(told(room.glass.open(placed, patient, GlassReason.EMERGENCY, "")))
                .isEqualTo("access.glass-open");
    }
}
