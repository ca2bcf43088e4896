package org.relais.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.relais.care.identity.Patients;
import org.relais.care.wards.Hospital;
import org.relais.care.wards.Structure;
import org.relais.feeds.Quarantine;
import org.relais.journal.DataDirectory;
import org.relais.kernel.FeedName;
import org.relais.kernel.Identifier;
import org.relais.kernel.Mode;
import org.relais.kernel.RecordKey;
import org.relais.kernel.Who;
import org.relais.testkit.Hl7;

/** A merge counts only from a feed whose word the structure says counts for those numbers. */
class AuthorityTest {
    private static final char[] PASSPHRASE = "a passphrase for a test".toCharArray();
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-11-23T06:00:00Z"));
    private static final FeedName DESK = new FeedName("gam");
    private static final FeedName LAB = new FeedName("lab");
    private static final String NUMBERS = "IPP-POINTE";

    @TempDir
    Path folder;

    @Test
    void aMergeOfAFeedWithoutAuthorityIsAProposalInQuarantineAndReplayAgrees() throws Exception {
        Path data = folder.resolve("data");
        try (House house = new House(DataDirectory.create(data, Mode.DEMO, PASSPHRASE.clone(), CLOCK), CLOCK)) {
            for (int number = 1; number <= 6; number++) {
                send(house, LAB, Hl7.admission("C" + number, "000" + number, "FAMILLE" + number));
            }
            merge(house, LAB, "0001", "0002");
            Structure structure = new Structure(
                    Hospital.UNKNOWN, List.of(), List.of(new Structure.Authority(DESK.value(), NUMBERS)), List.of());
            house.data().journal().write(Structure.TYPE.draft(new Who.Operator(), structure));
            merge(house, LAB, "0003", "0004");
            merge(house, DESK, "0005", "0006");
            assertStands(house);
        }
        try (House again = House.open(data, PASSPHRASE.clone(), CLOCK)) {
            assertStands(again);
        }
        Files.delete(data.resolve("snapshots").resolve("patients.snapshot"));
        try (House again = House.open(data, PASSPHRASE.clone(), CLOCK)) {
            assertStands(again);
        }
        Deletion.tree(data.resolve("snapshots"));
        try (House again = House.open(data, PASSPHRASE.clone(), CLOCK)) {
            assertStands(again);
        }
    }

    @Test
    void whereNobodyIsNamedEveryFeedCounts() {
        try (House house =
                new House(DataDirectory.create(folder.resolve("data"), Mode.DEMO, PASSPHRASE.clone(), CLOCK), CLOCK)) {
            Structure structure = new Structure(
                    Hospital.UNKNOWN,
                    List.of(),
                    List.of(new Structure.Authority(DESK.value(), "OTHER-NUMBERS")),
                    List.of());
            house.data().journal().write(Structure.TYPE.draft(new Who.Operator(), structure));
            send(house, LAB, Hl7.admission("C1", "0001", "ANSELME"));
            merge(house, LAB, "0001", "0002");
            caughtUp(house);
            assertThat(aliases(house, "0001")).containsExactly("0002");
            assertThat(house.models().quarantine().size()).isZero();
        }
    }

    /** The merge before the structure counts, the one after counts from the desk alone. */
    private static void assertStands(House house) {
        caughtUp(house);
        assertThat(aliases(house, "0001")).containsExactly("0002");
        assertThat(aliases(house, "0003")).isEmpty();
        assertThat(aliases(house, "0005")).containsExactly("0006");
        List<Quarantine.Held> held =
                house.folded().query(() -> house.models().quarantine().list(Long.MAX_VALUE, 10));
        assertThat(held).hasSize(1);
        assertThat(held.getFirst().reasons()).singleElement().satisfies(reason -> {
            assertThat(reason.key()).isEqualTo("feeds.reason.not-authoritative");
            assertThat(reason.args()).containsExactly("lab", NUMBERS);
        });
    }

    private static List<String> aliases(House house, String number) {
        Patients patients = house.models().patients();
        return house
                .folded()
                .query(() -> patients.byRecord(new RecordKey(NUMBERS, number))
                        .orElseThrow()
                        .aliases())
                .stream()
                .map(Identifier::value)
                .toList();
    }

    private static void caughtUp(House house) {
        assertThat(house.folded().await(house.data().journal().head(), Duration.ofMinutes(1)))
                .isTrue();
        assertThat(house.folded().failures()).isEmpty();
    }

    private static void merge(House house, FeedName feed, String record, String absorbed) {
        send(
                house,
                feed,
                Hl7.message(
                        Hl7.header("ADT^A40^ADT_A39", "M" + record + feed.value()),
                        "EVN||20261123060000",
                        Hl7.pid(record, "FAMILLE", "Marie"),
                        "MRG|" + absorbed + "^^^" + NUMBERS + "^PI"));
    }

    private static void send(House house, FeedName feed, String message) {
        house.inbox().receive(feed, "test", Hl7.utf8(message)).join();
    }
}
