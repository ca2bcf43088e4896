package org.relais.wiring;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.relais.feeds.FeedSettings;
import org.relais.feeds.SealedNote;
import org.relais.journal.DataDirectory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * A sealed note in the data directory of how the feeds stood last: read at start, when the facts are not folded yet. The
 * facts rule; without the note, or with an unreadable one, the usual feed opens and the rest follows.
 */
final class FeedNote {
    private static final Logger LOG = LoggerFactory.getLogger(FeedNote.class);
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String NAME = "feeds-note";

    /** @param frozen names */
    record Known(List<FeedSettings> feeds, List<String> frozen) {
        static final Known NOTHING = new Known(List.of(), List.of());
    }

    private final SealedNote note;
    private Known written = Known.NOTHING;

    private FeedNote(SealedNote note) {
        this.note = note;
    }

    static FeedNote in(DataDirectory data) {
        return new FeedNote(
                new SealedNote(data.path().resolve(NAME), data.journal().sealedFiles(NAME)));
    }

    Known read() {
        try {
            Optional<byte[]> held = note.read();
            if (held.isPresent()) {
                written = JSON.readValue(held.get(), Known.class);
            }
            return written;
        } catch (IOException | JacksonException unreadable) {
            LOG.warn("the note of the feeds cannot be read; they open once the facts are folded");
            return Known.NOTHING;
        }
    }

    /** Writes what is new. */
    void write(Known now) throws IOException {
        if (!now.equals(written)) {
            note.write(JSON.writeValueAsBytes(now));
            written = now;
        }
    }
}
