package org.relais.wiring;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.relais.access.Trace;
import org.relais.care.identity.Patients;
import org.relais.feeds.FeedLedger;
import org.relais.journal.DataDirectory;
import org.relais.journal.Loss;
import org.relais.journal.Verification;
import org.relais.kernel.Dates;
import org.relais.kernel.Language;
import org.relais.kernel.PatientId;
import org.relais.paper.PackSource;
import org.relais.upkeep.Backups;
import org.relais.upkeep.Checkup;
import org.relais.upkeep.Copies;
import org.relais.upkeep.Desk;
import org.relais.upkeep.Finding;
import org.relais.upkeep.LossLog;
import org.relais.upkeep.Retention;
import org.relais.upkeep.StandbyPacks;
import org.relais.upkeep.Upkeep;

/** Joins what the node does by itself to the rooms it is done with. */
final class HouseKeeping {
    private static final Duration SILENT = Duration.ofDays(1);
    private static final Duration CERTIFICATE_EARLY = Duration.ofDays(90);

    private HouseKeeping() {}

    static Upkeep of(House house, Desk desk) {
        House.Models models = house.models();
        PackSource source = new PackShelf(house, house.clock());
        StandbyPacks packs = new StandbyPacks(
                desk,
                models.packLog(),
                new StandbyPacks.Press(source, new Trace(house.data().journal()), models.retentionLog()::packsBefore));
        Retention retention = new Retention(
                desk,
                models.retentionLog(),
                new Retention.Known(
                        models.patients(),
                        before -> desk.models().query(() -> models.quarantine().before(before)),
                        id -> written(models, models.patients().ids(id)),
                        models.traces()::searches,
                        models.crisis()::state,
                        () -> source.stamp(Language.FR).zone(),
                        models.interpreter()::letGo));
        Backups backups = new Backups(desk, models.backupLog(), new CopiedHouse(house));
        Checkup checkup = new Checkup(
                desk,
                new Checkup.Sources(
                        house.data().path(),
                        () -> Stream.concat(packs.alarms().stream(), backups.alarms().stream())
                                .toList(),
                        () -> Stream.of(losses(models.lossLog()), feeds(house), certificate(house))
                                .flatMap(List::stream)
                                .toList(),
                        retention::standing));
        return new Upkeep(packs, retention, backups, models.lossLog(), checkup);
    }

    /** Where the entries lie that people wrote about a patient's records. */
    private static long[] written(House.Models models, Set<PatientId> records) {
        return Stream.of(
                        models.found().positions(records),
                        models.labels().positions(records),
                        models.identities().positions(records),
                        models.births().positions(records),
                        models.watch().positions(records))
                .flatMapToLong(Arrays::stream)
                .toArray();
    }

    /** Whether the journal was found without entries that it had. */
    private static List<Finding> losses(LossLog log) {
        List<Loss> unseen = log.unseen();
        return List.of(
                unseen.isEmpty()
                        ? Finding.of("loss", true)
                        : Finding.of(
                                "loss",
                                false,
                                Dates.count(unseen.getFirst().found()),
                                Dates.count(unseen.getFirst().noted()),
                                unseen.getFirst().lastAt()));
    }

    /** Whether something was heard of late; a crisis has feeds frozen. */
    private static List<Finding> feeds(House house) {
        Instant limit = house.clock().instant().minus(SILENT);
        boolean frozen = house.models().crisis().state().declared();
        Instant last = house.folded().query(house.models().feedLedger()::lines).stream()
                .map(FeedLedger.Line::lastAt)
                .filter(Objects::nonNull)
                .max(Instant::compareTo)
                .orElse(Instant.EPOCH);
        return List.of(Finding.of("feeds", frozen || last.isAfter(limit), last.equals(Instant.EPOCH) ? "-" : last));
    }

    /** The authority of the pages, where there is one; the pages' own certificate is issued again by itself. */
    private static List<Finding> certificate(House house) {
        return house
                .data()
                .authority()
                .current()
                .map(authority -> authority.certificate().getNotAfter().toInstant())
                .map(end ->
                        Finding.of("certificate", house.clock().instant().isBefore(end.minus(CERTIFICATE_EARLY)), end))
                .stream()
                .toList();
    }

    /** Copies of an open house: the drill's. */
    private record CopiedHouse(House house) implements Copies {
        private static final Duration FOLDING = Duration.ofHours(1);
        private static final int ROOM_FACTOR = 3;

        @Override
        public Path scratch() throws IOException {
            Path data = house.data().path();
            long size;
            try (Stream<Path> files = Files.list(data)) {
                List<Path> databases = new ArrayList<>(
                        files.filter(file -> file.getFileName().toString().startsWith("journal.db"))
                                .toList());
                size = 0;
                for (Path database : databases) {
                    size += Files.size(database);
                }
            }
            if (Files.getFileStore(data).getUsableSpace() < ROOM_FACTOR * size) {
                throw new IOException("no room for a copy of the node beside it");
            }
            return Files.createTempDirectory(data, "drill-");
        }

        @Override
        public void backup(Path to) {
            house.data().backup(to);
        }

        @Override
        public Trial restore(Path from, Path directory, String expectHead) {
            DataDirectory.restore(from, directory);
            try (House copy = new House(house.data().openCopy(directory, house.clock()), house.clock())) {
                Verification found = copy.data().verify(expectHead);
                copy.folded().await(copy.data().journal().head(), FOLDING);
                return new Trial(found.sound(), found.entries(), count(copy));
            }
        }

        @Override
        public Count count() {
            return count(house);
        }

        private static Count count(House of) {
            Patients patients = of.models().patients();
            return of.folded().query(() -> {
                boolean level = of.folded().position() == of.data().journal().head();
                return new Count(
                        level ? of.data().journal().headHash() : "",
                        patients.count(),
                        patients.inHospital().size());
            });
        }
    }
}
