package org.relais.care.chart;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.relais.care.found.FoundBooks;
import org.relais.care.identity.Hit;
import org.relais.care.identity.Patients;
import org.relais.care.wards.Structures;
import org.relais.care.wards.Wards;
import org.relais.feeds.Origin;
import org.relais.feeds.ReceivedMessage;
import org.relais.feeds.Via;
import org.relais.feeds.hl7v2.Hl7Interpreter;
import org.relais.hl7.MessageFile;
import org.relais.journal.Entry;
import org.relais.journal.EntryKey;
import org.relais.kernel.FeedName;
import org.relais.kernel.NodeId;
import org.relais.kernel.Who;
import org.relais.testkit.Said;
import org.relais.testkit.Site;

/** Any messages, one after another: whoever they speak of is found and has a chart. */
class ChartFuzzTest {
    private static final Origin ORIGIN = new Origin(new FeedName("mllp"), "127.0.0.1", Via.MLLP);
    private static final NodeId NODE = new NodeId("00112233445566778899aabbccddeeff");
    private static final Instant NOW = Said.START.plusSeconds(3_600);
    private static final int LIMIT = 1 << 16;

    @FuzzTest
    void messages(byte[] file) throws IOException {
        List<Entry> entries = entries(file);
        Hl7Interpreter interpreter = new Hl7Interpreter();
        Structures structures = new Structures();
        Patients patients = new Patients(Site.PSEUDONYMS, interpreter, structures::zone, () -> NOW);
        entries.forEach(patients::apply);
        Charts charts = new Charts(
                new Charts.Sources(new Wards(structures, patients), interpreter, FoundBooks.unwritten(), () -> null),
                positions -> Arrays.stream(positions)
                        .mapToObj(at -> entries.get((int) at - 1))
                        .toList(),
                new Charts.Locked() {
                    @Override
                    public <T> T ask(Supplier<T> question) {
                        return question.get();
                    }
                });
        for (Entry entry : entries) {
            patients.named(entry)
                    .forEach(id -> assertThat(charts.chart(id, NOW)).isPresent());
        }
        found(patients);
    }

    private static void found(Patients patients) {
        for (String text : List.of("JOSEPH", "0001", "12/04/1990", "É")) {
            List<Hit> hits = patients.find(text, 5);
            hits.forEach(hit -> assertThat(patients.get(hit.patient().id())).isPresent());
        }
    }

    private static List<Entry> entries(byte[] file) throws IOException {
        List<Entry> entries = new ArrayList<>();
        MessageFile parts = new MessageFile(new ByteArrayInputStream(file), LIMIT);
        for (byte[] raw = parts.next(); raw != null; raw = parts.next()) {
            long position = entries.size() + 1L;
            entries.add(new Entry(
                    position,
                    new EntryKey(NODE, NODE.hex(), position),
                    Said.START.plusSeconds(position),
                    ReceivedMessage.TYPE,
                    1,
                    new Who.Machine(),
                    null,
                    new ReceivedMessage(ORIGIN, raw).draft(Optional.empty()).payload(),
                    List.of()));
        }
        return entries;
    }
}
