package org.relais.care.wards;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.relais.journal.Draft;
import org.relais.journal.Entry;
import org.relais.journal.EntryKey;
import org.relais.kernel.NodeId;
import org.relais.kernel.WardCode;
import org.relais.kernel.Who;
import org.relais.testkit.Person;
import org.relais.testkit.Site;

final class WardsTest {
    private static final NodeId NODE = new NodeId("00112233445566778899aabbccddeeff");
    private final Site site = new Site();
    private final Structures structures = new Structures();
    private final Wards wards = new Wards(structures, site.patients);

    @BeforeEach
    void build() {
        structures.apply(imported());
    }

    private static Entry imported() {
        Structure structure = StructureCsvTest.structure(StructureCsvTest.GOOD.getBytes(StandardCharsets.UTF_8));
        Draft draft = Structure.TYPE.draft(new Who.Operator(), structure);
        return new Entry(
                1,
                new EntryKey(NODE, NODE.hex(), 1),
                Instant.EPOCH,
                draft.type(),
                draft.version(),
                draft.who(),
                null,
                draft.payload(),
                List.of());
    }

    private Person admit(String ipp, String name, String place) {
        Person person = Person.of(ipp, name, "Jo", "1990-01-01");
        site.adt(person.identity(), person.admitted("m" + ipp, place, "2026-11-22T10:00"));
        return person;
    }

    @Test
    void showsEveryBedAndThenThosePlacedElsewhere() {
        admit("1", "ZOBEL", "MAT/101/B");
        admit("2", "AIME", "2101/101/B");
        admit("3", "CESAIRE", "2102/COULOIR/X");
        admit("4", "LESEL", "MAT//");
        assertThat(shown(wards.census(new WardCode("MAT"))))
                .containsExactly(
                        "101-A empty", "101-B ZOBEL shared", "101-B AIME shared", "COULOIR-X CESAIRE", "- LESEL");
        assertThat(wards.census(new WardCode("2101")).ward().code()).isEqualTo(new WardCode("MAT"));
        assertThat(wards.census(new WardCode("MAT")).byName())
                .extracting(patient -> patient.birthName().family())
                .containsExactly("AIME", "CESAIRE", "LESEL", "ZOBEL");
    }

    @Test
    void aWardThatNoStructureNamesAppearsByItsCode() {
        admit("1", "ZOBEL", "SMUR/1/A");
        assertThat(wards.wards()).extracting(ward -> ward.code().value()).containsExactly("MAT", "REA", "SMUR");
        Ward unnamed = wards.ward(new WardCode("SMUR")).orElseThrow();
        assertThat(unnamed.named()).isFalse();
        assertThat(unnamed.kind()).isEqualTo(WardKind.UNKNOWN);
        assertThat(shown(wards.census(new WardCode("SMUR")))).containsExactly("1-A ZOBEL");
        assertThat(wards.ward(new WardCode("NONE"))).isEmpty();
    }

    @Test
    void findsTheBedWhenTheMessageNamesNoRoom() {
        admit("1", "ZOBEL", "MAT//A");
        assertThat(shown(wards.census(new WardCode("MAT")))).containsExactly("101-A ZOBEL", "101-B empty");
    }

    @Test
    void theStructureSurvivesItsSnapshotAndUnknownFacts() {
        Structures restored = Site.restored(new Structures(), Site.snapshot(structures));
        assertThat(restored.get()).isEqualTo(structures.get());
        assertThat(restored.zone()).isEqualTo(ZoneId.of("America/Martinique"));
        assertThat(Site.snapshot(restored)).isEqualTo(Site.snapshot(structures));
        assertThat(Site.restored(new Structures(), Site.snapshot(new Structures()))
                        .get())
                .isEqualTo(Structure.EMPTY);
        restored.apply(site.adt());
        assertThat(restored.get()).isEqualTo(structures.get());
    }

    private static List<String> shown(Census census) {
        return census.places().stream()
                .map(place -> place.room() + "-" + place.bed() + " "
                        + (place.patient() == null
                                ? "empty"
                                : place.patient().birthName().family())
                        + (place.shared() ? " shared" : ""))
                .toList();
    }
}
