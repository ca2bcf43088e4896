package org.relais.web.care.births.watch;

import java.time.InstantSource;
import org.relais.care.births.watch.WatchDesk;
import org.relais.care.births.watch.Watches;
import org.relais.paper.PackSource;
import org.relais.web.care.CareRooms;
import org.relais.web.shell.Frames;
import org.relais.web.shell.Pages;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The pages of the maternity as Spring knows them. */
@Configuration(proxyBeanMethods = false)
public class WatchPages {
    @Bean
    CtgCalls ctgCalls(Watches watches, InstantSource clock) {
        return new CtgCalls(watches, clock);
    }

    @Bean
    WatchRooms watchRooms(CareRooms care, Watches watches, WatchDesk desk, PackSource source) {
        return new WatchRooms(care, watches, desk, source::stamp);
    }

    @Bean
    WatchController watchController(Pages pages, Frames frames, WatchRooms rooms) {
        return new WatchController(pages, frames, rooms);
    }

    @Bean
    BleedController bleedController(Pages pages, Frames frames, WatchRooms rooms) {
        return new BleedController(pages, frames, rooms);
    }

    @Bean
    BoardController boardController(Pages pages, Frames frames, WatchRooms rooms, CtgCalls calls) {
        return new BoardController(pages, frames, rooms, calls);
    }

    @Bean
    SharedBoardController sharedBoardController(Pages pages, Frames frames, WatchRooms rooms, CtgCalls calls) {
        return new SharedBoardController(pages, frames, rooms, calls);
    }

    @Bean
    IntervalsController intervalsController(Pages pages, Frames frames, WatchRooms rooms) {
        return new IntervalsController(pages, frames, rooms);
    }

    @Bean
    LoadsController loadsController(Pages pages, Frames frames, WatchRooms rooms) {
        return new LoadsController(pages, frames, rooms);
    }

    @Bean
    CtgController ctgController(Pages pages, Frames frames, WatchRooms rooms) {
        return new CtgController(pages, frames, rooms);
    }
}
