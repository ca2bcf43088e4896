package org.relais.care.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.relais.care.ClinicalFact;
import org.relais.journal.Entry;
import org.relais.testkit.Site;
import org.relais.testkit.Stories;

final class PatientsReplayTest {
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void replayEqualsLiveAndSoDoesTheSnapshotAtAnyMoment(long seed) {
        Site site = new Site();
        List<List<ClinicalFact>> story = Stories.of(seed, 300);
        byte[] half = {};
        for (int at = 0; at < story.size(); at++) {
            site.adt(story.get(at).toArray(ClinicalFact[]::new));
            half = at == 150 ? Site.snapshot(site.patients) : half;
        }
        Patients replayed = site.patients();
        site.said.entries().forEach(replayed::apply);
        Patients restored = Site.restored(site.patients(), half);
        site.said.entries().stream().skip(151).forEach(restored::apply);
        for (Patients other : List.of(replayed, restored, Site.restored(site.patients(), Site.snapshot(replayed)))) {
            assertThat(Site.snapshot(other)).isEqualTo(Site.snapshot(site.patients));
            assertThat(everything(other)).isEqualTo(everything(site.patients));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {21, 22, 23, 24, 25, 26, 27, 28, 29, 30})
    void aMessageSentTwiceChangesNobody(long seed) {
        Random random = new Random(seed);
        Site once = new Site();
        Site twice = new Site();
        for (List<ClinicalFact> message : Stories.of(seed, 200)) {
            ClinicalFact[] facts = message.toArray(ClinicalFact[]::new);
            once.adt(facts);
            Entry sent = twice.adt(facts);
            if (random.nextInt(3) == 0) {
                twice.patients.apply(twice.said.again(sent));
            }
        }
        assertThat(seen(twice.patients)).isEqualTo(seen(once.patients));
    }

    /** Everybody, with what does not hang on how many entries were written. */
    private static List<String> seen(Patients patients) {
        return IntStream.range(100, 110)
                .mapToObj(number -> patients.byIdentifier(String.valueOf(number)))
                .flatMap(List::stream)
                .map(patient -> List.of(
                                patient.id(),
                                patient.names(),
                                patient.identifiers(),
                                patient.aliases(),
                                patient.conflicts(),
                                String.valueOf(patient.place()),
                                String.valueOf(patient.stay()),
                                patients.movements(patient.id()).stream()
                                        .map(Move::said)
                                        .toList())
                        .toString())
                .toList();
    }

    private static List<String> everything(Patients patients) {
        List<String> all = new ArrayList<>();
        for (int number = 100; number < 110; number++) {
            for (Patient patient : patients.byIdentifier(String.valueOf(number))) {
                all.add(patient + Arrays.toString(patients.positions(patient.id())) + patients.movements(patient.id()));
            }
        }
        all.add(patients.count() + " " + patients.wardsInUse() + patients.inHospital());
        all.add(patients.find("zob", 20).toString() + patients.find("jose", 20));
        return all;
    }
}
