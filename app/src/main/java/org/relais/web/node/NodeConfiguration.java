package org.relais.web.node;

import java.time.InstantSource;
import java.util.function.Function;
import org.relais.access.Account;
import org.relais.access.AccountImport;
import org.relais.access.Accounts;
import org.relais.access.BadgeDesk;
import org.relais.access.Badges;
import org.relais.access.Countersign;
import org.relais.access.GlassLog;
import org.relais.access.Guard;
import org.relais.access.Login;
import org.relais.access.People;
import org.relais.access.Stations;
import org.relais.access.TraceLog;
import org.relais.access.phones.Pairing;
import org.relais.access.phones.Phones;
import org.relais.care.identity.numbers.NumberDesk;
import org.relais.care.labels.LabelBook;
import org.relais.command.Crisis;
import org.relais.feeds.FeedLedger;
import org.relais.feeds.FeedRooms;
import org.relais.feeds.Quarantine;
import org.relais.journal.DataDirectory;
import org.relais.journal.Journal;
import org.relais.journal.ReadModels;
import org.relais.kernel.StaffId;
import org.relais.kernel.Who;
import org.relais.paper.PackSource;
import org.relais.prepare.kits.Kits;
import org.relais.upkeep.Upkeep;
import org.relais.upkeep.printers.Printers;
import org.relais.web.shell.Desks;
import org.relais.web.shell.Frames;
import org.relais.web.shell.Pages;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;

/** The pages of this node as Spring knows them. */
@Configuration(proxyBeanMethods = false)
@Import({NodeRooms.class, NodeConfiguration.Staffing.class})
public class NodeConfiguration {
    @Bean
    FeedsController.Inflow inflow(FeedRooms feeds, Crisis crisis) {
        return new FeedsController.Inflow(feeds, crisis);
    }

    @Bean
    KitsController.Shelf kitShelf(Kits kits, NumberDesk numbers, Printers printers, PackSource source) {
        return new KitsController.Shelf(kits, numbers, printers, source::stamp);
    }

    @Bean
    KitsController kitsController(Pages pages, Frames frames, NodeRooms rooms, KitsController.Shelf shelf) {
        return new KitsController(pages, frames, rooms, shelf);
    }

    @Bean
    PrintersController.Shelf printerShelf(Printers printers, PackSource source) {
        return new PrintersController.Shelf(printers, source::stamp);
    }

    @Bean
    PrintersController printersController(Pages pages, Frames frames, NodeRooms rooms, PrintersController.Shelf shelf) {
        return new PrintersController(pages, frames, rooms, shelf);
    }

    @Bean
    FeedsController feedsController(Pages pages, Frames frames, NodeRooms rooms, FeedsController.Inflow inflow) {
        return new FeedsController(pages, frames, rooms, inflow);
    }

    @Bean
    FeedSettingsController feedSettingsController(Pages pages, Frames frames, NodeRooms rooms, FeedRooms feeds) {
        return new FeedSettingsController(pages, frames, rooms, feeds);
    }

    @Bean
    QuarantineController.Held held(Quarantine quarantine, FeedRooms feeds) {
        return new QuarantineController.Held(quarantine, feeds.refold());
    }

    @Bean
    QuarantineController quarantineController(
            Pages pages, Frames frames, NodeRooms rooms, QuarantineController.Held held) {
        return new QuarantineController(pages, frames, rooms, held);
    }

    @Bean
    StationController.Known knownStations(Stations stations, Desks desks, LabelBook labels, TraceLog traces) {
        return new StationController.Known(stations, desks, labels, traces);
    }

    @Bean
    StationController stationController(Pages pages, Frames frames, NodeRooms rooms, StationController.Known known) {
        return new StationController(pages, frames, rooms, known);
    }

    @Bean
    StructureController structureController(Pages pages, Frames frames, NodeRooms rooms, Countersign countersign) {
        return new StructureController(pages, frames, rooms, countersign);
    }

    @Bean(destroyMethod = "close")
    PackJobs packJobs(PackSource source, InstantSource clock) {
        return new PackJobs(source, clock);
    }

    @Bean
    PacksController.Printing printing(PackJobs jobs, PackSource source, Guard guard) {
        return new PacksController.Printing(jobs, source, guard);
    }

    @Bean
    PacksController packsController(Pages pages, Frames frames, NodeRooms rooms, PacksController.Printing printing) {
        return new PacksController(pages, frames, rooms, printing);
    }

    @Bean
    PackJobController packJobController(Pages pages, Frames frames, NodeRooms rooms, PackJobs jobs) {
        return new PackJobController(pages, frames, rooms, jobs);
    }

    @Bean
    StandbyController.Keeping standbyKeeping(Upkeep upkeep, PackSource source, Function<Who, String> names) {
        return new StandbyController.Keeping(upkeep.packs(), source, names);
    }

    @Bean
    StandbyController standbyController(
            Pages pages, Frames frames, NodeRooms rooms, StandbyController.Keeping keeping) {
        return new StandbyController(pages, frames, rooms, keeping);
    }

    @Bean
    RetentionController retentionController(Pages pages, Frames frames, Upkeep upkeep) {
        return new RetentionController(pages, frames, upkeep.retention());
    }

    @Bean
    BackupPlanController backupPlanController(Pages pages, Frames frames, Upkeep upkeep) {
        return new BackupPlanController(pages, frames, upkeep.backups());
    }

    @Bean
    Metrics metrics(Journal journal, ReadModels models, FeedLedger ledger, Metrics.Rest rest) {
        return new Metrics(journal, models, ledger, rest);
    }

    @Bean
    Metrics.Rest metricsRest(Crisis crisis, Upkeep upkeep) {
        return new Metrics.Rest(crisis, upkeep);
    }

    @Bean
    StateController stateController(Metrics metrics) {
        return new StateController(metrics);
    }

    @Bean
    FilterRegistrationBean<LoopbackOnly> loopbackOnly() {
        FilterRegistrationBean<LoopbackOnly> filter = new FilterRegistrationBean<>(new LoopbackOnly());
        filter.addUrlPatterns(LoopbackOnly.PATHS.toArray(String[]::new));
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return filter;
    }

    @Bean
    AccountsController.Door accountsDoor(Accounts accounts, People people, Login login, Badges badges) {
        return new AccountsController.Door(accounts, people, login, badges);
    }

    @Bean
    AccountsController accountsController(Pages pages, Frames frames, NodeRooms rooms, AccountsController.Door door) {
        return new AccountsController(pages, frames, rooms, door);
    }

    @Bean
    Handouts handouts(InstantSource clock) {
        return new Handouts(clock);
    }

    @Bean
    AccountBadgesController.Desk badgeCounter(
            Staffing staffing, Accounts accounts, Handouts handouts, PackSource source) {
        return new AccountBadgesController.Desk(staffing.desk(), staffing.badges(), accounts, handouts, source::stamp);
    }

    /** Badges and accounts by the file, as the context brings them. */
    record Staffing(BadgeDesk desk, Badges badges, AccountImport imports) {}

    @Bean
    AccountBadgesController accountBadgesController(
            Pages pages, Frames frames, NodeRooms rooms, AccountBadgesController.Desk desk) {
        return new AccountBadgesController(pages, frames, rooms, desk);
    }

    @Bean
    AccountImportController.Work accountWork(AccountImport imports, AccountBadgesController.Desk desk) {
        return new AccountImportController.Work(imports, desk);
    }

    @Bean
    AccountImportController accountImportController(
            Pages pages, Frames frames, NodeRooms rooms, AccountImportController.Work work) {
        return new AccountImportController(pages, frames, rooms, work);
    }

    @Bean
    TracesController.Audit audit(TraceLog log, Accounts accounts, GlassLog glass) {
        return new TracesController.Audit(log, accounts, glass);
    }

    @Bean
    TracesController tracesController(Pages pages, Frames frames, NodeRooms rooms, TracesController.Audit audit) {
        return new TracesController(pages, frames, rooms, audit);
    }

    @Bean
    Pairing pairing(Journal journal, ReadModels models, Phones phones, InstantSource clock) {
        return new Pairing(journal, models, phones, clock);
    }

    @Bean
    FilterRegistrationBean<PhoneGate> phoneGate(Pairing pairing) {
        FilterRegistrationBean<PhoneGate> gate = new FilterRegistrationBean<>(new PhoneGate(pairing));
        gate.setOrder(Ordered.HIGHEST_PRECEDENCE + 100);
        return gate;
    }

    @Bean
    PhonesController.Wall phoneWall(DataDirectory directory, NodeAddress address, PackSource source) {
        return new PhonesController.Wall(directory.authority(), address, source::stamp);
    }

    @Bean
    PhonesController.Desk phoneDesk(Pairing pairing, Phones phones, Accounts accounts, PhonesController.Wall wall) {
        return new PhonesController.Desk(pairing, phones, who -> name(accounts, who), wall);
    }

    private static String name(Accounts accounts, Who who) {
        return who instanceof Who.Staff(StaffId id)
                ? accounts.byId(id).map(Account::name).orElse(id.hex())
                : "Relais";
    }

    @Bean
    PhonesController phonesController(Pages pages, Frames frames, NodeRooms rooms, PhonesController.Desk desk) {
        return new PhonesController(pages, frames, rooms, desk);
    }

    @Bean
    PhoneDoorController phoneDoorController(Pages pages, Frames frames, Pairing pairing, DataDirectory directory) {
        return new PhoneDoorController(pages, frames, pairing, directory.authority());
    }

    @Bean
    EmergencyController emergencyController(Pages pages, Frames frames, NodeRooms rooms) {
        return new EmergencyController(pages, frames, rooms);
    }

    @Bean
    ExportController.Shelf exportShelf(DataDirectory directory, Countersign countersign) {
        return new ExportController.Shelf(directory.path().resolve("exports"), directory::backup, countersign);
    }

    @Bean
    ExportController exportController(Pages pages, Frames frames, NodeRooms rooms, ExportController.Shelf shelf) {
        return new ExportController(pages, frames, rooms, shelf);
    }

    @Bean
    BackupController.Store backupStore(DataDirectory directory, InstantSource clock) {
        return new BackupController.Store(directory.path(), new JournalCheck(() -> directory.verify(null), clock));
    }

    @Bean
    BackupController backupController(Pages pages, Frames frames, NodeRooms rooms, BackupController.Store store) {
        return new BackupController(pages, frames, rooms, store);
    }
}
