package org.relais.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.relais.kernel.Outcome;
import org.relais.kernel.ProblemException;
import org.relais.kernel.Who;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * A command that works on a node: through the running server of its data directory, or by opening the directory itself.
 * The command line is the <em>operator</em>.
 */
abstract class NodeCommand implements Callable<Integer> {
    static final Who OPERATOR = new Who.Operator();

    @Spec
    private @Nullable CommandSpec spec;

    @Option(names = "--data", paramLabel = "DIR")
    Path data = Path.of("data");

    @Option(names = "--json")
    boolean json;

    @Option(names = "--passphrase-file", paramLabel = "FILE")
    @Nullable
    Path passphraseFile;

    private final Stage stage;

    NodeCommand(Stage stage) {
        this.stage = stage;
    }

    /** Does the work on the open rooms. @return the exit code */
    abstract int run(Rooms rooms, Console console);

    /** A directory that no server runs on, and what opens it. */
    record Alone(Path data, char[] passphrase, RoomsOpener opener) {}

    /** Whether a data directory is made where there is none: what begins a node by giving it something. */
    boolean makesDirectory() {
        return false;
    }

    /** Does the work where no server runs. @return the exit code */
    int alone(Alone directory, Console console) {
        return directory.opener().with(directory.data(), directory.passphrase(), rooms -> run(rooms, console));
    }

    /** What is left to do before the caller's own terminal once the work is done. @return the exit code */
    int afterwards(int code, Console console) {
        return code;
    }

    /** Does the work and tells what came of it, or why it was refused. */
    static <T> int told(Console console, Outcome<T> outcome, Consumer<T> teller) {
        return switch (outcome) {
            case Outcome.Done<T>(T value) -> {
                teller.accept(value);
                yield 0;
            }
            case Outcome.Refused<T>(var problem) -> console.refuse(problem);
        };
    }

    @Override
    public final Integer call() {
        Console console = stage.console();
        try {
            int code = stage.play(this, console);
            return stage instanceof Stage.Own ? afterwards(code, console) : code;
        } catch (ProblemException refused) {
            return console.refuse(refused.problem());
        }
    }

    /** The words of this very call, for the running server. */
    List<String> words() {
        return spec == null
                ? List.of()
                : spec.root().commandLine().getParseResult().originalArgs();
    }
}
