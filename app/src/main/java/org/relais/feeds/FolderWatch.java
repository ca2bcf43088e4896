package org.relais.feeds;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.relais.feeds.FileRefused.Reason;
import org.relais.hl7.MessageFile;
import org.relais.kernel.ProblemException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The door of a feed that comes as files in a folder. A file is taken once it has not changed for a while, and deleted
 * only after every message in it is on disk: taken twice, it changes nothing. What cannot be taken is put aside in the
 * subfolder {@code relais-refused} and told. Links are never followed, subfolders never entered, and names that a writer
 * uses on the way ({@code .name}, {@code name.tmp}, {@code name.part}...) are left alone.
 */
public final class FolderWatch implements Door {
    /**
     * When a file counts as whole.
     *
     * @param every      how often the folder is looked at
     * @param settled    how long a file that ends like a message has not changed
     * @param unfinished the same for one that does not, and how long what cannot be read is tried
     */
    public record Timing(Duration every, Duration settled, Duration unfinished) {
        /** One second, two, a minute. */
        public static final Timing USUAL =
                new Timing(Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(60));
    }

    /** Where files that could not be taken are put, below the watched folder. */
    public static final String ASIDE = "relais-refused";

    private static final Logger LOG = LoggerFactory.getLogger(FolderWatch.class);
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(10);
    private static final Duration CLOSING = Duration.ofSeconds(5);

    private final FeedSettings settings;
    private final Path folder;
    private final Inbox inbox;
    private final Consumer<FileRefused> refused;
    private final Timing timing;
    private final Sightings sightings = new Sightings();
    private final Thread thread;
    private volatile boolean closing;
    private volatile String trouble = "";

    private FolderWatch(FeedSettings settings, Inbox inbox, Consumer<FileRefused> refused, Timing timing) {
        this.settings = settings;
        this.folder = Path.of(settings.folder());
        this.inbox = inbox;
        this.refused = refused;
        this.timing = timing;
        this.thread = Thread.ofVirtual().name("folder-" + settings.name()).unstarted(this::run);
    }

    /** @param refused told of each file that is put aside, before it is */
    public static FolderWatch open(FeedSettings settings, Inbox inbox, Consumer<FileRefused> refused, Timing timing) {
        FolderWatch watch = new FolderWatch(settings, inbox, refused, timing);
        watch.thread.start();
        return watch;
    }

    private void run() {
        while (!closing) {
            Duration pause = timing.every();
            try {
                look();
                trouble = "";
            } catch (IOException | DirectoryIteratorException missing) {
                trouble = "feeds.folder-unreadable";
            } catch (ProblemException stopped) {
                trouble = "feeds.folder-not-written";
                pause = AFTER_FAILURE;
            }
            if (!closing) {
                LockSupport.parkNanos(pause.toNanos());
            }
        }
    }

    /** One look at the folder: takes, oldest first, what is whole. */
    private void look() throws IOException {
        List<Sighting> now = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
            for (Path entry : entries) {
                Sighting.of(entry).filter(seen -> !seen.directory()).ifPresent(now::add);
            }
        }
        sightings.renew(now);
        now.sort(Comparator.comparing(Sighting::modified)
                .thenComparing(seen -> seen.path().toString()));
        for (Sighting one : now) {
            if (closing) {
                return;
            }
            if (!one.onTheWay() && !sightings.leftAlone(one)) {
                consider(one);
            }
        }
    }

    private void consider(Sighting file) throws IOException {
        Duration unchanged = sightings.unchanged(file);
        if (file.link()) {
            refuse(file, Reason.LINK);
        } else if (!file.regular()) {
            refuse(file, Reason.NO_FILE);
        } else if (unchanged.compareTo(timing.settled()) >= 0) {
            boolean longEnough = unchanged.compareTo(timing.unfinished()) >= 0;
            try {
                if (file.bytes() == 0) {
                    if (longEnough) {
                        refuse(file, Reason.EMPTY);
                    }
                } else if (longEnough || FileEnd.finished(file.path())) {
                    take(file);
                }
            } catch (NoSuchFileException gone) {
                LOG.debug("feed {}: a file went away again", settings.name());
            } catch (IOException unreadable) {
                if (longEnough && !closing) {
                    refuse(file, Reason.UNREADABLE);
                }
            }
        }
    }

    private void take(Sighting file) throws IOException {
        Origin origin = new Origin(settings.feed(), file.name(), Via.FILE, settings.fallback());
        try (InputStream in = new BufferedInputStream(new Stopping(file.path()), 1 << 16)) {
            new FileIntake(inbox, (_, _) -> {}).take(origin, in);
        } catch (MessageFile.TooBigException tooBig) {
            refuse(file, Reason.TOO_BIG);
            return;
        }
        if (!Sighting.of(file.path()).filter(file::same).isPresent()) {
            return;
        }
        try {
            Files.delete(file.path());
        } catch (IOException kept) {
            sightings.leaveAlone(file);
            LOG.warn("feed {}: a file that was taken in could not be deleted", settings.name());
        }
    }

    /** The file's bytes, until the door closes: what is left is read again once it opens. */
    private final class Stopping extends FilterInputStream {
        Stopping(Path file) throws IOException {
            super(Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS));
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            if (closing) {
                throw new IOException("the feed was closed");
            }
            return super.read(bytes, offset, length);
        }
    }

    private void refuse(Sighting file, Reason reason) throws IOException {
        inbox.counters().refused(settings.feed());
        refused.accept(new FileRefused(
                settings.name(), file.name(), file.bytes(), file.modified().toEpochMilli(), reason));
        sightings.leaveAlone(file);
        Path aside = Files.createDirectories(folder.resolve(ASIDE));
        Path to = aside.resolve(file.name());
        for (int copy = 2; Files.exists(to, LinkOption.NOFOLLOW_LINKS); copy++) {
            to = aside.resolve(copy + "-" + file.name());
        }
        try {
            Files.move(file.path(), to);
        } catch (IOException stays) {
            LOG.warn("feed {}: a file that cannot be taken in could not be put aside", settings.name());
        }
    }

    @Override
    public String place() {
        return settings.folder();
    }

    @Override
    public int connections() {
        return 0;
    }

    @Override
    public String trouble() {
        return trouble;
    }

    @Override
    public void close() {
        closing = true;
        LockSupport.unpark(thread);
        try {
            thread.join(CLOSING);
        } catch (InterruptedException told) {
            Thread.currentThread().interrupt();
        }
    }
}
