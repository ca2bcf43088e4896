package org.relais.cli;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import org.relais.journal.DataDirectory;
import org.relais.kernel.ProblemException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Makes a data directory again from a backup. */
@Command(name = "restore")
final class RestoreCommand implements Callable<Integer> {
    private final Console console;

    @Option(names = "--data", paramLabel = "DIR")
    private Path data = Path.of("data");

    @Option(names = "--from", required = true, paramLabel = "FILE")
    private Path from = Path.of("");

    @Option(names = "--json")
    private boolean json;

    RestoreCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Path directory = console.path(data);
        try {
            DataDirectory.restore(console.path(from), directory);
        } catch (ProblemException refused) {
            return console.refuse(refused.problem());
        }
        if (json) {
            console.json(Map.of("data", directory.toString()));
        } else {
            console.say("restore.done", directory.toString());
        }
        return 0;
    }
}
