package org.relais.feeds.hl7v2.pam;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.relais.care.identity.Patient;
import org.relais.care.identity.Patients;
import org.relais.care.identity.Place;
import org.relais.care.identity.Stay;
import org.relais.feeds.FeedCounters;
import org.relais.feeds.Inbox;
import org.relais.feeds.Origin;
import org.relais.feeds.ReceivedMessage;
import org.relais.feeds.Via;
import org.relais.feeds.hl7v2.Hl7Interpreter;
import org.relais.hl7.Header;
import org.relais.journal.DataDirectory;
import org.relais.journal.Draft;
import org.relais.journal.Entry;
import org.relais.journal.EntryKey;
import org.relais.journal.Receipt;
import org.relais.journal.TestDirectory;
import org.relais.kernel.FeedName;
import org.relais.kernel.Identifier;
import org.relais.kernel.Mode;
import org.relais.kernel.NodeId;
import org.relais.kernel.PatientId;
import org.relais.kernel.RecordKey;
import org.relais.kernel.Who;
import org.relais.testkit.Said;
import org.relais.testkit.Site;

/** Generated PAM sequences, written as HL7, interpreted and folded by the product, against an oracle that shares nothing. */
class PamOracleTest {
    private static final int SEQUENCES = Integer.getInteger("relais.pam.sequences", 1000);
    private static final FeedName FEED = new FeedName("mllp");
    private static final NodeId NODE = new NodeId("00112233445566778899aabbccddeeff");

    @TempDir
    Path folder;

    @Test
    void everyChartOfAThousandSequencesIsAsTheOracleSays() {
        List<String> wrong = new ArrayList<>();
        Set<String> seen = new TreeSet<>();
        for (long seed = 1; seed <= SEQUENCES; seed++) {
            List<PamEvent> story = PamStory.of(seed);
            PamOracle oracle = told(story);
            Map<String, PamOracle.Expected> expected = oracle.charts();
            Map<String, PamOracle.Expected> charts = charts(folded(story), oracle);
            if (!charts.equals(expected)) {
                wrong.add(seed + "\n  is   " + charts + "\n  must " + expected);
            }
            expected.values().forEach(chart -> seen.addAll(chart.kinds()));
        }
        assertThat(wrong).as("sequences that differ from the oracle").isEmpty();
        assertThat(seen)
                .as("what the sequences come to")
                .contains("present", "on leave", "gone", "awaited", "unknown", "alias", "linked", "mother");
    }

    @Test
    void throughTheJournalAMessageWhoseBytesComeTwiceCountsOnce() {
        Random random = new Random(7);
        try (DataDirectory directory =
                TestDirectory.create(folder.resolve("data"), Mode.DEMO, InstantSource.fixed(Said.START))) {
            Inbox inbox = new Inbox(directory.journal(), new FeedCounters());
            List<CompletableFuture<Receipt>> receipts = new ArrayList<>();
            List<PamOracle> oracles = new ArrayList<>();
            for (long seed = 1; seed <= 40; seed++) {
                List<PamEvent> story = PamStory.of(seed, "s" + seed + "-");
                oracles.add(told(story));
                List<byte[]> sent = new ArrayList<>();
                for (PamEvent event : story) {
                    sent.add(event.hl7("s" + seed + "-" + sent.size()));
                    receipts.add(inbox.receive(FEED, "desk", sent.getLast()));
                    receipts.add(inbox.receive(FEED, "desk", sent.get(random.nextInt(sent.size()))));
                }
            }
            long kept =
                    receipts.stream().filter(receipt -> !receipt.join().known()).count();
            assertThat(kept).isEqualTo(receipts.size() / 2);
            Patients patients = patients();
            directory.journal().read(1, patients::apply);
            oracles.forEach(oracle -> assertThat(charts(patients, oracle)).isEqualTo(oracle.charts()));
        }
    }

    @Test
    void anyMessageSentTwiceUnderAnotherControlIdGivesTheSameChart() {
        for (long seed = 1; seed <= SEQUENCES / 3; seed++) {
            List<PamEvent> story = PamStory.of(seed);
            List<PamEvent> twice =
                    story.stream().flatMap(event -> Stream.of(event, event)).toList();
            PamOracle oracle = told(story);
            assertThat(charts(folded(twice), oracle)).as("seed %d", seed).isEqualTo(oracle.charts());
        }
    }

    private static PamOracle told(List<PamEvent> story) {
        PamOracle oracle = new PamOracle();
        story.forEach(oracle::take);
        return oracle;
    }

    private static Patients patients() {
        return new Patients(Site.PSEUDONYMS, new Hl7Interpreter(), () -> Site.ZONE, InstantSource.fixed(Said.START));
    }

    private static Patients folded(List<PamEvent> story) {
        Patients patients = patients();
        long position = 0;
        for (PamEvent event : story) {
            position++;
            patients.apply(entry(position, event.hl7("C" + position)));
        }
        return patients;
    }

    private static Entry entry(long position, byte[] raw) {
        Draft draft = new ReceivedMessage(new Origin(FEED, "desk", Via.MLLP), raw).draft(Header.of(raw));
        return new Entry(
                position,
                new EntryKey(NODE, NODE.hex(), position),
                Said.START,
                draft.type(),
                draft.version(),
                new Who.Machine(),
                null,
                draft.payload(),
                List.of());
    }

    private static Map<String, PamOracle.Expected> charts(Patients patients, PamOracle oracle) {
        Map<String, PamOracle.Expected> charts = new TreeMap<>();
        for (String record : oracle.records()) {
            Patient patient = patient(patients, record);
            charts.put(
                    record,
                    new PamOracle.Expected(
                            numbers(patient.identifiers()),
                            numbers(patient.aliases()),
                            stands(patient),
                            mother(patients, patient, oracle)));
        }
        return charts;
    }

    private static Patient patient(Patients patients, String record) {
        return patients.byRecord(new RecordKey(PamEvent.AUTHORITY, record))
                .orElseThrow(() -> new AssertionError("no chart of " + record));
    }

    /** The record that speaks for the mother's chart. */
    private static String mother(Patients patients, Patient child, PamOracle oracle) {
        PatientId mother = child.mother();
        return mother == null
                ? ""
                : oracle.records().stream()
                        .filter(record -> patient(patients, record).id().equals(mother))
                        .filter(record -> oracle.speaker(record).equals(record))
                        .collect(Collectors.joining(" "));
    }

    private static String numbers(List<Identifier> identifiers) {
        Predicate<Identifier> own = identifier -> identifier.authority().equals(PamEvent.AUTHORITY);
        return identifiers.stream().filter(own).map(Identifier::value).sorted().collect(Collectors.joining(" "));
    }

    private static String stands(Patient patient) {
        Place place = patient.place();
        Stay stay = patient.stay();
        if (stay == null) {
            return "unknown";
        }
        String state = place != null
                ? stay.onLeave() ? "on leave" : "present"
                : stay.dischargedAt() != null ? "gone" : stay.awaited() ? "awaited" : "nowhere";
        String where = place == null ? "" : place.ward().value() + "/" + place.room() + "/" + place.bed();
        Identifier visit = stay.visit();
        return String.join(" ", state, where, visit == null ? "" : visit.value(), stay.patientClass());
    }
}
