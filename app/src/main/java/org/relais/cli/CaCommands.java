package org.relais.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.relais.journal.PrivateFiles;
import org.relais.journal.crypto.Authority;
import org.relais.journal.crypto.Host;
import org.relais.journal.crypto.Issued;
import org.relais.kernel.Problem;
import org.relais.kernel.Problem.Category;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The certificate authority of the installation: shown, made, asked for certificates. */
final class CaCommands {
    private CaCommands() {}

    static CommandLine line(Stage stage) {
        return new CommandLine(new Show(stage))
                .addSubcommand("make", new Make(stage))
                .addSubcommand("issue", new Issue(stage));
    }

    /** Names and addresses as given. Refuses what is neither: {@code tls.not-a-host}. */
    static List<Host> hosts(List<String> given) {
        return given.stream()
                .map(text -> Host.of(text)
                        .orElseThrow(() -> Problem.of(Category.INCORRECT, "tls.not-a-host", text)
                                .asException()))
                .toList();
    }

    private static Authority current(Rooms rooms) {
        return rooms.data()
                .authority()
                .current()
                .orElseThrow(
                        () -> Problem.of(Category.NOT_FOUND, "tls.no-authority").asException());
    }

    private static void tell(NodeCommand command, Rooms rooms, Console console, Authority authority) {
        List<String> names = authority.hosts().stream().map(Host::text).toList();
        Instant end = authority.certificate().getNotAfter().toInstant();
        if (command.json) {
            console.json(Map.of("fingerprint", authority.fingerprint(), "names", names, "end", end.toString()));
        } else {
            String until = console.dates(rooms).dateTime(end);
            console.say("ca.shown", authority.fingerprint(), String.join(", ", names), until);
        }
    }

    private static void write(Path file, String pem) {
        if (Files.exists(file)) {
            throw Problem.of(Category.CONFLICT, "journal.exists", file.toString())
                    .asException();
        }
        try {
            PrivateFiles.write(file, pem.getBytes(StandardCharsets.US_ASCII));
        } catch (IOException unwritable) {
            throw Problem.of(Category.UNAVAILABLE, "file.unwritable", file.toString())
                    .asException();
        }
    }

    /** Shows the authority; writes its certificate for those who are to trust it. */
    @Command(name = "ca")
    static final class Show extends NodeCommand {
        @Option(names = "--out", paramLabel = "FILE.pem")
        private @Nullable Path out;

        Show(Stage stage) {
            super(stage);
        }

        @Override
        int run(Rooms rooms, Console console) {
            Authority authority = current(rooms);
            if (out != null) {
                write(console.path(out), Issued.pem(authority.certificate()));
            }
            tell(this, rooms, console, authority);
            return 0;
        }
    }

    /** Makes the authority. */
    @Command(name = "make")
    static final class Make extends NodeCommand {
        @Option(names = "--name", required = true, paramLabel = "HOST")
        private List<String> names = List.of();

        @Option(names = "--again")
        private boolean again;

        Make(Stage stage) {
            super(stage);
        }

        @Override
        int run(Rooms rooms, Console console) {
            if (!again && rooms.data().authority().current().isPresent()) {
                throw Problem.of(Category.CONFLICT, "tls.authority-there").asException();
            }
            String node = rooms.data().journal().node().hex().substring(0, 8);
            tell(this, rooms, console, rooms.data().authority().make(OPERATOR, "Relais " + node, hosts(names)));
            return 0;
        }
    }

    /** Issues a certificate into files, for a system that talks with this one. */
    @Command(name = "issue")
    static final class Issue extends NodeCommand {
        @Option(names = "--for", paramLabel = "USE")
        private Authority.Use use = Authority.Use.SERVER;

        @Option(names = "--name", required = true, paramLabel = "HOST")
        private List<String> names = List.of();

        @Option(names = "--cert", required = true, paramLabel = "FILE.pem")
        private Path certificate = Path.of("");

        @Option(names = "--key", required = true, paramLabel = "FILE.pem")
        private Path key = Path.of("");

        Issue(Stage stage) {
            super(stage);
        }

        @Override
        int run(Rooms rooms, Console console) {
            current(rooms);
            Issued issued = rooms.data().authority().issue(OPERATOR, use, hosts(names));
            write(console.path(key), issued.keyPem());
            write(console.path(certificate), issued.chainPem());
            if (json) {
                console.json(Map.of(
                        "serial",
                        issued.certificate().getSerialNumber().toString(16),
                        "end",
                        issued.end().toString()));
            } else {
                String until = console.dates(rooms).dateTime(issued.end());
                console.say("ca.issued", console.path(certificate).toString(), until);
            }
            return 0;
        }
    }
}
