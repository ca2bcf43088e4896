package org.relais.upkeep;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.relais.journal.Entry;

/** Every check of a node and of the machine under it: what {@code doctor} tells. */
public final class Checkup {
    private static final Duration CLOCK_SLACK = Duration.ofMinutes(5);
    private static final long WITHOUT_SNAPSHOT = 200_000;

    private final Desk desk;
    private final Path data;
    private final Supplier<List<Alarm>> alarms;
    private final Supplier<List<Finding>> others;
    private final Supplier<Retention.Standing> retention;

    /**
     * Where the rest is asked.
     *
     * @param alarms  of packs and backups
     * @param others  checks of rooms that this one does not know: feeds, certificate
     */
    public record Sources(
            Path data,
            Supplier<List<Alarm>> alarms,
            Supplier<List<Finding>> others,
            Supplier<Retention.Standing> retention) {}

    public Checkup(Desk desk, Sources sources) {
        this.desk = desk;
        this.data = sources.data();
        this.alarms = sources.alarms();
        this.others = sources.others();
        this.retention = sources.retention();
    }

    public List<Finding> run() {
        List<Finding> findings = new ArrayList<>(new MachineCheck(data).run());
        findings.add(Finding.of("lock", Files.exists(data.resolve("lock"))));
        findings.add(journal());
        findings.add(clock());
        findings.add(models());
        findings.add(snapshots());
        findings.addAll(others.get());
        findings.add(about("packs", "upkeep.alarm.pack", "upkeep.alarm.folder"));
        findings.add(about("backups", "upkeep.alarm.backup", "upkeep.alarm.drill"));
        findings.add(forgetting());
        findings.add(Finding.notRun("printer"));
        return findings;
    }

    private Finding journal() {
        long head = desk.journal().head();
        return Finding.of(
                "journal", desk.journal().writing(), head, desk.journal().headHash());
    }

    /** The clock never stands before what was written already. */
    private Finding clock() {
        Instant now = desk.now();
        Entry last = desk.journal().entry(desk.journal().head());
        return Finding.of("clock", !now.plus(CLOCK_SLACK).isBefore(last.recordedAt()), now, last.recordedAt());
    }

    private Finding models() {
        int failures = desk.models().failures().size();
        return Finding.of("models", desk.models().ready() && failures == 0, failures);
    }

    private Finding snapshots() {
        long count = 0;
        try (Stream<Path> files = Files.list(data.resolve("snapshots"))) {
            count = files.filter(file -> file.toString().endsWith(".snapshot")).count();
        } catch (IOException none) {
            return Finding.of("snapshots", false, 0);
        }
        return Finding.of("snapshots", count > 0 || desk.journal().head() < WITHOUT_SNAPSHOT, count);
    }

    private Finding about(String check, String... keys) {
        long wrong = alarms.get().stream()
                .filter(alarm -> Stream.of(keys).anyMatch(alarm.key()::startsWith))
                .count();
        return Finding.of(check, wrong == 0, wrong);
    }

    private Finding forgetting() {
        Retention.Standing now = retention.get();
        Instant next = now.next();
        return Finding.of("retention", now.settings().on(), now.due(), next == null ? "-" : next, now.suspended());
    }
}
