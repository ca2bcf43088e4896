package org.relais.wiring;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.apache.catalina.Service;
import org.relais.journal.Journal;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.tomcat.TomcatWebServer;
import org.springframework.boot.web.server.WebServer;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** The pages, served by Spring on loopback. The rooms are handed in as they are: Spring makes none of them. */
final class WebApplication implements AutoCloseable {
    private final ConfigurableApplicationContext context;

    private WebApplication(ConfigurableApplicationContext context) {
        this.context = context;
    }

    static WebApplication start(House house, int port, List<String> hosts, InstantSource clock) {
        SpringApplication application = new SpringApplication(WebRoot.class);
        application.setBannerMode(Banner.Mode.OFF);
        application.setLogStartupInfo(false);
        application.setWebApplicationType(WebApplicationType.SERVLET);
        application.setRegisterShutdownHook(false);
        application.setDefaultProperties(settings(port, hosts));
        application.addInitializers(context -> rooms((GenericApplicationContext) context, house, clock));
        return new WebApplication(application.run());
    }

    private static Map<String, Object> settings(int port, List<String> hosts) {
        return Map.ofEntries(
                Map.entry("server.port", port),
                Map.entry("server.address", "127.0.0.1"),
                Map.entry("relais.hosts", String.join(",", hosts)),
                Map.entry("server.shutdown", "immediate"),
                Map.entry("server.error.whitelabel.enabled", false),
                Map.entry("server.compression.enabled", false),
                Map.entry("server.http2.enabled", false),
                Map.entry("server.tomcat.basedir", ""),
                Map.entry("spring.threads.virtual.enabled", true),
                Map.entry("spring.main.lazy-initialization", false),
                Map.entry("spring.jmx.enabled", false),
                Map.entry("spring.servlet.multipart.max-file-size", "4MB"),
                Map.entry("spring.servlet.multipart.file-size-threshold", "4MB"));
    }

    private static void rooms(GenericApplicationContext context, House house, InstantSource clock) {
        House.Models models = house.models();
        give(context, Journal.class, house.data().journal());
        give(context, InstantSource.class, clock);
        give(context, org.relais.journal.DataDirectory.class, house.data());
        give(context, org.relais.journal.ReadModels.class, house.folded());
        give(context, org.relais.care.Interpreter.class, models.interpreter());
        care(context, house);
        give(context, org.relais.command.Crisis.class, models.crisis());
        give(context, org.relais.feeds.Feeds.class, house.feeds());
        give(context, org.relais.prepare.kits.Kits.class, models.kits());
        give(context, org.relais.upkeep.printers.Printers.class, models.printers());
        give(context, org.relais.feeds.FeedCounters.class, house.counters());
        give(context, org.relais.feeds.FeedLedger.class, models.feedLedger());
        give(context, org.relais.feeds.FeedRooms.class, house.rooms().feeds());
        give(context, org.relais.feeds.Quarantine.class, models.quarantine());
        give(context, org.relais.access.Accounts.class, models.accounts());
        give(context, org.relais.access.phones.Phones.class, models.phones());
        give(context, org.relais.access.screens.Screens.class, models.screens());
        give(context, org.relais.web.node.NodeAddress.class, new org.relais.web.node.NodeAddress());
        give(context, org.relais.access.TraceLog.class, models.traces());
        give(context, org.relais.access.Badges.class, models.badges());
        give(context, org.relais.access.BadgeDesk.class, house.badgeDesk());
        give(context, org.relais.access.AccountImport.class, house.accountImport());
        give(context, org.relais.access.GlassLog.class, models.glass());
        give(context, org.relais.access.Stations.class, models.stations());
        give(context, org.relais.access.Whereabouts.class, new Bedsides(house, clock));
        give(context, org.relais.access.People.class, house.people());
        give(context, org.relais.access.Trace.class, house.rooms().trace());
        give(context, org.relais.paper.PackSource.class, house.rooms().packs());
        give(context, org.relais.upkeep.Upkeep.class, house.upkeep());
    }

    private static void care(GenericApplicationContext context, House house) {
        House.Models models = house.models();
        give(context, org.relais.care.identity.Patients.class, models.patients());
        give(context, org.relais.care.identity.numbers.Numbers.class, models.numbers());
        give(context, org.relais.care.identity.desk.IdentityBook.class, models.identities());
        give(context, org.relais.care.identity.desk.IdentityDesk.class, house.identityDesk());
        give(context, org.relais.care.identity.numbers.NumberDesk.class, house.numberDesk());
        give(context, org.relais.care.wards.Structures.class, models.structures());
        give(context, org.relais.care.wards.Wards.class, house.wards());
        give(context, org.relais.care.chart.Charts.class, house.charts());
        give(context, org.relais.care.found.FoundBook.class, models.found());
        give(context, org.relais.care.labels.LabelBook.class, models.labels());
        give(context, org.relais.care.births.BirthBook.class, models.births());
        give(context, org.relais.care.births.BirthDesk.class, house.birthDesk());
        give(context, org.relais.care.births.watch.Watches.class, house.watches());
        give(context, org.relais.care.births.watch.WatchDesk.class, house.watchDesk());
        give(context, org.relais.care.chart.Documents.class, house.documents());
    }

    /** As a singleton from outside, so that Spring does not close what it did not open. */
    private static <T> void give(GenericApplicationContext context, Class<T> type, T room) {
        context.getBeanFactory().registerSingleton(type.getName(), room);
    }

    /** The server below, to be given further doors. */
    Service service() {
        WebServer server = ((WebServerApplicationContext) context).getWebServer();
        if (server instanceof TomcatWebServer tomcat) {
            return tomcat.getTomcat().getService();
        }
        throw new IllegalStateException("the pages are not served by Tomcat");
    }

    /** Tells the pages where other machines find them. */
    void reachedAt(String url) {
        context.getBean(org.relais.web.node.NodeAddress.class).opened(url);
    }

    /** Every route, and what answers it. */
    Map<RequestMappingInfo, HandlerMethod> routes() {
        return context.getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods();
    }

    int port() {
        String port = context.getEnvironment().getProperty("local.server.port", "0");
        return Integer.parseInt(port);
    }

    @Override
    public void close() {
        context.close();
    }
}
