package org.relais.web.access;

import org.relais.access.Accounts;
import org.relais.access.BadgeDesk;
import org.relais.access.Badges;
import org.relais.access.Countersign;
import org.relais.access.Glass;
import org.relais.access.GlassLog;
import org.relais.access.Guard;
import org.relais.access.Login;
import org.relais.access.TraceLog;
import org.relais.journal.Journal;
import org.relais.journal.ReadModels;
import org.relais.paper.PackSource;
import org.relais.web.care.CareRooms;
import org.relais.web.shell.Frames;
import org.relais.web.shell.Pages;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The pages of access as Spring knows them. */
@Configuration(proxyBeanMethods = false)
public class AccessPages {
    @Bean
    Glass glass(Journal journal, ReadModels models, GlassLog log, Guard guard) {
        return new Glass(journal, models, log, guard);
    }

    @Bean
    GlassController glassController(Pages pages, Frames frames, CareRooms rooms, Glass glass) {
        return new GlassController(pages, frames, rooms, glass);
    }

    @Bean
    EnrolController.Doors secrets(Login login, BadgeDesk desk, Badges badges) {
        return new EnrolController.Doors(login, desk, badges);
    }

    @Bean
    EnrolController enrolController(Pages pages, Frames frames, EnrolController.Doors secrets) {
        return new EnrolController(pages, frames, secrets);
    }

    @Bean
    ReportController.Sources reports(TraceLog log, Accounts accounts, PackSource source) {
        return new ReportController.Sources(log, accounts, source::stamp);
    }

    @Bean
    ReportController reportController(Pages pages, Frames frames, CareRooms rooms, ReportController.Sources reports) {
        return new ReportController(pages, frames, rooms, reports);
    }

    @Bean
    ReviewController.Review glassReview(Glass glass, GlassLog log, Countersign countersign, Accounts accounts) {
        return new ReviewController.Review(glass, log, countersign, accounts);
    }

    @Bean
    ReviewController reviewController(Pages pages, Frames frames, CareRooms rooms, ReviewController.Review review) {
        return new ReviewController(pages, frames, rooms, review);
    }
}
