package org.relais.care.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.relais.care.ClinicalFact.IdentifierChanged;
import org.relais.care.ClinicalFact.Linked;
import org.relais.care.ClinicalFact.Merged;
import org.relais.care.ClinicalFact.VisitMoved;
import org.relais.kernel.Identifier;
import org.relais.kernel.PatientId;
import org.relais.testkit.Person;
import org.relais.testkit.Site;

final class LinksTest {
    private final Site site = new Site();
    private final Person ann = Person.of("1", "ANSELME", "Anna", "1980-01-01");
    private final Person bea = Person.of("2", "BEAUVOIR", "Anna", "1980-01-02");
    private final Person cleo = Person.of("3", "CELESTIN", "Anna", "1980-01-01");

    private void threeRecords() {
        site.adt(ann.identity(), ann.admitted("m1", "MED/1/A", "2026-11-22T10:00"));
        site.adt(bea.identity());
        site.adt(cleo.identity());
    }

    @Test
    void keepsBothIdentifiersAfterMerge() {
        threeRecords();
        PatientId absorbed = site.patient(ann).id();
        PatientId survivor = site.patient(bea).id();
        site.adt(new Merged(bea.record, ann.record));
        Patient patient = site.patients.get(absorbed).orElseThrow();
        assertThat(patient.id()).isEqualTo(survivor);
        assertThat(patient.birthName().family()).isEqualTo("BEAUVOIR");
        assertThat(patient.aliases()).extracting(Identifier::value).containsExactly("1");
        assertThat(site.place(bea)).isEqualTo("MED/1/A");
        assertThat(patient.conflicts()).containsExactly("name: BEAUVOIR ≠ ANSELME", "birth: 1980-01-02 ≠ 1980-01-01");
        assertThat(site.patients.find("anselme", 5)).hasSize(1);
        assertThat(site.patients.positions(survivor)).containsExactly(1, 2, 4);
        assertThat(site.patients.count()).isEqualTo(2);
    }

    @Test
    void followsChainsOfMerges() {
        threeRecords();
        PatientId first = site.patient(ann).id();
        site.adt(new Merged(bea.record, ann.record));
        site.adt(new Merged(cleo.record, bea.record));
        assertThat(site.patients.get(first).orElseThrow().id())
                .isEqualTo(site.patient(cleo).id());
        assertThat(site.patients.records(first)).hasSize(3);
        site.adt(new Linked(cleo.record, ann.record, false));
        assertThat(site.patient(ann).id()).isEqualTo(first);
        assertThat(site.place(ann)).isEqualTo("MED/1/A");
        assertThat(site.place(cleo)).isEqualTo("nowhere");
        assertThat(site.patients.records(first)).containsExactly(ann.record);
    }

    @Test
    void unlinkUndoesAMergeAndAMergeMayComeAgain() {
        threeRecords();
        site.adt(new Merged(bea.record, ann.record));
        site.adt(new Linked(ann.record, bea.record, false));
        assertThat(site.place(ann)).isEqualTo("MED/1/A");
        assertThat(site.place(bea)).isEqualTo("nowhere");
        assertThat(site.patient(bea).aliases()).isEmpty();
        site.adt(new Merged(bea.record, ann.record));
        assertThat(site.place(bea)).isEqualTo("MED/1/A");
    }

    @Test
    void aRenamedRecordKeepsItsChartsName() {
        threeRecords();
        PatientId before = site.patient(ann).id();
        Person renamed = Person.of("77", "ANSELME", "Anna", "1980-01-01");
        site.adt(renamed.identity(), new IdentifierChanged(renamed.record, ann.record));
        assertThat(site.patient(renamed).id()).isEqualTo(before);
        assertThat(site.patient(renamed).aliases())
                .extracting(Identifier::value)
                .containsExactly("1");
        assertThat(site.patient(renamed).conflicts()).isEmpty();
        assertThat(site.patients.find("1", 5)).hasSize(1);
    }

    @Test
    void aMergeReversedMakesTheOtherTheSurvivor() {
        threeRecords();
        site.adt(new Merged(bea.record, ann.record));
        site.adt(new Merged(ann.record, bea.record));
        assertThat(site.patient(bea).birthName().family()).isEqualTo("ANSELME");
        assertThat(site.patients.records(site.patient(ann).id())).hasSize(2);
    }

    @Test
    void aMovedVisitTakesItsPlaceAlong() {
        threeRecords();
        site.adt(new VisitMoved(bea.record, ann.record, new Identifier("GAM", "VN", "V1")));
        assertThat(site.place(bea)).isEqualTo("MED/1/A");
        assertThat(site.place(ann)).isEqualTo("nowhere");
        assertThat(site.patients.find("V1", 5)).hasSize(1);
    }

    @Test
    void aNewbornFindsItsMother() {
        threeRecords();
        Person child = Person.of("9", "ANSELME", "Noa", "2026-11-23").childOf("1");
        site.adt(child.identity());
        assertThat(Objects.requireNonNull(site.patient(child).mother()))
                .isEqualTo(site.patient(ann).id());
    }
}
