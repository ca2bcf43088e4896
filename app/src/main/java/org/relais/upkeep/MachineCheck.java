package org.relais.upkeep;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Checks of the machine under a data directory: they need no passphrase. */
public final class MachineCheck {
    private static final int JAVA = 25;
    private static final long LEAST_HEAP_MB = 400;
    private static final long LEAST_FREE_MB = 2048;
    private static final int SYNCS = 15;
    private static final double SLOW_MILLIS = 50;
    private static final Set<PosixFilePermission> OWNER = PosixFilePermissions.fromString("rwx------");

    private final Path data;

    public MachineCheck(Path data) {
        this.data = data;
    }

    public List<Finding> run() {
        return List.of(java(), memory(), disk(), sync(), permissions());
    }

    private static Finding java() {
        int version = Runtime.version().feature();
        return Finding.of("java", version >= JAVA, version, JAVA);
    }

    private static Finding memory() {
        long megabytes = Runtime.getRuntime().maxMemory() >> 20;
        return Finding.of("memory", megabytes >= LEAST_HEAP_MB, megabytes, LEAST_HEAP_MB);
    }

    private Finding disk() {
        try {
            long free = Files.getFileStore(data).getUsableSpace() >> 20;
            long needed = Math.max(LEAST_FREE_MB, 2 * (size() >> 20));
            return Finding.of("disk", free >= needed, free, needed);
        } catch (IOException unreadable) {
            return Finding.of("disk", false, 0, LEAST_FREE_MB);
        }
    }

    private long size() throws IOException {
        Path database = data.resolve("journal.db");
        return Files.exists(database) ? Files.size(database) : 0;
    }

    /** Time that the disk takes to keep 4 KiB for good: the middle of fifteen. */
    private Finding sync() {
        Path probe = data.resolve("doctor.probe");
        long[] nanos = new long[SYNCS];
        try (FileChannel channel = FileChannel.open(
                probe,
                StandardOpenOption.CREATE,
                StandardOpenOption.WRITE,
                StandardOpenOption.TRUNCATE_EXISTING,
                StandardOpenOption.DELETE_ON_CLOSE)) {
            for (int at = 0; at < SYNCS; at++) {
                ByteBuffer page = ByteBuffer.allocate(4096);
                long began = System.nanoTime();
                channel.write(page);
                channel.force(true);
                nanos[at] = System.nanoTime() - began;
            }
        } catch (IOException unwritable) {
            return Finding.of("sync", false, "-", SLOW_MILLIS);
        }
        Arrays.sort(nanos);
        double middle = Math.round(nanos[SYNCS / 2] / 1e5) / 10.0;
        return Finding.of("sync", middle <= SLOW_MILLIS, middle, SLOW_MILLIS);
    }

    private Finding permissions() {
        try (Stream<Path> walk = Files.walk(data)) {
            List<String> open = walk.filter(MachineCheck::isOpen)
                    .map(path -> path.equals(data) ? "." : data.relativize(path).toString())
                    .sorted()
                    .toList();
            return Finding.of("permissions", open.isEmpty(), open.size(), String.join(", ", open));
        } catch (IOException unreadable) {
            return Finding.of("permissions", false, 1, ".");
        }
    }

    /** Whether anybody but its owner may do anything with a file. */
    private static boolean isOpen(Path path) {
        try {
            return !Files.isSymbolicLink(path)
                    && Files.exists(path)
                    && !OWNER.containsAll(Files.getPosixFilePermissions(path));
        } catch (IOException gone) {
            return false;
        } catch (UnsupportedOperationException noSuchThingHere) {
            return false;
        }
    }
}
