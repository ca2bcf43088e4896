package org.relais.feeds;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One look at an entry of a folder, links not followed.
 *
 * @param key what the file stays under when it is renamed; its path where the system has no such thing
 */
record Sighting(Path path, Object key, long bytes, Instant modified, Sort sort) {
    /** What an entry is. */
    enum Sort {
        REGULAR,
        DIRECTORY,
        LINK,
        OTHER
    }

    private static final Set<String> ON_THE_WAY =
            Set.of("tmp", "temp", "part", "partial", "filepart", "crdownload", "writing", "lock", "swp");

    /** Nothing when it is gone again. */
    static Optional<Sighting> of(Path path) {
        try {
            BasicFileAttributes found =
                    Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            @Nullable Object key = found.fileKey();
            return Optional.of(new Sighting(
                    path,
                    key == null ? path : key,
                    found.size(),
                    found.lastModifiedTime().toInstant(),
                    sort(found)));
        } catch (IOException gone) {
            return Optional.empty();
        }
    }

    private static Sort sort(BasicFileAttributes found) {
        if (found.isRegularFile()) {
            return Sort.REGULAR;
        }
        if (found.isDirectory()) {
            return Sort.DIRECTORY;
        }
        return found.isSymbolicLink() ? Sort.LINK : Sort.OTHER;
    }

    String name() {
        return Objects.toString(path.getFileName(), "");
    }

    boolean regular() {
        return sort == Sort.REGULAR;
    }

    boolean directory() {
        return sort == Sort.DIRECTORY;
    }

    boolean link() {
        return sort == Sort.LINK;
    }

    /** The same file with the same content, as far as one sees from outside. */
    boolean same(Sighting other) {
        return key.equals(other.key) && bytes == other.bytes && modified.equals(other.modified);
    }

    /** Whether its name says that somebody still writes it. */
    boolean onTheWay() {
        String name = name().toLowerCase(Locale.ROOT);
        return name.startsWith(".")
                || name.startsWith("~")
                || name.endsWith("~")
                || ON_THE_WAY.contains(name.substring(name.lastIndexOf('.') + 1));
    }
}
