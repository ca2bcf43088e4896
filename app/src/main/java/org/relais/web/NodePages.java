package org.relais.web;

import org.relais.web.node.HelpController;
import org.relais.web.node.NodeConfiguration;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The pages of this node. Where packs come from is said by whoever joins the rooms. */
@Configuration(proxyBeanMethods = false)
@Import({HelpController.class, NodeConfiguration.class, LabelPages.class})
class NodePages {}
