package org.relais.web;

import org.relais.access.TraceLog;
import org.relais.web.node.AccountsController;
import org.relais.web.node.FeedsController;
import org.relais.web.node.HelpController;
import org.relais.web.node.PackJobs;
import org.relais.web.node.PackSupply;
import org.relais.web.node.PacksController;
import org.relais.web.node.QuarantineController;
import org.relais.web.node.StructureController;
import org.relais.web.node.TracesController;
import org.relais.web.shell.Frames;
import org.relais.web.shell.Pages;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The pages of this node, and the prints made from them. */
@Configuration(proxyBeanMethods = false)
@Import({
    AccountsController.class,
    FeedsController.class,
    FeedsController.Rooms.class,
    HelpController.class,
    PackJobs.class,
    PackSupply.class,
    PackSupply.Hall.class,
    PacksController.class,
    PacksController.Rooms.class,
    QuarantineController.class,
    QuarantineController.Rooms.class,
    StructureController.class,
    StructureController.Rooms.class
})
class NodePages {
    @Bean
    TracesController tracesController(Pages pages, Frames frames, TraceLog log, Names names) {
        return new TracesController(pages, frames, log, names);
    }
}
