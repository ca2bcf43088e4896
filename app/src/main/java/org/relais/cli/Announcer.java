package org.relais.cli;

import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.relais.access.OneTimePassword;
import org.relais.access.People;
import org.relais.kernel.Texts;
import tools.jackson.databind.json.JsonMapper;

/** Tells whoever started the server where it is, and once, how to log in. */
public final class Announcer {
    private final ServeOrder order;
    private final String url;
    private final String mllp;
    private final Texts words = Words.here();
    private @Nullable String https;

    /** Says as well where other machines find the pages. */
    public Announcer secure(@Nullable String address) {
        https = address;
        return this;
    }

    /** A login of the demonstration. */
    public record Login(String login, String name, String password) {}

    public Announcer(ServeOrder order, String url, InetSocketAddress mllp) {
        this.order = order;
        this.url = url;
        this.mllp = mllp.getAddress().getHostAddress() + ":" + mllp.getPort();
    }

    /** A server that serves; makes the first administrator when there is a terminal to show the password on. */
    public void ready(People people) {
        if (order.json()) {
            json(https == null ? Map.of("url", url, "mllp", mllp) : Map.of("url", url, "mllp", mllp, "https", https));
        } else {
            addresses();
        }
        if (!terminal()) {
            if (!order.json()) {
                say("serve.no-terminal");
            }
            return;
        }
        Optional<OneTimePassword> first = people.firstAdministrator();
        first.ifPresent(made -> say("serve.admin", made.login(), made.password()));
    }

    /** The demonstration: its accounts and what to try. */
    public void demo(List<Login> logins) {
        if (order.json()) {
            json(Map.of("url", url, "mllp", mllp, "accounts", logins));
            return;
        }
        say("demo.title");
        addresses();
        say("demo.accounts");
        logins.forEach(login -> order.out().printf("  %-12s %s   %s%n", login.login(), login.password(), login.name()));
        say("demo.try");
        for (int n = 1; words.has("demo.try." + n); n++) {
            order.out().println("  " + n + ". " + words.get("demo.try." + n, folder()));
        }
        say("demo.loading");
    }

    public void loaded(long messages, Duration took) {
        if (order.json()) {
            json(Map.of("loaded", messages, "seconds", took.toSeconds()));
        } else {
            say("demo.loaded", messages, took.toSeconds());
        }
    }

    /** The demonstration's systems fell silent. */
    public void attacked(Instant at) {
        if (order.json()) {
            json(Map.of("attackedAt", at.toString()));
        } else {
            say("demo.attack", folder());
        }
    }

    /** The data directory as one would type it here. */
    private String folder() {
        Path here = Path.of("").toAbsolutePath();
        Path data = order.data().toAbsolutePath();
        return (data.startsWith(here) ? here.relativize(data) : data).toString();
    }

    private void addresses() {
        say("serve.ready", url);
        if (https != null) {
            say("serve.https", https);
        }
        say("serve.mllp", mllp);
        say("serve.stop");
    }

    private void say(String key, Object... args) {
        order.out().println(words.get(key, args));
        order.out().flush();
    }

    private void json(Object value) {
        order.out().println(JsonMapper.builder().build().writeValueAsString(value));
        order.out().flush();
    }

    private static boolean terminal() {
        java.io.Console console = System.console();
        return console != null && console.isTerminal();
    }
}
