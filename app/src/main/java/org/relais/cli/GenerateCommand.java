package org.relais.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.relais.demo.GenerateFiles;
import org.relais.kernel.Problem;
import org.relais.kernel.Problem.Category;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Writes message files of an invented hospital. */
@Command(name = "generate")
final class GenerateCommand implements Callable<Integer> {
    private final Console console;

    @Option(names = "--patients", required = true, paramLabel = "N")
    private int patients;

    @Option(names = "--days", required = true, paramLabel = "D")
    private int days;

    @Option(names = "--seed", required = true, paramLabel = "S")
    private long seed;

    @Option(names = "--out", required = true, paramLabel = "DIR")
    private Path out = Path.of("");

    @Option(names = "--data", hidden = true)
    private Path data = Path.of("data");

    @Option(names = "--json")
    private boolean json;

    GenerateCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        if (patients < 1 || days < 1 || data.toString().isEmpty()) {
            return console.refuse(Problem.of(Category.INCORRECT, "generate.numbers"));
        }
        Path folder = console.path(out);
        try {
            GenerateFiles.Counts counts = new GenerateFiles(seed, patients, days).write(folder);
            if (json) {
                console.json(counts);
            } else {
                console.say("generate.done", counts.messages(), counts.files(), folder.toString());
            }
            return 0;
        } catch (IOException unwritten) {
            return console.refuse(Problem.of(Category.UNAVAILABLE, "file.unwritable", folder.toString()));
        }
    }
}
