package org.relais.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.relais.journal.DataDirectory;
import org.relais.journal.crypto.RecoveryKey;
import org.relais.journal.crypto.RecoveryShare;
import org.relais.kernel.Outcome;
import org.relais.kernel.Problem;
import org.relais.kernel.Problem.Category;
import org.relais.kernel.ProblemException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Sets a new passphrase by means of any three of the five recovery sheets: typed row by row, scanned, or from files. */
@Command(name = "recover-key")
final class RecoverKeyCommand implements Callable<Integer> {
    private static final int ROWS = 8;

    private final Console console;

    @Option(names = "--data", paramLabel = "DIR")
    private Path data = Path.of("data");

    @Option(names = "--part", paramLabel = "FILE")
    private List<Path> files = new ArrayList<>();

    @Option(names = "--new-passphrase-file", paramLabel = "FILE")
    private @Nullable Path fresh;

    @Option(names = "--json")
    private boolean json;

    RecoverKeyCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Path directory = console.path(data);
        try {
            if (!DataDirectory.isInitialised(directory)) {
                throw Problem.of(Category.NOT_FOUND, "data.missing", directory.toString())
                        .asException();
            }
            List<RecoveryShare> parts = files.isEmpty() ? typed() : read();
            RecoveryKey key = RecoveryKey.combine(parts).orThrow();
            char[] passphrase = Passphrase.fresh(fresh).chosen();
            DataDirectory.recover(directory, key, passphrase, InstantSource.system());
            if (json) {
                console.json(Map.of("recovered", true, "set", key.set()));
            } else {
                console.say("recovery.recovered");
            }
            return 0;
        } catch (ProblemException refused) {
            return console.refuse(refused.problem());
        }
    }

    private List<RecoveryShare> read() {
        List<RecoveryShare> parts = new ArrayList<>();
        for (Path file : files) {
            try {
                Outcome<RecoveryShare> one = RecoveryShare.read(Files.readString(console.path(file)));
                if (one instanceof Outcome.Refused<RecoveryShare>) {
                    console.err().println(console.words().get("recovery.in-file", file.toString()));
                }
                parts.add(one.orThrow());
            } catch (IOException unreadable) {
                throw Problem.of(Category.NOT_FOUND, "file.unreadable", file.toString())
                        .asException();
            }
        }
        return parts;
    }

    private List<RecoveryShare> typed() {
        java.io.Console terminal = System.console();
        if (terminal == null || !terminal.isTerminal()) {
            throw Problem.of(Category.INCORRECT, "recovery.no-terminal").asException();
        }
        Typing typing = new Typing(terminal::readLine, console);
        List<RecoveryShare> parts = new ArrayList<>();
        while (parts.size() < RecoveryKey.NEEDED) {
            parts.add(typing.part(parts));
        }
        return parts;
    }

    /** Parts as somebody types them: a wrong row is said at once and asked for again. */
    record Typing(Supplier<@Nullable String> line, Console console) {
        /** Another part of the same set. */
        RecoveryShare part(List<RecoveryShare> known) {
            while (true) {
                ask("recovery.sheet", known.size() + 1, RecoveryKey.NEEDED);
                Outcome<RecoveryShare> one = RecoveryShare.read(rows()).then(part -> fits(part, known));
                if (one instanceof Outcome.Done<RecoveryShare>(RecoveryShare part)) {
                    ask("recovery.part-read", part.number());
                    return part;
                }
                if (one instanceof Outcome.Refused<RecoveryShare>(Problem problem)) {
                    console.refuse(problem);
                }
            }
        }

        private static Outcome<RecoveryShare> fits(RecoveryShare part, List<RecoveryShare> known) {
            List<RecoveryShare> all = new ArrayList<>(known);
            all.add(part);
            return switch (RecoveryKey.combine(all)) {
                case Outcome.Refused<RecoveryKey>(Problem problem)
                when !problem.messageKey().equals("recovery.too-few") -> Outcome.refused(problem);
                default -> Outcome.done(part);
            };
        }

        private String rows() {
            StringBuilder rows = new StringBuilder();
            int row = 1;
            while (row <= ROWS) {
                ask("recovery.row-prompt", row);
                String typed = line.get();
                if (typed == null) {
                    throw Problem.of(Category.INCORRECT, "recovery.no-terminal").asException();
                }
                if (typed.strip().regionMatches(true, 0, RecoveryShare.PREFIX, 0, RecoveryShare.PREFIX.length())) {
                    return typed;
                }
                if (RecoveryShare.rowHolds(row, typed)) {
                    rows.append(typed);
                    row++;
                } else {
                    console.refuse(Problem.of(Category.INCORRECT, "recovery.row", Integer.toString(row)));
                }
            }
            return rows.toString();
        }

        private void ask(String key, Object... args) {
            PrintStream to = console.err();
            to.println(console.words().get(key, args));
            to.flush();
        }
    }
}
