package org.relais.feeds;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import org.relais.journal.Entry;
import org.relais.journal.Journal;

/** Gives back every message that was kept, byte for byte: one file a message, named by the SHA-256 of its bytes. */
public final class RawExport {
    private final Journal journal;

    public RawExport(Journal journal) {
        this.journal = journal;
    }

    /**
     * Writes the files into a directory, made when missing; they are readable by their owner alone.
     *
     * @return how many messages were written
     */
    public long into(Path directory) throws IOException {
        Files.createDirectories(directory);
        long[] written = {0};
        IOException[] failed = {null};
        journal.read(1, entry -> {
            if (failed[0] == null) {
                try {
                    written[0] += write(directory, entry);
                } catch (IOException full) {
                    failed[0] = full;
                }
            }
        });
        if (failed[0] != null) {
            throw failed[0];
        }
        return written[0];
    }

    /** The bytes of the message in an entry, whole; nothing when the entry is no message or forgotten. */
    public static Optional<byte[]> raw(Journal journal, Entry entry) {
        if (entry.forgotten() || !entry.type().equals(ReceivedMessage.TYPE)) {
            return Optional.empty();
        }
        return ReceivedMessage.decode(journal.whole(entry)).map(ReceivedMessage::raw);
    }

    private int write(Path directory, Entry entry) throws IOException {
        Optional<byte[]> raw = raw(journal, entry);
        if (raw.isEmpty()) {
            return 0;
        }
        Path file = directory.resolve(HexFormat.of().formatHex(ReceivedMessage.hash(raw.get())));
        Set<StandardOpenOption> options =
                Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING);
        boolean posix = Files.getFileStore(directory).supportsFileAttributeView("posix");
        try (FileChannel out = posix
                ? FileChannel.open(
                        file,
                        options,
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))
                : FileChannel.open(file, options)) {
            ByteBuffer bytes = ByteBuffer.wrap(raw.get());
            while (bytes.hasRemaining()) {
                out.write(bytes);
            }
        }
        return 1;
    }
}
