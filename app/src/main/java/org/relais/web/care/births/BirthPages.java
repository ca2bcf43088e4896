package org.relais.web.care.births;

import org.relais.access.Countersign;
import org.relais.care.births.BirthBook;
import org.relais.care.births.BirthDesk;
import org.relais.journal.Journal;
import org.relais.web.care.LabelRooms;
import org.relais.web.shell.Frames;
import org.relais.web.shell.Pages;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The pages of births as Spring knows them. */
@Configuration(proxyBeanMethods = false)
public class BirthPages {
    @Bean
    BirthRooms birthRooms(LabelRooms labels, BirthDesk desk, BirthBook book, Journal journal) {
        return new BirthRooms(labels, desk, book, journal);
    }

    @Bean
    RegisterController deliveryRegisterController(Pages pages, Frames frames, BirthRooms rooms) {
        return new RegisterController(pages, frames, rooms);
    }

    @Bean
    NewBirthController newBirthController(Pages pages, Frames frames, BirthRooms rooms) {
        return new NewBirthController(pages, frames, rooms);
    }

    @Bean
    BirthController birthController(Pages pages, Frames frames, BirthRooms rooms) {
        return new BirthController(pages, frames, rooms);
    }

    @Bean
    AnnulController annulController(Pages pages, Frames frames, BirthRooms rooms, Countersign countersign) {
        return new AnnulController(pages, frames, rooms, countersign);
    }

    @Bean
    BirthBandsController birthBandsController(Pages pages, Frames frames, BirthRooms rooms) {
        return new BirthBandsController(pages, frames, rooms);
    }
}
