package org.relais.feeds;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import org.relais.hl7.Envelope;
import org.relais.journal.Draft;
import org.relais.journal.FactType;
import org.relais.kernel.Who;

/**
 * A batch whose messages were kept one by one: the fact {@code feeds.batch}.
 *
 * @param peer     network address of the sender, or name of the file
 * @param batches  number of BHS
 * @param flaws    what is wrong with its counts
 * @param envelope the segments around the messages in order, each char one byte
 * @param sha256   of all its bytes, messages too; hexadecimal
 */
public record BatchReceived(
        String feed, String peer, long batches, long messages, List<Flaw> flaws, String envelope, String sha256) {
    /**
     * One thing wrong.
     *
     * @param fault BATCH_COUNT, FILE_COUNT, NO_BATCH_TRAILER or NO_FILE_TRAILER
     * @param said  what the trailer says; -1 without a trailer
     */
    public record Flaw(String fault, long said, long found) {}

    static final FactType<BatchReceived> TYPE = FactType.of("feeds.batch", 1, BatchReceived.class);

    static BatchReceived of(Origin origin, Envelope envelope) {
        List<Flaw> flaws = envelope.flaws().stream()
                .map(flaw -> new Flaw(flaw.fault().name(), flaw.said(), flaw.found()))
                .toList();
        return new BatchReceived(
                origin.feed().value(),
                origin.peer(),
                envelope.batches(),
                envelope.messages(),
                flaws,
                envelope.segments(),
                HexFormat.of().formatHex(envelope.digest()));
    }

    /** Written once for the same bytes on the same feed. */
    Draft draft() {
        ByteArrayOutputStream key = new ByteArrayOutputStream();
        key.writeBytes(("batch\0" + feed + "\0" + sha256).getBytes(StandardCharsets.UTF_8));
        return TYPE.draft(new Who.Machine(), this).onlyOnce(key.toByteArray());
    }
}
