package org.relais.journal;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.OptionalLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The snapshots of read models in one directory: a sealed file per model with its name, its version, the position it
 * reflects and the hash of the entry there. What does not match is dropped: a snapshot is never more than a shortcut.
 */
final class Snapshots {
    private static final Logger LOG = LoggerFactory.getLogger(Snapshots.class);
    private static final int FORMAT = 1;
    private static final String SUFFIX = ".snapshot";

    private final Journal journal;
    private final Path directory;
    private boolean dropped;

    Snapshots(Journal journal, Path directory) throws IOException {
        this.journal = journal;
        this.directory = directory;
        PrivateFiles.directory(directory);
        journal.onForget(new Journal.ForgetListener() {
            @Override
            public void dropping() {
                drop(true);
            }

            @Override
            public void dropped() {
                drop(false);
            }
        });
    }

    /**
     * Deletes all snapshots.
     *
     * @param knowing the models in memory still know what is forgotten: none is written until they do not
     */
    private synchronized void drop(boolean knowing) {
        dropped = knowing;
        try (var files = Files.list(directory)) {
            for (Path file : files.toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException broken) {
            throw Problems.unreadable(broken);
        }
    }

    /** The position that the snapshot of a model reflects; 0 when there is none that fits. */
    long position(ReadModel model) throws IOException {
        Path file = file(model);
        if (!Files.exists(file) || !authentic(file, model)) {
            return 0;
        }
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(opened(file, model)))) {
            return matching(in, model).orElse(0);
        }
    }

    /**
     * Loads a model from its snapshot, which fits.
     *
     * @throws IOException when the model refuses an authentic snapshot of its own version, which may leave it half read
     */
    void load(ReadModel model) throws IOException {
        Path file = file(model);
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(opened(file, model)))) {
            if (matching(in, model).isPresent()) {
                model.load(in);
            }
        } catch (IOException | RuntimeException refused) {
            Files.deleteIfExists(file);
            throw new IOException("a read model refused its own snapshot", refused);
        }
    }

    private OptionalLong matching(DataInputStream in, ReadModel model) throws IOException {
        if (in.readInt() != FORMAT || !in.readUTF().equals(model.name()) || in.readInt() != model.version()) {
            return OptionalLong.empty();
        }
        long position = in.readLong();
        byte[] hash = in.readNBytes(Header.HASH);
        boolean same = position <= journal.head() && Arrays.equals(hash, journal.hashAt(position));
        return same ? OptionalLong.of(position) : OptionalLong.empty();
    }

    /** Whether the whole file opens: read once before a model sees a byte of it. */
    private boolean authentic(Path file, ReadModel model) {
        try (InputStream in = opened(file, model)) {
            in.transferTo(OutputStream.nullOutputStream());
            return true;
        } catch (IOException altered) {
            LOG.warn("the snapshot of {} is not whole; it is made again from the journal", model.name());
            return false;
        }
    }

    private InputStream opened(Path file, ReadModel model) throws IOException {
        return journal.sealedFiles("snapshot " + model.name()).opening(Files.newInputStream(file));
    }

    /** Writes a model's state, unless it may still know what was forgotten. */
    synchronized void save(ReadModel model, long position) throws IOException {
        if (dropped || position == 0) {
            return;
        }
        Path fresh = directory.resolve(model.name() + ".new");
        Files.deleteIfExists(fresh);
        OutputStream below = new BufferedOutputStream(Channels.newOutputStream(PrivateFiles.create(fresh)));
        try (DataOutputStream out = new DataOutputStream(new BufferedOutputStream(
                journal.sealedFiles("snapshot " + model.name()).sealing(below), 1 << 16))) {
            out.writeInt(FORMAT);
            out.writeUTF(model.name());
            out.writeInt(model.version());
            out.writeLong(position);
            out.write(journal.hashAt(position));
            model.save(out);
        }
        PrivateFiles.publish(fresh, file(model));
    }

    private Path file(ReadModel model) {
        return directory.resolve(model.name() + SUFFIX);
    }
}
