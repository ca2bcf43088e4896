package org.relais.feeds;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.relais.care.Interpretation;
import org.relais.care.Interpreter;
import org.relais.hl7.MessageFile;
import org.relais.journal.Draft;
import org.relais.journal.Entry;
import org.relais.journal.Receipt;
import org.relais.kernel.FeedName;

/**
 * Takes in files of one or many messages. Files are streamed, one message in memory at a time beside those being written.
 * The files stay where they are.
 */
public final class FileImport {
    /** The largest message taken from a file: 64 MiB. */
    public static final int LARGEST = 64 * 1024 * 1024;

    /** The feed that imported files belong to. */
    public static final FeedName FEED = new FeedName("import");

    /**
     * What came of it; messages = kept + duplicates.
     *
     * @param quarantined among the kept
     * @param refused     names of files that hold a message too large to take; what stood before it is kept
     */
    public record Report(
            long files, long messages, long kept, long duplicates, long quarantined, List<String> refused) {}

    private final Inbox inbox;
    private final Interpreter interpreter;
    private final List<String> refused = new ArrayList<>();
    private long files;
    private long kept;
    private long duplicates;
    private long quarantined;

    public FileImport(Inbox inbox, Interpreter interpreter) {
        this.inbox = inbox;
        this.interpreter = interpreter;
    }

    /**
     * Takes the files in, in order.
     *
     * @param progress told the report so far after each file
     * @throws IOException when a file cannot be read; what stood before is kept
     * @throws ProblemException when nothing more can be written
     */
    public synchronized Report run(Collection<Path> paths, Consumer<Report> progress) throws IOException {
        for (Path path : paths) {
            try (InputStream in = new BufferedInputStream(Files.newInputStream(path))) {
                String name = path.getFileName().toString();
                new FileIntake(inbox, this::count).take(new Origin(FEED, name, Via.FILE), in);
            } catch (MessageFile.TooBigException tooBig) {
                refused.add(path.getFileName().toString());
            }
            files++;
            progress.accept(report());
        }
        return report();
    }

    private Report report() {
        return new Report(files, kept + duplicates, kept, duplicates, quarantined, List.copyOf(refused));
    }

    private void count(byte[] raw, Receipt receipt) {
        if (receipt.known()) {
            duplicates++;
        } else {
            kept++;
            quarantined += inQuarantine(raw, receipt) ? 1 : 0;
        }
    }

    private boolean inQuarantine(byte[] raw, Receipt receipt) {
        Draft draft = new ReceivedMessage(new Origin(FEED, "", Via.FILE), raw).draft(Optional.empty());
        Entry entry = new Entry(
                receipt.position(),
                receipt.key(),
                Instant.EPOCH,
                draft.type(),
                draft.version(),
                draft.who(),
                null,
                draft.payload(),
                List.of());
        return interpreter
                .interpret(entry, Interpreter.Depth.IDENTITY)
                .map(Interpretation::quarantined)
                .orElse(false);
    }
}
