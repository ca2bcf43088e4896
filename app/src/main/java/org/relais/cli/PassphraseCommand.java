package org.relais.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.relais.kernel.Problem;
import org.relais.kernel.Problem.Category;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Changes the passphrase of a data directory, while its server works or while none does. Both are asked for at the
 * caller's own terminal; a running server is told them over its loopback port.
 */
@Command(name = "passphrase")
final class PassphraseCommand extends NodeCommand {
    @Option(names = "--new-passphrase-file", paramLabel = "FILE")
    private @Nullable Path fresh;

    /** The old and the new one, from the calling program to the running server and in no other way. */
    @Option(names = "--between-programs", hidden = true, arity = "2")
    private List<String> told = new ArrayList<>();

    PassphraseCommand(Stage stage) {
        super(stage);
    }

    @Override
    List<String> words() {
        refuseOnTheCommandLine();
        List<String> words = new ArrayList<>(List.of("passphrase", "--data", data.toString(), "--between-programs"));
        words.add(new String(new Passphrase(passphraseFile).known()));
        words.add(new String(Passphrase.fresh(fresh).chosen()));
        if (json) {
            words.add("--json");
        }
        return words;
    }

    @Override
    int alone(Alone directory, Console console) {
        refuseOnTheCommandLine();
        told = List.of(
                new String(directory.passphrase()),
                new String(Passphrase.fresh(fresh).chosen()));
        return super.alone(directory, console);
    }

    /** Whoever lists the programs of a machine reads their words. */
    private void refuseOnTheCommandLine() {
        if (!told.isEmpty()) {
            throw Problem.of(Category.INCORRECT, "passphrase.shown").asException();
        }
    }

    @Override
    int run(Rooms rooms, Console console) {
        char[] old = told.getFirst().toCharArray();
        rooms.data().keyRing().changePassphrase(OPERATOR, old, told.getLast().toCharArray());
        if (json) {
            console.json(Map.of("changed", true));
        } else {
            console.say("passphrase.changed");
        }
        return 0;
    }
}
