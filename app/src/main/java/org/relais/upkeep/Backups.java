package org.relais.upkeep;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;
import org.relais.journal.Receipt;
import org.relais.kernel.Outcome;
import org.relais.kernel.Problem;
import org.relais.kernel.ProblemException;
import org.relais.kernel.Who;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Backups by the clock, and the drill that proves that one can be restored. Thread-safe; one at a time. */
public final class Backups {
    private static final Logger LOG = LoggerFactory.getLogger(Backups.class);
    private static final Who MACHINE = new Who.Machine();
    private static final String PREFIX = "relais-backup_";
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final Duration RETRY = Duration.ofMinutes(10);
    private static final int NODE_DIGITS = 8;

    private final Desk desk;
    private final BackupLog log;
    private final Copies copies;
    private final ReentrantLock running = new ReentrantLock();
    private final Instant since;
    private volatile @Nullable Alarm trouble;
    private volatile @Nullable Alarm drillTrouble;
    private volatile Instant retryAt = Instant.MIN;
    private volatile Instant drillAgainAt = Instant.MIN;

    public Backups(Desk desk, BackupLog log, Copies copies) {
        this.desk = desk;
        this.log = log;
        this.copies = copies;
        this.since = desk.now();
    }

    public BackupLog log() {
        return log;
    }

    /** Whether a backup or a drill is under way. */
    public boolean busy() {
        return running.isLocked();
    }

    /** Changes how backups are made; prepares the folder when it can. */
    public Outcome<Receipt> settle(Act act, BackupSettings wanted) {
        return wanted.checked().then(settings -> {
            Receipt receipt = desk.write(act.draft(BackupSettings.TYPE.draft(act.who(), settings)));
            trouble = settings.on() ? prepared(settings) : null;
            retryAt = Instant.MIN;
            return Outcome.done(receipt);
        });
    }

    private @Nullable Alarm prepared(BackupSettings settings) {
        PackFolder folder = folder(settings);
        try {
            folder.prepare(FolderNote.BACKUP);
            return null;
        } catch (IOException refused) {
            return alarm(folder.trouble().orElse("broken"), settings);
        }
    }

    private PackFolder folder(BackupSettings settings) {
        return new PackFolder(Path.of(settings.folder()), desk.journal().node().hex());
    }

    private static Alarm alarm(String what, BackupSettings settings) {
        return new Alarm("upkeep.alarm.backup-" + what, settings.folder(), null);
    }

    /** Does what is due. To be called every minute or so. */
    public void tick() {
        BackupSettings settings = log.settings();
        Instant now = desk.now();
        if (settings.on() && !now.isBefore(retryAt) && due(settings, now) && running.tryLock()) {
            try {
                make(settings);
            } finally {
                running.unlock();
            }
        }
        if (settings.on() && drillDue(settings, now)) {
            drillAgainAt = now.plus(Duration.ofHours(6));
            drill(MACHINE);
        }
    }

    private boolean due(BackupSettings settings, Instant now) {
        return log.last()
                .filter(last -> last.madeAt().isAfter(now.minus(settings.every())))
                .filter(last -> lies(folder(settings), last))
                .isEmpty();
    }

    private boolean drillDue(BackupSettings settings, Instant now) {
        Instant last = log.drill().map(DrillDone::occurredAt).orElse(since);
        return settings.drillDays() > 0
                && !now.isBefore(drillAgainAt)
                && last.plus(Duration.ofDays(settings.drillDays())).isBefore(now);
    }

    private static boolean lies(PackFolder folder, BackupMade backup) {
        try {
            return Files.size(folder.file(backup.file())) == backup.bytes();
        } catch (IOException gone) {
            return false;
        }
    }

    /** Makes a backup now, in the folder of the settings. */
    public boolean make() {
        running.lock();
        try {
            return log.settings().on() && make(log.settings());
        } finally {
            running.unlock();
        }
    }

    private boolean make(BackupSettings settings) {
        PackFolder folder = folder(settings);
        Optional<String> known = folder.trouble();
        if (known.isPresent()) {
            failed(alarm(known.get(), settings));
            return false;
        }
        long began = System.nanoTime();
        Instant at = desk.now();
        String head = desk.journal().headHash();
        String node = desk.journal().node().hex().substring(0, NODE_DIGITS);
        String name = PREFIX + node + "_" + STAMP.format(at) + ".zip";
        try {
            folder.sweep(PREFIX + node, wanted(settings.keep())::contains);
            Files.deleteIfExists(folder.file(name));
            copies.backup(folder.file(name));
            whole(folder.file(name));
            long millis = Duration.ofNanos(System.nanoTime() - began).toMillis();
            desk.write(BackupMade.TYPE.draft(
                    MACHINE, new BackupMade(name, Files.size(folder.file(name)), head, at, millis)));
            folder.sweep(PREFIX + node, wanted(settings.keep())::contains);
            trouble = null;
            return true;
        } catch (IOException unwritten) {
            failed(alarm(folder.blame(unwritten), settings));
        } catch (ProblemException refused) {
            LOG.error("a backup failed: {}", refused.problem().messageKey());
            failed(alarm(folder.trouble().orElse("broken"), settings));
        }
        return false;
    }

    private void failed(Alarm alarm) {
        if (!alarm.equals(trouble)) {
            LOG.error("backups: {}", alarm.key());
        }
        trouble = alarm;
        retryAt = desk.now().plus(RETRY);
    }

    private Set<String> wanted(int keep) {
        return log.made().stream().limit(keep).map(BackupMade::file).collect(Collectors.toSet());
    }

    /** Reads a backup from end to end: its check sums, byte by byte. */
    private static void whole(Path backup) throws IOException {
        try (InputStream file = Files.newInputStream(backup);
                ZipInputStream zip = new ZipInputStream(file)) {
            while (zip.getNextEntry() != null) {
                zip.transferTo(OutputStream.nullOutputStream());
            }
        }
    }

    /** Backs up, restores beside, verifies, compares, removes; notes what came of it as a fact. */
    public Outcome<DrillDone> drill(Who who) {
        running.lock();
        try {
            Path scratch = copies.scratch();
            try {
                DrillDone done = drilled(scratch);
                desk.write(DrillDone.TYPE.draft(who, done));
                drillTrouble = null;
                return Outcome.done(done);
            } finally {
                remove(scratch);
            }
        } catch (IOException | ProblemException failed) {
            LOG.error("the restore drill failed: {}", failed.getClass().getSimpleName());
            drillTrouble = new Alarm("upkeep.alarm.drill-failed", "", null);
            return Outcome.refused(Problem.of(Problem.Category.UNAVAILABLE, "upkeep.drill.failed"));
        } finally {
            running.unlock();
        }
    }

    private DrillDone drilled(Path scratch) {
        long began = System.nanoTime();
        Path file = scratch.resolve("drill.zip");
        String before = desk.journal().headHash();
        copies.backup(file);
        Copies.Trial trial = copies.restore(file, scratch.resolve("restored"), before);
        Copies.Count now = copies.count();
        Copies.Count then = trial.count();
        boolean compared = now.head().equals(then.head());
        return new DrillDone(
                desk.now(),
                then.head(),
                trial.entries(),
                then.patients(),
                then.inHospital(),
                compared,
                trial.sound() && (!compared || now.equals(then)),
                Duration.ofNanos(System.nanoTime() - began).toMillis());
    }

    private static void remove(Path scratch) throws IOException {
        List<Path> deepestFirst;
        try (Stream<Path> walk = Files.walk(scratch)) {
            deepestFirst = walk.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : deepestFirst) {
            Files.delete(path);
        }
    }

    /** What must be put right about backups now; empty when all is well. */
    public List<Alarm> alarms() {
        BackupSettings settings = log.settings();
        List<Alarm> alarms = new ArrayList<>();
        if (!settings.on()) {
            alarms.add(new Alarm("upkeep.alarm.backups-off", "", null));
        } else {
            Stream.ofNullable(trouble).forEach(alarms::add);
            Instant limit = desk.now().minus(Duration.ofHours(settings.staleHours()));
            Instant last = log.last().map(BackupMade::madeAt).orElse(null);
            if (last == null || last.isBefore(limit)) {
                alarms.add(new Alarm("upkeep.alarm.backup-stale", "", last));
            }
        }
        Stream.ofNullable(drillTrouble).forEach(alarms::add);
        log.drill()
                .filter(done -> !done.sound())
                .ifPresent(done -> alarms.add(new Alarm("upkeep.alarm.drill-unsound", "", done.occurredAt())));
        return alarms;
    }
}
