package org.relais.feeds;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.relais.journal.Draft;
import org.relais.journal.FactType;
import org.relais.kernel.Who;

/**
 * A file in a watched folder that could not be taken in: the fact {@code feeds.file-refused}. The file itself was put
 * aside, not deleted.
 *
 * @param file     its name
 * @param modified when it was last changed, milliseconds since 1970
 */
public record FileRefused(String feed, String file, long bytes, long modified, Reason reason) {
    /** Why a file was not taken. */
    public enum Reason {
        /** A message in it is larger than 64 MiB; what stood before is kept. */
        TOO_BIG,
        /** It could not be read. */
        UNREADABLE,
        /** It is a link, which is never followed. */
        LINK,
        /** It is no file: a pipe, a socket, a device. */
        NO_FILE,
        /** It stayed empty. */
        EMPTY
    }

    static final FactType<FileRefused> TYPE = FactType.of("feeds.file-refused", 1, FileRefused.class);

    /** Written once for the same file in the same state. */
    Draft draft() {
        String key = String.join(
                "\0", feed, file, "" + bytes, "" + modified, reason.name().toLowerCase(Locale.ROOT));
        return TYPE.draft(new Who.Machine(), this).onlyOnce(key.getBytes(StandardCharsets.UTF_8));
    }
}
