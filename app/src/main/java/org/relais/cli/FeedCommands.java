package org.relais.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.relais.feeds.FeedKeys;
import org.relais.feeds.FeedSettings;
import org.relais.journal.Receipt;
import org.relais.kernel.Outcome;
import org.relais.kernel.Problem;
import org.relais.kernel.Problem.Category;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What comes in: feeds set up from the command line. */
final class FeedCommands {
    private FeedCommands() {}

    static CommandLine line(Stage stage) {
        return new CommandLine(new Top())
                .addSubcommand("list", new FeedList(stage))
                .addSubcommand("add", new Add(stage))
                .addSubcommand("change", new Change(stage))
                .addSubcommand("remove", new Remove(stage))
                .addSubcommand("keys", new Keys(stage));
    }

    @Command(name = "feed", synopsisSubcommandLabel = "list|add|change|remove|keys")
    static final class Top {}

    /** What may be said of a feed; what is left out stays as it is. */
    static final class Said {
        @Option(names = "--mllp", paramLabel = "PORT")
        private @Nullable Integer port;

        @Option(names = "--folder", paramLabel = "DIR")
        private @Nullable Path folder;

        @Option(names = "--bind", paramLabel = "ADDRESS")
        private @Nullable String bind;

        @Option(names = "--peer", split = ",", paramLabel = "ADDRESS")
        private @Nullable List<String> peers;

        @Option(names = "--no-peers")
        private boolean noPeers;

        @Option(names = "--tls", paramLabel = "off|on|mutual")
        private FeedSettings.@Nullable Tls tls;

        @Option(names = "--charset", paramLabel = "NAME")
        private @Nullable String charset;

        @Option(names = "--silence", paramLabel = "MINUTES")
        private @Nullable Integer silence;

        FeedSettings over(FeedSettings base, Console console) {
            boolean files = folder != null || (port == null && base.kind() == FeedSettings.Kind.FOLDER);
            return new FeedSettings(
                    base.name(),
                    files ? FeedSettings.Kind.FOLDER : FeedSettings.Kind.MLLP,
                    or(bind, base.bind()),
                    port == null ? base.port() : port,
                    files
                            ? (folder == null
                                    ? base.folder()
                                    : console.path(folder).toString())
                            : "",
                    noPeers ? List.of() : or(peers, base.peers()),
                    or(tls, base.tls()),
                    or(charset, base.charset()),
                    silence == null ? base.silenceMinutes() : silence);
        }

        private static <T> T or(@Nullable T said, T base) {
            return said == null ? base : said;
        }
    }

    /** Adds a feed; a running server opens it at once. */
    @Command(name = "add")
    static final class Add extends NodeCommand {
        @Parameters(paramLabel = "NAME")
        private String name = "";

        @ArgGroup(exclusive = false)
        private Said said = new Said();

        Add(Stage stage) {
            super(stage);
        }

        @Override
        int run(Rooms rooms, Console console) {
            FeedSettings asked = said.over(FeedSettings.mllp(name, 0), console);
            return told(console, rooms.feeds().desk().add(OPERATOR, asked), receipt -> tell(this, console, receipt));
        }
    }

    /** Sets a feed up otherwise; a running server follows at once. */
    @Command(name = "change")
    static final class Change extends NodeCommand {
        @Parameters(paramLabel = "NAME")
        private String name = "";

        @ArgGroup(exclusive = false)
        private Said said = new Said();

        Change(Stage stage) {
            super(stage);
        }

        @Override
        int run(Rooms rooms, Console console) {
            Optional<FeedSettings> base = rooms.feeds().board().roster().all().stream()
                    .map(known -> known.settings())
                    .filter(settings -> settings.name().equals(name))
                    .findFirst();
            Outcome<Receipt> changed = base.map(
                            known -> rooms.feeds().desk().change(OPERATOR, said.over(known, console)))
                    .orElseGet(() -> Outcome.refused(Problem.of(Category.NOT_FOUND, "feeds.unknown", name)));
            return told(console, changed, receipt -> tell(this, console, receipt));
        }
    }

    /** Takes a feed away; what it brought is kept. */
    @Command(name = "remove")
    static final class Remove extends NodeCommand {
        @Parameters(paramLabel = "NAME")
        private String name = "";

        Remove(Stage stage) {
            super(stage);
        }

        @Override
        int run(Rooms rooms, Console console) {
            return told(console, rooms.feeds().desk().remove(OPERATOR, name), receipt -> tell(this, console, receipt));
        }
    }

    /** Takes the key and certificates of encrypted feeds. */
    @Command(name = "keys")
    static final class Keys extends NodeCommand {
        @Option(names = "--p12", paramLabel = "FILE")
        private @Nullable Path store;

        @Option(names = "--p12-password-file", paramLabel = "FILE")
        private @Nullable Path password;

        @Option(names = "--cert", paramLabel = "FILE")
        private @Nullable Path certificate;

        @Option(names = "--key", paramLabel = "FILE")
        private @Nullable Path key;

        @Option(names = "--clients", paramLabel = "FILE")
        private @Nullable Path clients;

        Keys(Stage stage) {
            super(stage);
        }

        @Override
        int run(Rooms rooms, Console console) {
            if (store == null && certificate == null) {
                return show(rooms, console);
            }
            try {
                Outcome<Receipt> done =
                        delivery(console).then(brought -> rooms.feeds().desk().install(OPERATOR, brought));
                return told(console, done, receipt -> tell(this, console, receipt));
            } catch (IOException unreadable) {
                return console.refuse(
                        Problem.of(Category.NOT_FOUND, "file.unreadable", String.valueOf(unreadable.getMessage())));
            }
        }

        private Outcome<FeedKeys.Delivery> delivery(Console console) throws IOException {
            byte[] authorities = bytes(clients, console);
            if (store == null) {
                return FeedKeys.Delivery.ofPem(bytes(certificate, console), bytes(key, console), authorities);
            }
            char[] secret = password == null
                    ? new char[0]
                    : Files.readString(console.path(password)).strip().toCharArray();
            return Outcome.done(new FeedKeys.Delivery(bytes(store, console), secret, authorities));
        }

        private static byte[] bytes(@Nullable Path file, Console console) throws IOException {
            return file == null ? new byte[0] : Files.readAllBytes(console.path(file));
        }

        private int show(Rooms rooms, Console console) {
            return rooms.feeds()
                    .board()
                    .roster()
                    .keys()
                    .map(keys -> {
                        if (json) {
                            console.json(keys);
                        } else {
                            String until = console.dates(rooms).dateTime(Instant.parse(keys.validUntil()));
                            console.say("feed.keys", keys.subject(), until, keys.fingerprint());
                            keys.clients().forEach(client -> console.say("feed.keys.client", client));
                        }
                        return 0;
                    })
                    .orElseGet(() -> console.refuse(Problem.of(Category.NOT_FOUND, "feeds.no-keys")));
        }
    }

    private static void tell(NodeCommand command, Console console, Receipt receipt) {
        if (command.json) {
            console.json(Map.of("entry", receipt.key().toString(), "position", receipt.position()));
        } else {
            console.say("feed.saved", receipt.position());
        }
    }
}
