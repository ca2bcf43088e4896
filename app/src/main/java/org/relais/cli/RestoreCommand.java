package org.relais.cli;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import org.relais.journal.DataDirectory;
import org.relais.kernel.ProblemException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Makes a data directory again from a backup. */
@Command(name = "restore", description = "make a data directory from a backup; the directory must be empty")
final class RestoreCommand implements Callable<Integer> {
    private final Console console;

    @Option(names = "--data", paramLabel = "DIR", description = "data directory (default: ./data)")
    private Path data = Path.of("data");

    @Option(names = "--from", required = true, paramLabel = "FILE", description = "file that backup wrote")
    private Path from = Path.of("");

    @Option(names = "--json", description = "answer in JSON, see docs/formats/cli.md")
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
