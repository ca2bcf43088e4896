package org.relais.journal;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.relais.journal.store.EntryStore;
import org.relais.kernel.Problem.Category;

/**
 * A backup: one zip file (uncompressed: what is sealed does not shrink) with the key slots and a copy of the store. All
 * in it is sealed; it opens with the passphrase.
 */
final class Backup {
    private static final List<String> CONTENT = List.of(DataDirectory.KEYS, DataDirectory.DATABASE);

    private Backup() {}

    static void write(EntryStore store, Path keys, Path to) throws IOException {
        if (Files.exists(to)) {
            throw Problems.of(Category.CONFLICT, "journal.exists", to);
        }
        Path copy = to.resolveSibling(to.getFileName() + ".db");
        Path fresh = to.resolveSibling(to.getFileName() + ".new");
        Files.deleteIfExists(fresh);
        Files.deleteIfExists(copy);
        try {
            PrivateFiles.create(copy).close();
            store.backup(copy);
            try (FileChannel channel = PrivateFiles.create(fresh);
                    ZipOutputStream zip = new ZipOutputStream(Channels.newOutputStream(channel))) {
                zip.setLevel(Deflater.NO_COMPRESSION);
                put(zip, DataDirectory.KEYS, keys);
                put(zip, DataDirectory.DATABASE, copy);
                zip.finish();
                channel.force(true);
            }
            PrivateFiles.publish(fresh, to);
        } finally {
            Files.deleteIfExists(copy);
            Files.deleteIfExists(fresh);
        }
    }

    private static void put(ZipOutputStream zip, String name, Path file) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTime(0);
        zip.putNextEntry(entry);
        Files.copy(file, zip);
        zip.closeEntry();
    }

    static void restore(Path from, Path directory) throws IOException {
        if (Files.isDirectory(directory) && !PrivateFiles.empty(directory)) {
            throw Problems.of(Category.CONFLICT, "journal.not-empty", directory);
        }
        PrivateFiles.directory(directory);
        Set<String> taken = new HashSet<>();
        try (ZipInputStream zip = new ZipInputStream(new BufferedInputStream(Files.newInputStream(from)))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (!CONTENT.contains(entry.getName()) || !taken.add(entry.getName())) {
                    throw new ZipException("a file that no backup has");
                }
                take(zip, directory.resolve(entry.getName() + ".new"));
            }
            if (taken.size() != CONTENT.size()) {
                throw new ZipException("a backup lacks a file");
            }
        } catch (ZipException altered) {
            for (String name : taken) {
                Files.deleteIfExists(directory.resolve(name + ".new"));
            }
            throw Problems.of(Category.CORRUPT, "journal.not-a-backup", altered);
        }
        PrivateFiles.publish(
                directory.resolve(DataDirectory.DATABASE + ".new"), directory.resolve(DataDirectory.DATABASE));
        PrivateFiles.publish(directory.resolve(DataDirectory.KEYS + ".new"), directory.resolve(DataDirectory.KEYS));
    }

    private static void take(InputStream zip, Path file) throws IOException {
        try (FileChannel channel = PrivateFiles.create(file);
                OutputStream out = Channels.newOutputStream(channel)) {
            zip.transferTo(out);
            channel.force(true);
        }
    }
}
