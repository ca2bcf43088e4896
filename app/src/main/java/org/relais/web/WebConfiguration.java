package org.relais.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Optional;
import org.relais.access.Accounts;
import org.relais.access.Guard;
import org.relais.access.Stations;
import org.relais.access.screens.Screens;
import org.relais.access.screens.SharedScreens;
import org.relais.care.chart.Documents;
import org.relais.care.wards.Structures;
import org.relais.command.Crisis;
import org.relais.journal.DataDirectory;
import org.relais.journal.Journal;
import org.relais.journal.ReadModels;
import org.relais.paper.PackSource;
import org.relais.web.access.AccessPages;
import org.relais.web.care.CareRooms;
import org.relais.web.care.ChartController;
import org.relais.web.care.DocumentsController;
import org.relais.web.care.FoundController;
import org.relais.web.care.Kinship;
import org.relais.web.care.NamelessBeds;
import org.relais.web.care.PatientsController;
import org.relais.web.care.ShareController;
import org.relais.web.care.SharedScreenController;
import org.relais.web.care.WardsController;
import org.relais.web.care.births.BirthPages;
import org.relais.web.care.births.watch.CtgCalls;
import org.relais.web.care.births.watch.WatchPages;
import org.relais.web.care.identity.IdentityPages;
import org.relais.web.command.CrisisController;
import org.relais.web.shell.AssetController;
import org.relais.web.shell.Assets;
import org.relais.web.shell.Calls;
import org.relais.web.shell.Desks;
import org.relais.web.shell.DraftController;
import org.relais.web.shell.FetchedForms;
import org.relais.web.shell.FormDrafts;
import org.relais.web.shell.FormGate;
import org.relais.web.shell.Frames;
import org.relais.web.shell.Live;
import org.relais.web.shell.LiveController;
import org.relais.web.shell.Pages;
import org.relais.web.shell.Refusals;
import org.relais.web.shell.SessionController;
import org.relais.web.shell.Words;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;

/**
 * The pages, listed one by one: nothing is found by scanning. The context brings the rooms: journal, read models, care,
 * crisis, feeds, accounts and traces; access brings the door.
 */
@Configuration(proxyBeanMethods = false)
@Import({
    NodePages.class,
    AccessPages.class,
    IdentityPages.class,
    WatchPages.class,
    AssetController.class,
    DraftController.class,
    LiveController.class,
    SessionController.class,
    Refusals.class,
    PatientsController.class,
    WardsController.class,
    WardsController.Beside.class,
    CareRooms.class,
    Kinship.class,
    BirthPages.class,
    DocumentsController.class,
    FoundController.class,
    NamelessBeds.class,
    ShareController.class,
    ShareController.Desk.class,
    SharedScreenController.class,
    SharedScreenController.Desk.class,
    CrisisController.class,
    Situations.class,
    Situations.Folded.class,
    CrisisController.Rooms.class
})
public class WebConfiguration {
    @Bean
    Pages pages() {
        return new Pages();
    }

    @Bean
    Assets assets() {
        return new Assets();
    }

    @Bean
    Words words() {
        return new Words();
    }

    @Bean
    Desks desks(Stations stations, Journal journal) {
        return new Desks(stations, journal.pseudonyms());
    }

    @Bean
    Frames.Site site(Structures structures, Desks desks, CtgCalls calls) {
        return new Frames.Site() {
            @Override
            public ZoneId zone() {
                return structures.zone();
            }

            @Override
            public String scanner(HttpServletRequest request) {
                return desks.scanner(request);
            }

            @Override
            public Calls calls(HttpServletRequest request) {
                return calls.calls(request);
            }
        };
    }

    @Bean
    Frames frames(Words words, Assets assets, Situations situations, Frames.Site site) {
        return new Frames(words, assets, situations, site);
    }

    @Bean(destroyMethod = "close")
    FormDrafts formDrafts(DataDirectory directory, Journal journal, InstantSource clock) {
        return new FormDrafts(
                directory.path().resolve("drafts"), journal.sealedFiles("draft"), journal.pseudonyms(), clock);
    }

    @Bean
    FormGate formGate(Journal journal, FormDrafts drafts) {
        return new FormGate(journal, drafts);
    }

    /** Before the door, so that what the door answers is told as well. */
    @Bean
    FilterRegistrationBean<FetchedForms> fetchedForms() {
        FilterRegistrationBean<FetchedForms> registration = new FilterRegistrationBean<>(new FetchedForms());
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return registration;
    }

    @Bean
    Names names(Accounts accounts) {
        return new Names(accounts);
    }

    @Bean
    Live live(Situations situations, ReadModels models, Accounts accounts, Structures structures) {
        Live live = new Live(situations::live, accounts, situations.clock(), structures::zone);
        models.onFolded(_ -> live.folded());
        return live;
    }

    @Bean
    SharedScreens sharedScreens(Journal journal, ReadModels models, SharedScreens.Known known) {
        return new SharedScreens(journal, models, known);
    }

    @Bean
    SharedScreens.Known shareable(Screens screens, Guard guard, Crisis crisis) {
        return new SharedScreens.Known(
                screens, guard, () -> Optional.ofNullable(crisis.state().t0()));
    }

    @Bean
    DocumentsController.Rooms documentRooms(CareRooms care, Documents documents, PackSource source) {
        return new DocumentsController.Rooms(care, documents, source::stamp);
    }

    @Bean
    ChartController chartController(Pages pages, Frames frames, CareRooms rooms, PackSource source) {
        return new ChartController(pages, frames, rooms, source::stamp);
    }
}
