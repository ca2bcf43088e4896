package org.relais.demo;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.relais.demo.DemoWard.Spot;

/** Someone who is, was or will be in the hospital, as its systems know them now. */
final class Inpatient {
    final Person person;
    final List<Inpatient> newborns = new ArrayList<>();
    final List<Allergy> allergies = new ArrayList<>();
    final @Nullable Inpatient mother;
    final int birthOrder;
    final String doctor;
    String ipp;
    boolean twins;
    /** Children born in this stay. */
    int born;

    String status;
    String visit = "";
    String patientClass = "I";
    DemoWard ward;
    Illness illness;

    @Nullable
    Spot spot;

    Instant admittedAt = Instant.EPOCH;
    String movement = "";
    Instant movedAt = Instant.EPOCH;
    String admission = "";

    @Nullable
    Instant leftAt;

    @Nullable
    Instant diedAt;

    boolean present;
    /** Grows when the patient leaves, so that what was planned for that stay does not happen in the next. */
    int episode;

    boolean onLeave;
    /** Stays where she is for the whole demonstration. */
    boolean pinned;

    Inpatient(Person person, String ipp, Origin origin) {
        this.person = person;
        this.ipp = ipp;
        this.ward = origin.ward();
        this.illness = origin.illness();
        this.mother = origin.mother();
        this.birthOrder = origin.order();
        this.doctor = origin.doctor();
        this.status = person.nir() == null ? "PROV" : "VALI";
    }

    /**
     * Where and why a patient comes in.
     *
     * @param mother set for a newborn
     * @param order  rank in a multiple birth, 0 for a single one
     */
    record Origin(DemoWard ward, Illness illness, @Nullable Inpatient mother, int order, String doctor) {}

    String room() {
        return spot == null ? "" : spot.room();
    }

    String bed() {
        return spot == null ? "" : spot.bed();
    }
}
