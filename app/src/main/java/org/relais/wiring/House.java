package org.relais.wiring;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import org.relais.access.AccountImport;
import org.relais.access.Accounts;
import org.relais.access.BadgeDesk;
import org.relais.access.Badges;
import org.relais.access.GlassLog;
import org.relais.access.People;
import org.relais.access.Stations;
import org.relais.access.Trace;
import org.relais.access.TraceLog;
import org.relais.access.phones.Phones;
import org.relais.access.screens.Screens;
import org.relais.care.Interpreter;
import org.relais.care.Interpreters;
import org.relais.care.births.BirthBook;
import org.relais.care.births.BirthDesk;
import org.relais.care.births.BirthInterpreter;
import org.relais.care.births.watch.WatchBook;
import org.relais.care.births.watch.WatchDesk;
import org.relais.care.births.watch.Watches;
import org.relais.care.chart.Charts;
import org.relais.care.chart.Documents;
import org.relais.care.found.FoundBook;
import org.relais.care.identity.Patients;
import org.relais.care.identity.desk.DeskInterpreter;
import org.relais.care.identity.desk.IdentityBook;
import org.relais.care.identity.desk.IdentityDesk;
import org.relais.care.identity.numbers.NumberDesk;
import org.relais.care.identity.numbers.Numbers;
import org.relais.care.labels.LabelBook;
import org.relais.care.wards.Structures;
import org.relais.care.wards.Wards;
import org.relais.cli.Rooms;
import org.relais.command.Crisis;
import org.relais.feeds.AuthoritativeInterpreter;
import org.relais.feeds.FeedBoard;
import org.relais.feeds.FeedCounters;
import org.relais.feeds.FeedDesk;
import org.relais.feeds.FeedKeys;
import org.relais.feeds.FeedLedger;
import org.relais.feeds.FeedRooms;
import org.relais.feeds.FeedRoster;
import org.relais.feeds.Feeds;
import org.relais.feeds.FileImport;
import org.relais.feeds.Inbox;
import org.relais.feeds.Quarantine;
import org.relais.feeds.RawExport;
import org.relais.feeds.Refold;
import org.relais.feeds.hl7v2.DocumentBytes;
import org.relais.feeds.hl7v2.Hl7Interpreter;
import org.relais.journal.DataDirectory;
import org.relais.journal.Journal;
import org.relais.journal.ReadModel;
import org.relais.journal.ReadModels;
import org.relais.prepare.kits.Kits;
import org.relais.upkeep.BackupLog;
import org.relais.upkeep.Desk;
import org.relais.upkeep.LossLog;
import org.relais.upkeep.PackLog;
import org.relais.upkeep.RetentionLog;
import org.relais.upkeep.Upkeep;
import org.relais.upkeep.printers.Printers;

/** Every room of one open data directory, joined. Without a network, without Spring. */
final class House implements AutoCloseable {
    private final DataDirectory data;
    private final InstantSource clock;
    private final Models models;
    private final FeedCounters counters;
    private final Feeds feeds = new Feeds();
    private final FeedKeys feedKeys;
    private final FeedBoard feedBoard;
    private final ReadModels folded;
    private final NumberDesk numberDesk;
    private final IdentityDesk identityDesk;
    private final BirthDesk birthDesk;
    private final Upkeep upkeep;

    /** What is folded from the journal. */
    record Models(
            Structures structures,
            Crisis crisis,
            Interpreter interpreter,
            Patients patients,
            FoundBook found,
            Numbers numbers,
            IdentityBook identities,
            Quarantine quarantine,
            FeedLedger feedLedger,
            FeedRoster feedRoster,
            Accounts accounts,
            Phones phones,
            Screens screens,
            TraceLog traces,
            GlassLog glass,
            PackLog packLog,
            RetentionLog retentionLog,
            BackupLog backupLog,
            LossLog lossLog,
            Badges badges,
            Stations stations,
            Printers printers,
            LabelBook labels,
            BirthBook births,
            WatchBook watch,
            Kits kits) {

        static Models of(Journal journal, InstantSource clock) {
            Structures structures = new Structures();
            Interpreter interpreter = new Hl7Interpreter();
            Interpreter judged = judged(interpreter, structures);
            Interpreter everything =
                    Interpreters.of(judged, new DeskInterpreter(), new BirthInterpreter(structures::zone));
            return new Models(
                    structures,
                    new Crisis(journal, clock),
                    interpreter,
                    new Patients(journal.pseudonyms(), everything, structures::zone, clock),
                    new FoundBook(journal, clock),
                    new Numbers(),
                    new IdentityBook(),
                    new Quarantine(judged),
                    new FeedLedger(judged),
                    new FeedRoster(),
                    new Accounts(),
                    new Phones(clock),
                    new Screens(),
                    new TraceLog(journal),
                    new GlassLog(),
                    new PackLog(),
                    new RetentionLog(),
                    new BackupLog(),
                    new LossLog(),
                    new Badges(),
                    new Stations(),
                    new Printers(journal),
                    new LabelBook(journal, clock),
                    new BirthBook(),
                    new WatchBook(),
                    new Kits(journal, clock));
        }

        /** What counts of what messages say, by the structure in force when asked. */
        Interpreter judged() {
            return judged(interpreter, structures);
        }

        private static Interpreter judged(Interpreter interpreter, Structures structures) {
            return new AuthoritativeInterpreter(
                    interpreter, () -> structures.get().authorities());
        }

        /** What messages and people say, for charts. */
        Interpreter everything() {
            return Interpreters.of(interpreter, new DeskInterpreter(), new BirthInterpreter(structures::zone));
        }

        /** The structure first: those after it ask it while they fold. */
        List<ReadModel> all() {
            return List.of(
                    structures,
                    crisis,
                    patients,
                    found,
                    numbers,
                    identities,
                    quarantine,
                    feedLedger,
                    feedRoster,
                    accounts,
                    phones,
                    screens,
                    traces,
                    glass,
                    packLog,
                    retentionLog,
                    backupLog,
                    lossLog,
                    badges,
                    stations,
                    printers,
                    labels,
                    births,
                    watch,
                    kits);
        }
    }

    House(DataDirectory data, InstantSource clock) {
        this.data = data;
        this.clock = clock;
        this.models = Models.of(data.journal(), clock);
        this.numberDesk = new NumberDesk(data.journal(), models.numbers());
        this.counters = new FeedCounters(clock);
        this.feedKeys = FeedKeys.open(data.path(), data.journal().sealedFiles("feed-keys"));
        Interpreter interpreter = models.interpreter();
        this.folded = ReadModels.start(
                data.journal(),
                new ReadModels.Folds(models.all(), entry -> interpreter.interpret(entry, Interpreter.Depth.IDENTITY)),
                data.snapshots());
        this.identityDesk = new IdentityDesk(
                data.journal(),
                folded,
                new IdentityDesk.Rooms(models.patients(), models.identities(), numberDesk, models.structures()::zone),
                clock);
        this.birthDesk = new BirthDesk(
                data.journal(),
                folded,
                new BirthDesk.Rooms(
                        models.patients(), models.births(), identityDesk, models.labels(), models.structures()::zone),
                clock);
        this.feedBoard = new FeedBoard(
                new FeedBoard.Sources(models.feedRoster(), models.feedLedger(), feeds, counters),
                folded,
                models.structures()::zone,
                clock);
        this.upkeep = HouseKeeping.of(this, new Desk(data.journal(), folded, clock));
    }

    static House open(Path path, char[] passphrase, InstantSource clock) {
        return new House(DataDirectory.open(path, passphrase, clock), clock);
    }

    Rooms rooms() {
        Journal journal = data.journal();
        Inbox inbox = inbox();
        return new Rooms(
                data,
                folded,
                charts(),
                wards(),
                models.crisis(),
                () -> new FileImport(inbox, models.judged()),
                new RawExport(journal),
                models.quarantine(),
                models.accounts(),
                people(),
                new Rooms.Staffing(badgeDesk(), accountImport()),
                new PackShelf(this, clock),
                new FeedRooms(
                        feedBoard,
                        feedDesk(),
                        new Refold(data.journal(), folded, models.quarantine(), models.interpreter())),
                new Trace(journal),
                upkeep);
    }

    Upkeep upkeep() {
        return upkeep;
    }

    InstantSource clock() {
        return clock;
    }

    DataDirectory data() {
        return data;
    }

    Models models() {
        return models;
    }

    ReadModels folded() {
        return folded;
    }

    Feeds feeds() {
        return feeds;
    }

    FeedKeys feedKeys() {
        return feedKeys;
    }

    FeedBoard feedBoard() {
        return feedBoard;
    }

    FeedDesk feedDesk() {
        return new FeedDesk(data.journal(), models.feedRoster(), feedKeys);
    }

    /** The one that gives downtime numbers out at this node. */
    NumberDesk numberDesk() {
        return numberDesk;
    }

    IdentityDesk identityDesk() {
        return identityDesk;
    }

    BirthDesk birthDesk() {
        return birthDesk;
    }

    FeedCounters counters() {
        return counters;
    }

    Inbox inbox() {
        return new Inbox(data.journal(), counters);
    }

    Charts charts() {
        Charts.Sources sources = new Charts.Sources(
                wards(),
                models.everything(),
                models.found(),
                () -> models.crisis().state().t0());
        return new Charts(sources, data.journal(), folded);
    }

    Watches watches() {
        return new Watches(folded, wards(), models.watch());
    }

    WatchDesk watchDesk() {
        return new WatchDesk(data.journal()::write, clock);
    }

    Documents documents() {
        return new Documents(data.journal(), new DocumentBytes());
    }

    Wards wards() {
        return new Wards(models.structures(), models.patients());
    }

    People people() {
        return new People(data.journal(), folded, models.accounts(), clock);
    }

    BadgeDesk badgeDesk() {
        return new BadgeDesk(data.journal(), folded, new BadgeDesk.Register(models.accounts(), models.badges(), clock));
    }

    AccountImport accountImport() {
        return new AccountImport(data.journal(), folded, models.accounts());
    }

    @Override
    public void close() {
        feeds.close();
        folded.close();
        data.close();
    }
}
