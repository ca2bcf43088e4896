package org.relais.web;

import org.relais.care.labels.LabelBook;
import org.relais.paper.PackSource;
import org.relais.upkeep.printers.PrinterPort;
import org.relais.upkeep.printers.Printers;
import org.relais.web.care.CareRooms;
import org.relais.web.care.LabelPrintsController;
import org.relais.web.care.LabelRooms;
import org.relais.web.care.LabelsController;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The pages of bands and labels. */
@Configuration(proxyBeanMethods = false)
@Import({LabelsController.class, LabelPrintsController.class})
class LabelPages {
    @Bean
    LabelRooms labelRooms(CareRooms care, LabelBook book, Printers printers, PackSource source) {
        return new LabelRooms(care, book, printers, new PrinterPort(), source::stamp);
    }
}
