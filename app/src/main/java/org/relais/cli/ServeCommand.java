package org.relais.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.relais.journal.DataDirectory;
import org.relais.kernel.Mode;
import org.relais.kernel.ProblemException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Starts the server on a data directory; makes the directory when there is none. */
@Command(name = "serve", description = "start the server; makes the data directory when there is none")
final class ServeCommand implements Callable<Integer> {
    private final Console console;
    private final RoomsOpener opener;

    @Option(names = "--data", paramLabel = "DIR", description = "data directory (default: ./data)")
    private Path data = Path.of("data");

    @Option(names = "--json", description = "announce the addresses in JSON")
    private boolean json;

    @Option(names = "--passphrase-file", paramLabel = "FILE", description = "file that holds the passphrase")
    private @Nullable Path passphraseFile;

    @Option(
            names = "--port",
            paramLabel = "P",
            description = "HTTP port on loopback (default: ${DEFAULT-VALUE}, 0 for any)")
    private int port = 8420;

    @Option(
            names = "--mllp",
            paramLabel = "PORT",
            description = "MLLP port on loopback (default: ${DEFAULT-VALUE}, 0 for any)")
    private int mllp = 2575;

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
            }
            opener.serve(new ServeOrder(directory, port, mllp, words, null, console.out(), json));
            return 0;
        } catch (ProblemException refused) {
            return console.refuse(refused.problem());
        }
    }
}
