package org.relais.feeds;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;
import org.relais.journal.crypto.SealedFile;

/** A small sealed file of the data directory, readable by its owner alone and replaced in one step. */
public final class SealedNote {
    private static final FileAttribute<?> PRIVATE =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    private final Path file;
    private final SealedFile sealed;

    public SealedNote(Path file, SealedFile sealed) {
        this.file = file;
        this.sealed = sealed;
    }

    /** What was written last; nothing when nothing ever was. */
    public Optional<byte[]> read() throws IOException {
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try (InputStream in = sealed.opening(Files.newInputStream(file))) {
            return Optional.of(in.readAllBytes());
        }
    }

    /** Replaces it; on disk when this returns. */
    public void write(byte[] bytes) throws IOException {
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(fresh);
        Set<StandardOpenOption> options = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
        FileChannel channel = posix ? FileChannel.open(fresh, options, PRIVATE) : FileChannel.open(fresh, options);
        try (OutputStream out = sealed.sealing(Channels.newOutputStream(channel))) {
            out.write(bytes);
        }
        try (FileChannel disk = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
            disk.force(true);
        }
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
    }
}
