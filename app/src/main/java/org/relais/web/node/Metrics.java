package org.relais.web.node;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.relais.command.Crisis;
import org.relais.feeds.FeedLedger;
import org.relais.journal.Journal;
import org.relais.journal.ReadModels;
import org.relais.kernel.WardCode;
import org.relais.upkeep.Alarm;
import org.relais.upkeep.BackupMade;
import org.relais.upkeep.DrillDone;
import org.relais.upkeep.PackLog;
import org.relais.upkeep.PackMade;
import org.relais.upkeep.Upkeep;

/**
 * The state of the node as figures, in the Prometheus text exposition format, version 0.0.4. Names wards and feeds by their
 * codes, nobody else; counts no patients of a ward.
 */
public final class Metrics {
    private final Journal journal;
    private final ReadModels models;
    private final FeedLedger feeds;
    private final Rest rest;

    /** What else is counted. */
    public record Rest(Crisis crisis, Upkeep upkeep) {}

    public Metrics(Journal journal, ReadModels models, FeedLedger feeds, Rest rest) {
        this.journal = journal;
        this.models = models;
        this.feeds = feeds;
        this.rest = rest;
    }

    /** Why the node is not ready to serve, by short words; empty when it is. */
    String notReady() {
        if (!journal.writing()) {
            return "not-writing";
        }
        return models.ready() ? "" : "rebuilding";
    }

    String text() {
        Page page = new Page();
        page.gauge("relais_journal_entries", "Entries in the journal.", journal.head());
        page.gauge("relais_journal_writing", "1 while the journal can be written.", journal.writing() ? 1 : 0);
        page.gauge("relais_models_ready", "1 once the read models are built.", models.ready() ? 1 : 0);
        page.gauge("relais_models_position", "Entry that pages reflect.", models.position());
        page.gauge(
                "relais_models_failures",
                "Failures while folding.",
                models.failures().size());
        page.gauge(
                "relais_crisis_declared",
                "1 during a crisis.",
                rest.crisis().state().declared() ? 1 : 0);
        feeds(page);
        upkeep(page, rest.upkeep());
        Runtime runtime = Runtime.getRuntime();
        page.gauge("relais_memory_used_bytes", "Heap in use.", runtime.totalMemory() - runtime.freeMemory());
        page.gauge("relais_memory_max_bytes", "Heap at most.", runtime.maxMemory());
        return page.text();
    }

    private void feeds(Page page) {
        page.help("relais_feed_messages", "Messages kept.");
        var lines = models.query(feeds::lines);
        lines.forEach(
                line -> page.line("relais_feed_messages", "feed", line.feed().value(), line.kept()));
        page.help("relais_feed_quarantined", "Messages in quarantine.");
        lines.forEach(
                line -> page.line("relais_feed_quarantined", "feed", line.feed().value(), line.quarantined()));
        page.help("relais_feed_last_seconds", "Unix time of the last message.");
        lines.forEach(line ->
                page.line("relais_feed_last_seconds", "feed", line.feed().value(), seconds(line.lastAt())));
    }

    private static void upkeep(Page page, Upkeep upkeep) {
        PackLog packs = upkeep.packs().log();
        page.help("relais_pack_last_seconds", "Unix time of the data in the last good standby pack.");
        for (WardCode ward : packs.wards()) {
            page.line(
                    "relais_pack_last_seconds",
                    "ward",
                    ward.value(),
                    seconds(packs.last(ward).map(PackMade::asOf).orElse(null)));
        }
        var backups = upkeep.backups().log();
        page.gauge(
                "relais_backup_last_seconds",
                "Unix time of the last good backup.",
                seconds(backups.last().map(BackupMade::madeAt).orElse(null)));
        page.gauge(
                "relais_drill_last_seconds",
                "Unix time of the last restore drill.",
                seconds(backups.drill().map(DrillDone::occurredAt).orElse(null)));
        page.gauge(
                "relais_drill_duration_seconds",
                "How long the last restore drill took.",
                backups.drill()
                        .map(done -> Duration.ofMillis(done.millis()).toSeconds())
                        .orElse(0L));
        page.gauge(
                "relais_retention_due",
                "Patients due to be forgotten.",
                upkeep.retention().standing().due());
        Map<String, Integer> alarms = new TreeMap<>();
        for (Alarm alarm : upkeep.alarms()) {
            alarms.merge(alarm.key(), 1, Integer::sum);
        }
        page.help("relais_alarms", "What must be put right, by kind.");
        alarms.forEach((key, count) -> page.line("relais_alarms", "kind", key, count));
        page.gauge(
                "relais_alarms_total",
                "What must be put right.",
                upkeep.alarms().size());
    }

    private static long seconds(@Nullable Instant at) {
        return at == null ? 0 : at.getEpochSecond();
    }

    /** The text being written. */
    private static final class Page {
        private final StringBuilder out = new StringBuilder();

        void help(String name, String help) {
            out.append("# HELP ").append(name).append(' ').append(help).append('\n');
            out.append("# TYPE ").append(name).append(" gauge\n");
        }

        void gauge(String name, String help, long value) {
            help(name, help);
            out.append(name).append(' ').append(value).append('\n');
        }

        void line(String name, String label, String of, long value) {
            String quoted = of.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
            out.append(String.format(Locale.ROOT, "%s{%s=\"%s\"} %d\n", name, label, quoted, value));
        }

        String text() {
            return out.toString();
        }
    }
}
