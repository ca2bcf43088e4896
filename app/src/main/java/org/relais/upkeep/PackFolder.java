package org.relais.upkeep;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The folder, or USB key, where a node puts files that must outlive it. It is prepared once: a note for whoever finds it
 * marks it, so that a key that is not plugged in is missed instead of its empty mount point being filled.
 */
final class PackFolder {
    static final String NOTE = "RELAIS-LISEZMOI-README.txt";
    private static final long LEAST_FREE = 1 << 20;

    private final Path folder;
    private final String node;

    /** @param node id of the node, 32 hexadecimal digits */
    PackFolder(Path folder, String node) {
        this.folder = folder;
        this.node = node;
    }

    Path file(String name) {
        return folder.resolve(name);
    }

    /** Marks the folder as this node's. Makes the folder when its parent is there. */
    void prepare(String note) throws IOException {
        if (!Files.isDirectory(folder)) {
            Files.createDirectory(folder);
        }
        write(NOTE, (note + "\n\nRELAIS " + node + "\n").getBytes(StandardCharsets.UTF_8));
    }

    /** Why nothing can be written here now, as the key of an alarm; empty when something can. */
    Optional<String> trouble() {
        if (!Files.isDirectory(folder)) {
            return Optional.of("missing");
        }
        try {
            Path note = folder.resolve(NOTE);
            if (!Files.isRegularFile(note) || !Files.readString(note).contains("RELAIS " + node)) {
                return Optional.of("unprepared");
            }
            FileStore store = Files.getFileStore(folder);
            if (store.isReadOnly() || !Files.isWritable(folder)) {
                return Optional.of("read-only");
            }
            return store.getUsableSpace() < LEAST_FREE ? Optional.of("full") : Optional.empty();
        } catch (IOException broken) {
            return Optional.of("broken");
        }
    }

    /** What a failed write comes from, as the key of an alarm. */
    String blame(IOException failed) {
        String text = String.valueOf(failed.getMessage());
        return text.contains("No space") ? "full" : trouble().orElse("broken");
    }

    /** Puts a file in its place in one step: whole and on the disk before it bears its name. */
    void write(String name, byte[] bytes) throws IOException {
        Path fresh = folder.resolve("." + name + ".new");
        Files.deleteIfExists(fresh);
        try {
            try (FileChannel channel = create(fresh)) {
                ByteBuffer left = ByteBuffer.wrap(bytes);
                while (left.hasRemaining()) {
                    channel.write(left);
                }
                channel.force(true);
            }
            publish(fresh, name);
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    /** Gives a finished file its name, for good. */
    void publish(Path fresh, String name) throws IOException {
        Files.move(fresh, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        if (posix()) {
            try (FileChannel directory = FileChannel.open(folder, StandardOpenOption.READ)) {
                directory.force(true);
            }
        }
    }

    private FileChannel create(Path file) throws IOException {
        Set<StandardOpenOption> options = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        return posix()
                ? FileChannel.open(
                        file,
                        options,
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))
                : FileChannel.open(file, options);
    }

    private boolean posix() throws IOException {
        return Files.getFileStore(folder).supportsFileAttributeView("posix");
    }

    /** Removes this node's files of a kind that nobody wants any more, and what a failed write left. */
    List<String> sweep(String prefix, Predicate<String> wanted) throws IOException {
        List<Path> gone;
        try (Stream<Path> files = Files.list(folder)) {
            gone = files.filter(file -> ours(file.getFileName().toString(), prefix))
                    .filter(file -> !wanted.test(file.getFileName().toString()))
                    .toList();
        }
        for (Path file : gone) {
            Files.deleteIfExists(file);
        }
        return gone.stream().map(file -> file.getFileName().toString()).toList();
    }

    private static boolean ours(String name, String prefix) {
        return name.startsWith(prefix) || (name.startsWith("." + prefix) && name.endsWith(".new"));
    }
}
