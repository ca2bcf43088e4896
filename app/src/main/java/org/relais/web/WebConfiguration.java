package org.relais.web;

import java.time.InstantSource;
import org.relais.access.Accounts;
import org.relais.care.chart.Documents;
import org.relais.care.wards.Structures;
import org.relais.command.Crisis;
import org.relais.journal.ReadModels;
import org.relais.paper.PackSource;
import org.relais.web.access.AccessPages;
import org.relais.web.care.CareRooms;
import org.relais.web.care.ChartController;
import org.relais.web.care.DocumentsController;
import org.relais.web.care.FoundController;
import org.relais.web.care.PatientsController;
import org.relais.web.care.WardsController;
import org.relais.web.command.CrisisController;
import org.relais.web.shell.AssetController;
import org.relais.web.shell.Assets;
import org.relais.web.shell.Frames;
import org.relais.web.shell.Live;
import org.relais.web.shell.LiveController;
import org.relais.web.shell.Pages;
import org.relais.web.shell.Refusals;
import org.relais.web.shell.SessionController;
import org.relais.web.shell.Words;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/**
 * The pages, listed one by one: nothing is found by scanning. The context brings the rooms: journal, read models, care,
 * crisis, feeds, accounts and traces; access brings the door.
 */
@Configuration(proxyBeanMethods = false)
@Import({
    NodePages.class,
    AccessPages.class,
    AssetController.class,
    LiveController.class,
    SessionController.class,
    Refusals.class,
    PatientsController.class,
    WardsController.class,
    CareRooms.class,
    DocumentsController.class,
    FoundController.class,
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
    Frames frames(Words words, Assets assets, Situations situations, Structures structures) {
        return new Frames(words, assets, situations, structures::zone);
    }

    @Bean
    Names names(Accounts accounts) {
        return new Names(accounts);
    }

    @Bean
    Live live(Crisis crisis, ReadModels models, Accounts accounts, InstantSource clock) {
        Live live = new Live(crisis::state, accounts, clock);
        models.onFolded(_ -> live.folded());
        return live;
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
