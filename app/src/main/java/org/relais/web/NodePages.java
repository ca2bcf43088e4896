package org.relais.web;

import java.time.InstantSource;
import org.relais.journal.Journal;
import org.relais.journal.ReadModels;
import org.relais.paper.PackSource;
import org.relais.web.node.HelpController;
import org.relais.web.node.NodeConfiguration;
import org.relais.web.node.PackSupply;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The pages of this node, and the prints made from them. */
@Configuration(proxyBeanMethods = false)
@Import({HelpController.class, NodeConfiguration.class, PackSupply.Hall.class})
class NodePages {
    /** Where packs come from, unless whoever joins the rooms says otherwise. */
    @Bean
    @ConditionalOnMissingBean(PackSource.class)
    PackSource packSource(Journal journal, ReadModels models, PackSupply.Hall hall, InstantSource clock) {
        return new PackSupply(journal, models, hall, clock);
    }
}
