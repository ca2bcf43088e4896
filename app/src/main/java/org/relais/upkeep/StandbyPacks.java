package org.relais.upkeep;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.relais.access.Trace;
import org.relais.care.identity.Patient;
import org.relais.journal.Receipt;
import org.relais.kernel.Language;
import org.relais.kernel.Outcome;
import org.relais.kernel.Problem;
import org.relais.kernel.WardCode;
import org.relais.kernel.Who;
import org.relais.paper.PackContent;
import org.relais.paper.PackOptions;
import org.relais.paper.PackPlan;
import org.relais.paper.PackSource;
import org.relais.paper.SealedPack;
import org.relais.paper.Stamp;
import org.relais.paper.WardPack;
import org.relais.paper.Watch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The packs that exist when nothing else does: each ward's, made again and again, locked, put into a folder or on a USB
 * key, and opened there before they count. Thread-safe; one run at a time.
 */
public final class StandbyPacks {
    private static final Logger LOG = LoggerFactory.getLogger(StandbyPacks.class);
    private static final Who MACHINE = new Who.Machine();
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd-HHmm", Locale.ROOT);
    private static final Duration FIRST_RETRY = Duration.ofMinutes(1);
    private static final Duration LONGEST_RETRY = Duration.ofMinutes(15);
    private static final Duration CLOSED_WARD = Duration.ofDays(7);
    private static final int WHERE_MAX = 120;

    private final Desk desk;
    private final PackLog log;
    private final PackSource source;
    private final Trace trace;
    private final Supplier<Instant> forgotten;
    private final SecureRandom random = new SecureRandom();
    private final ReentrantLock running = new ReentrantLock();
    private volatile @Nullable Alarm trouble;
    private volatile Instant swept = Instant.EPOCH;
    private volatile Instant retryAt = Instant.MIN;
    private volatile Duration retry = FIRST_RETRY;

    /**
     * What packs are made of.
     *
     * @param forgotten packs whose data stop at or before this moment may hold somebody who is forgotten, and go
     */
    public record Press(PackSource source, Trace trace, Supplier<Instant> forgotten) {}

    public StandbyPacks(Desk desk, PackLog log, Press press) {
        this.desk = desk;
        this.log = log;
        this.source = press.source();
        this.trace = press.trace();
        this.forgotten = press.forgotten();
    }

    public PackLog log() {
        return log;
    }

    /** Changes how packs are made; prepares the folder when it can. What is wrong with the folder shows as an alarm. */
    public Outcome<Receipt> settle(Act act, PackSettings wanted) {
        return wanted.checked().then(settings -> {
            Receipt receipt = desk.write(act.draft(PackSettings.TYPE.draft(act.who(), settings)));
            trouble = settings.on() ? prepared(settings) : null;
            retryAt = Instant.MIN;
            retry = FIRST_RETRY;
            return Outcome.done(receipt);
        });
    }

    /** Marks the folder, or the key plugged in now, as one for packs. @return false when it cannot be written */
    public boolean prepare() {
        trouble = prepared(log.settings());
        retryAt = Instant.MIN;
        return trouble == null;
    }

    private @Nullable Alarm prepared(PackSettings settings) {
        PackFolder folder = folder(settings);
        try {
            folder.prepare(FolderNote.TEXT);
            return null;
        } catch (IOException refused) {
            Alarm alarm = folderAlarm(folder.trouble().orElse("broken"), settings);
            LOG.error("standby packs: {}", alarm.key());
            return alarm;
        }
    }

    private PackFolder folder(PackSettings settings) {
        return new PackFolder(settings.path(), desk.journal().node().hex());
    }

    private static Alarm folderAlarm(String what, PackSettings settings) {
        return new Alarm("upkeep.alarm.folder-" + what, settings.folder(), null);
    }

    /** Makes what is due. To be called every minute or so; returns at once when nothing is. */
    public void tick() {
        PackSettings settings = log.settings();
        if (settings.on() && !desk.now().isBefore(retryAt) && running.tryLock()) {
            try {
                List<WardCode> due = due(settings);
                if (!due.isEmpty() || !forgotten.get().equals(swept)) {
                    make(settings, due);
                }
            } finally {
                running.unlock();
            }
        }
    }

    /** Makes every ward's pack now. @return how many were made */
    public int makeAll() {
        running.lock();
        try {
            PackSettings settings = log.settings();
            return settings.on() ? make(settings, source.wards()) : 0;
        } finally {
            running.unlock();
        }
    }

    private List<WardCode> due(PackSettings settings) {
        Instant old = desk.now().minus(settings.every());
        Instant cut = source.stamp(Language.FR).crisis().t0();
        PackFolder folder = folder(settings);
        return source.wards().stream()
                .filter(ward -> log.last(ward)
                        .filter(last -> last.asOf().isAfter(old))
                        .filter(last -> last.asOf().isAfter(forgotten.get()))
                        .filter(last -> cut == null || !last.asOf().isBefore(cut))
                        .filter(last -> lies(folder, last))
                        .isEmpty())
                .toList();
    }

    private static boolean lies(PackFolder folder, PackMade generation) {
        try {
            return Files.size(folder.file(generation.file())) == generation.bytes();
        } catch (IOException gone) {
            return false;
        }
    }

    private int make(PackSettings settings, List<WardCode> wards) {
        PackFolder folder = folder(settings);
        Optional<String> known = folder.trouble();
        int made = 0;
        try {
            if (known.isPresent()) {
                failed(folderAlarm(known.get(), settings));
                return 0;
            }
            for (WardCode ward : wards) {
                make(settings, folder, ward);
                made++;
            }
            Instant limit = forgotten.get();
            folder.sweep(prefix(), wanted(settings, limit)::contains);
            swept = limit;
            trouble = null;
            retry = FIRST_RETRY;
        } catch (IOException unwritten) {
            failed(folderAlarm(folder.blame(unwritten), settings));
        } catch (RuntimeException broken) {
            LOG.error("a standby pack could not be made: {}", broken.getClass().getSimpleName());
            failed(new Alarm("upkeep.alarm.pack-failed", settings.folder(), null));
        }
        return made;
    }

    private void failed(Alarm alarm) {
        if (!alarm.equals(trouble)) {
            LOG.error("standby packs: {}", alarm.key());
        }
        trouble = alarm;
        retryAt = desk.now().plus(retry);
        retry = retry.multipliedBy(2).compareTo(LONGEST_RETRY) > 0 ? LONGEST_RETRY : retry.multipliedBy(2);
    }

    private void make(PackSettings settings, PackFolder folder, WardCode ward) throws IOException {
        Envelope envelope = envelope(ward);
        PackContent content = source.content(ward);
        Stamp stamp = source.stamp("en".equals(settings.language()) ? Language.EN : Language.FR);
        WardPack pack = new WardPack(stamp, PackOptions.USUAL).locked(ward, envelope.passphrase());
        PackPlan plan = pack.plan(List.of(content));
        ByteArrayOutputStream pdf = new ByteArrayOutputStream();
        pack.print(List.of(content), plan, pdf, Watch.NONE);
        List<Patient> patients = content.census().byName();
        trace.printed(
                MACHINE,
                new Trace.Print("standby-pack", ward.value(), pack.job(1)),
                patients.stream().map(Patient::id).toList());
        String name = name(ward, stamp);
        folder.write(name, pdf.toByteArray());
        SealedPack read = SealedPack.open(folder.file(name), envelope.passphrase());
        if (!read.equals(new SealedPack(ward, stamp.asOf(), stamp.job(), plan.pages()))) {
            throw new IOException("a standby pack does not read as it was written");
        }
        desk.write(PackMade.TYPE.draft(
                MACHINE,
                new PackMade(
                        ward.value(),
                        name,
                        stamp.job(),
                        envelope.number(),
                        plan.pages(),
                        patients.size(),
                        pdf.size(),
                        stamp.asOf(),
                        desk.now())));
    }

    private String prefix() {
        return "relais_" + desk.journal().node().hex().substring(0, 8) + "_";
    }

    private String name(WardCode ward, Stamp stamp) {
        ZoneId zone = stamp.zone();
        String plain = ward.value().replaceAll("[^A-Za-z0-9-]", "-");
        return prefix() + plain + "_" + STAMP.format(stamp.asOf().atZone(zone)) + "_" + stamp.job() + ".pdf";
    }

    /** Names of the files that are to stay. */
    private Set<String> wanted(PackSettings settings, Instant limit) {
        Set<String> names = new HashSet<>();
        List<WardCode> wards = source.wards();
        Instant closed = desk.now().minus(CLOSED_WARD);
        for (WardCode ward : log.wards()) {
            kept(ward, settings, limit)
                    .filter(one -> wards.contains(ward) || one.asOf().isAfter(closed))
                    .map(PackMade::file)
                    .forEach(names::add);
        }
        return names;
    }

    /** A ward's generations that are kept, newest first: not those that may hold somebody who is forgotten. */
    public List<PackMade> kept(WardCode ward) {
        return kept(ward, log.settings(), forgotten.get()).toList();
    }

    private Stream<PackMade> kept(WardCode ward, PackSettings settings, Instant limit) {
        return log.generations(ward).stream()
                .limit(settings.keep())
                .filter(one -> one.asOf().isAfter(limit));
    }

    /** A ward's envelope; a ward that has none is given one. */
    public Envelope envelope(WardCode ward) {
        return log.envelope(ward).orElseGet(() -> renew(Act.of(MACHINE), ward));
    }

    /** Gives a ward a new passphrase: packs made from now on open with it, those before with the one before. */
    public Envelope renew(Act act, WardCode ward) {
        int number = log.envelope(ward).map(Envelope::number).orElse(0) + 1;
        Envelope fresh = new Envelope(ward.value(), number, Envelope.passphrase(random), desk.now());
        desk.write(act.draft(Envelope.TYPE.draft(act.who(), fresh)));
        return log.envelope(ward).orElse(fresh);
    }

    /** Notes that envelopes were handed out on paper; before their first byte leaves. */
    public void printed(Who who, List<Envelope> envelopes) {
        envelopes.forEach(
                one -> desk.write(EnvelopePrinted.TYPE.draft(who, new EnvelopePrinted(one.ward(), one.number()))));
    }

    /** Takes in that somebody opened a pack and read it: the code at the foot of its pages proves which. */
    public Outcome<PackMade> opened(Act act, String code, String where) {
        String place = where.strip();
        if (place.isEmpty() || place.length() > WHERE_MAX) {
            return Outcome.refused(
                    Problem.of(Problem.Category.INCORRECT, "upkeep.opened.where", Integer.toString(WHERE_MAX)));
        }
        Optional<PackMade> generation = log.byCode(code);
        if (generation.isEmpty()) {
            return Outcome.refused(Problem.of(Problem.Category.NOT_FOUND, "upkeep.opened.unknown"));
        }
        PackMade one = generation.get();
        PackOpened fact = new PackOpened(one.ward(), one.job(), place, desk.now());
        desk.write(act.draft(PackOpened.TYPE.draft(act.who(), fact)));
        return Outcome.done(one);
    }

    /** What must be put right about packs now; empty when all is well. */
    public List<Alarm> alarms() {
        PackSettings settings = log.settings();
        if (!settings.on()) {
            return List.of(new Alarm("upkeep.alarm.packs-off", "", null));
        }
        List<Alarm> alarms = new ArrayList<>();
        Alarm now = trouble;
        if (now != null) {
            alarms.add(now);
        }
        Instant limit = desk.now().minus(settings.stale());
        for (WardCode ward : source.wards()) {
            Optional<Instant> last = log.last(ward).map(PackMade::asOf);
            if (last.isEmpty()) {
                alarms.add(new Alarm("upkeep.alarm.pack-none", ward.value(), null));
            } else if (last.get().isBefore(limit)) {
                alarms.add(new Alarm("upkeep.alarm.pack-stale", ward.value(), last.get()));
            }
        }
        return alarms;
    }
}
