package org.relais.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.relais.journal.DataDirectory;
import org.relais.kernel.Mode;
import org.relais.kernel.ProblemException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Starts the server on a data directory; makes the directory when there is none. */
@Command(name = "serve")
final class ServeCommand implements Callable<Integer> {
    private final Console console;
    private final RoomsOpener opener;

    @Option(names = "--data", paramLabel = "DIR")
    private Path data = Path.of("data");

    @Option(names = "--json")
    private boolean json;

    @Option(names = "--passphrase-file", paramLabel = "FILE")
    private @Nullable Path passphraseFile;

    @Option(names = "--port", paramLabel = "P")
    private int port = 8420;

    @Option(names = "--mllp", paramLabel = "PORT")
    private int mllp = 2575;

    @Option(names = "--recovery-sheets", paramLabel = "FILE.pdf")
    private @Nullable Path sheets;

    @Option(names = "--https", paramLabel = "PORT")
    private @Nullable Integer https;

    @Option(names = "--name", paramLabel = "HOST")
    private List<String> names = List.of();

    ServeCommand(Console console, RoomsOpener opener) {
        this.console = console;
        this.opener = opener;
    }

    @Override
    public Integer call() {
        Path directory = console.path(data);
        Passphrase passphrase = new Passphrase(passphraseFile);
        try {
            boolean known = DataDirectory.isInitialised(directory);
            char[] words = known ? passphrase.known() : passphrase.chosen();
            if (!known) {
                opener.create(directory, Mode.REAL, words);
                recoverable(directory, words);
            }
            opener.serve(new ServeOrder(directory, port, mllp, words, null, console.out(), json, secure()));
            return 0;
        } catch (ProblemException refused) {
            return console.refuse(refused.problem());
        }
    }

    private ServeOrder.@Nullable Https secure() {
        return https == null ? null : new ServeOrder.Https(https, CaCommands.hosts(names));
    }

    /** Prints the recovery sheets of a new directory, unless nobody is there and no file was named. */
    private void recoverable(Path directory, char[] passphrase) {
        Path file = sheets == null ? asked() : sheets;
        if (file == null) {
            console.err().println(console.words().get("recovery.none-yet", directory.toString()));
        } else {
            opener.with(
                    directory, passphrase, rooms -> RecoverySheetsCommand.first(rooms, console, console.path(file)));
        }
    }

    private @Nullable Path asked() {
        java.io.Console terminal = System.console();
        if (terminal == null || !terminal.isTerminal()) {
            return null;
        }
        String typed = terminal.readLine("%s ", console.words().get("recovery.where"));
        return typed == null || typed.isBlank() ? null : Path.of(typed.strip());
    }
}
