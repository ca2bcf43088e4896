package org.relais.web.shell;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.relais.journal.crypto.SealedFile;
import org.relais.kernel.Pseudonyms;
import org.relais.kernel.StaffId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What people have typed and not yet sent: one sealed file a form, account and patient, no fact. A file's name tells
 * nothing. Gone once the form is taken in, when it is discarded, and after a day. Thread-safe.
 */
public final class FormDrafts implements AutoCloseable {
    static final Duration KEPT = Duration.ofHours(24);
    static final int LONGEST = 64 * 1024;
    private static final int MOST_OF_ONE = 40;
    private static final String ENDING = ".draft";
    private static final Logger LOG = LoggerFactory.getLogger(FormDrafts.class);

    private final Path folder;
    private final SealedFile form;
    private final Pseudonyms names;
    private final InstantSource clock;
    private final ScheduledExecutorService broom = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("draft-broom").factory());

    /**
     * Whose draft of which form.
     *
     * @param form    path that the form is sent to
     * @param patient id of the patient that the form names, or empty
     */
    public record Place(StaffId account, String form, String patient) {}

    /**
     * A draft.
     *
     * @param once   the form's key, so that sending the draft after a lost answer writes nothing twice
     * @param fields names and values, as the page's script wrote them
     */
    public record Kept(Instant at, String once, String fields) {}

    public FormDrafts(Path folder, SealedFile form, Pseudonyms names, InstantSource clock) {
        this.folder = folder;
        this.form = form;
        this.names = names;
        this.clock = clock;
        broom.scheduleWithFixedDelay(this::sweep, 0, 1, TimeUnit.HOURS);
    }

    synchronized void keep(Place place, String once, String fields) {
        try {
            makeRoom(place);
            Path file = file(place);
            Path fresh = file.resolveSibling(file.getFileName() + ".new");
            Files.deleteIfExists(fresh);
            Files.createFile(fresh, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            try (DataOutputStream out = new DataOutputStream(form.sealing(Files.newOutputStream(fresh)))) {
                byte[] bytes = fields.getBytes(StandardCharsets.UTF_8);
                out.writeLong(clock.instant().toEpochMilli());
                out.writeUTF(once);
                out.writeInt(bytes.length);
                out.write(bytes);
            }
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    /** The draft; one that is too old or can not be opened is none. */
    synchronized Optional<Kept> find(Place place) {
        Path file = file(place);
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try (DataInputStream in =
                new DataInputStream(form.opening(new ByteArrayInputStream(Files.readAllBytes(file))))) {
            Instant at = Instant.ofEpochMilli(in.readLong());
            Kept kept = new Kept(at, in.readUTF(), new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8));
            return at.plus(KEPT).isAfter(clock.instant()) ? Optional.of(kept) : Optional.empty();
        } catch (IOException unreadable) {
            LOG.warn("a draft can not be opened and is dropped: {}", unreadable.toString());
            discard(place);
            return Optional.empty();
        }
    }

    synchronized void discard(Place place) {
        try {
            Files.deleteIfExists(file(place));
        } catch (IOException undeletable) {
            throw new UncheckedIOException(undeletable);
        }
    }

    /** Deletes what is older than a day, by the file's time. */
    synchronized void sweep() {
        try {
            for (Path file : files("")) {
                if (Files.getLastModifiedTime(file).toInstant().plus(KEPT).isBefore(clock.instant())) {
                    Files.deleteIfExists(file);
                }
            }
        } catch (IOException untouched) {
            LOG.warn("old drafts could not be deleted: {}", untouched.toString());
        }
    }

    private void makeRoom(Place place) throws IOException {
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(
                    folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        }
        List<Path> mine = files(prefix(place));
        for (Path oldest : mine.subList(0, Math.max(0, mine.size() - MOST_OF_ONE + 1))) {
            Files.deleteIfExists(oldest);
        }
    }

    private List<Path> files(String prefix) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(file -> file.getFileName().toString().startsWith(prefix))
                    .sorted(Comparator.comparingLong(file -> file.toFile().lastModified()))
                    .toList();
        }
    }

    private Path file(Place place) {
        String name = names.of("draft", String.join("\0", place.account().hex(), place.form(), place.patient()));
        return folder.resolve(prefix(place) + name + ENDING);
    }

    private String prefix(Place place) {
        return names.of("drafts-of", place.account().hex()).substring(0, 16) + "-";
    }

    @Override
    public void close() {
        broom.shutdownNow();
    }
}
