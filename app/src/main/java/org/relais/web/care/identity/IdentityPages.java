package org.relais.web.care.identity;

import org.relais.access.Countersign;
import org.relais.care.births.BirthDesk;
import org.relais.care.identity.desk.IdentityBook;
import org.relais.care.identity.desk.IdentityDesk;
import org.relais.care.identity.numbers.NumberDesk;
import org.relais.journal.Journal;
import org.relais.web.care.CareRooms;
import org.relais.web.shell.Frames;
import org.relais.web.shell.Pages;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The pages of identities as Spring knows them. */
@Configuration(proxyBeanMethods = false)
public class IdentityPages {
    /** What people write about identities, and the second person of a merge. */
    record Desk(IdentityDesk desk, BirthDesk births, IdentityBook book, Countersign countersign) {}

    @Bean
    Desk identityDeskRooms(IdentityDesk desk, BirthDesk births, IdentityBook book, Countersign countersign) {
        return new Desk(desk, births, book, countersign);
    }

    @Bean
    IdentityRooms identityRooms(CareRooms care, Desk desk, Journal journal) {
        return new IdentityRooms(care, desk.desk(), desk.births(), desk.book(), desk.countersign(), journal);
    }

    @Bean
    HomeController identitiesController(Pages pages, Frames frames, IdentityRooms rooms) {
        return new HomeController(pages, frames, rooms);
    }

    @Bean
    NewcomerController newcomerController(Pages pages, Frames frames, IdentityRooms rooms) {
        return new NewcomerController(pages, frames, rooms);
    }

    @Bean
    IdentityController identityController(Pages pages, Frames frames, IdentityRooms rooms) {
        return new IdentityController(pages, frames, rooms);
    }

    @Bean
    CorrectController correctController(Pages pages, Frames frames, IdentityRooms rooms) {
        return new CorrectController(pages, frames, rooms);
    }

    @Bean
    DepartureController departureController(Pages pages, Frames frames, IdentityRooms rooms) {
        return new DepartureController(pages, frames, rooms);
    }

    @Bean
    NumbersController numbersController(Pages pages, Frames frames, IdentityRooms rooms, NumberDesk numbers) {
        return new NumbersController(pages, frames, rooms, numbers);
    }

    @Bean
    LinkController linkController(Pages pages, Frames frames, IdentityRooms rooms) {
        return new LinkController(pages, frames, rooms);
    }
}
