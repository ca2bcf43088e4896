package org.relais.access.spring;

import jakarta.servlet.http.HttpServletRequest;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.relais.access.AccessRoom;
import org.relais.access.Account;
import org.relais.access.Accounts;
import org.relais.access.BadgeDesk;
import org.relais.access.Badges;
import org.relais.access.GlassLog;
import org.relais.access.People;
import org.relais.access.Right;
import org.relais.access.Trace;
import org.relais.access.Whereabouts;
import org.relais.access.screens.ScreenHolders;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** A site of a few pages behind the real door, really served. */
final class SmallSite implements AutoCloseable {
    final AccessRoom room = new AccessRoom();
    private final ConfigurableApplicationContext context;

    SmallSite() {
        SpringApplication application = new SpringApplication(Root.class);
        application.setDefaultProperties(Map.of(
                "server.port", 0,
                "server.address", "127.0.0.1",
                "relais.hosts", "relais.example, 10.1.2.3",
                "spring.main.banner-mode", "off",
                "logging.level.root", "WARN"));
        application.addInitializers(made -> {
            GenericApplicationContext beans = (GenericApplicationContext) made;
            beans.registerBean(Accounts.class, () -> room.accounts);
            beans.registerBean(People.class, () -> room.people);
            beans.registerBean(Trace.class, () -> room.trace);
            beans.registerBean(Whereabouts.class, () -> room.bedside);
            beans.registerBean(Badges.class, () -> room.badges);
            beans.registerBean(BadgeDesk.class, () -> room.desk);
            beans.registerBean(ScreenHolders.class, () -> _ -> Optional.empty());
            beans.registerBean(GlassLog.class, () -> room.glassLog);
            beans.registerBean(InstantSource.class, () -> room.clock);
        });
        context = application.run();
    }

    int port() {
        return Integer.parseInt(context.getEnvironment().getProperty("local.server.port", "0"));
    }

    Door door() {
        return new Door(port());
    }

    @Override
    public void close() {
        context.close();
    }

    @SpringBootConfiguration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @Import({AccessConfiguration.class, Pages.class, Doorways.class})
    static class Root {}

    /** Pages with and without a declared right. */
    @RestController
    static final class Pages {
        @Needs({})
        @GetMapping("/")
        String home(Account account) {
            return "home of " + account.login();
        }

        @Needs(Right.OPEN_CHARTS)
        @GetMapping("/chart")
        String chart() {
            return "chart";
        }

        @Needs({Right.OPEN_CHARTS, Right.SEE_TRACES})
        @GetMapping("/both")
        String both() {
            return "both";
        }

        @GetMapping("/undeclared")
        String undeclared() {
            return "undeclared";
        }

        @Needs({})
        @GetMapping("/live/beat")
        String beat(AccountSession session) {
            return "alive until " + session.locksAt();
        }

        @Needs(Right.OPEN_CHARTS)
        @PostMapping("/note")
        String note() {
            return "noted";
        }
    }

    /** The pages that the web draws for the door. */
    @RestController
    static final class Doorways {
        @Open
        @GetMapping({"/login", "/enrol", "/language"})
        String login(HttpServletRequest request) {
            return said(request);
        }

        @Needs({})
        @GetMapping({"/lock", "/password"})
        String lock(HttpServletRequest request) {
            return said(request);
        }

        @Open
        @GetMapping("/assets/app.css")
        String asset() {
            return "body{}";
        }

        private static String said(HttpServletRequest request) {
            CsrfToken token = (CsrfToken) request.getAttribute(CsrfToken.class.getName());
            String problem =
                    Requests.problem(request).map(one -> one.messageKey()).orElse("-");
            return "problem=" + problem + " _csrf=" + token.getToken();
        }
    }
}
