package org.relais.cli;

import org.jspecify.annotations.Nullable;
import org.relais.journal.DataDirectory;
import org.relais.journal.Verification;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Checks the whole journal: chain, hashes, signatures. */
@Command(name = "verify")
final class VerifyCommand extends NodeCommand {
    @Option(names = "--expect", paramLabel = "HEAD")
    private @Nullable String expect;

    VerifyCommand(Stage stage) {
        super(stage);
    }

    @Override
    int run(Rooms rooms, Console console) {
        return tell(rooms.data().verify(expect), console);
    }

    @Override
    int alone(Alone directory, Console console) {
        return tell(DataDirectory.verify(directory.data(), directory.passphrase(), expect), console);
    }

    private int tell(Verification result, Console console) {
        Verification.Fault fault = result.fault();
        if (json) {
            console.json(result);
        } else if (result.sound()) {
            console.say("verify.sound", result.entries(), result.head());
        } else {
            console.say("verify.bad", fault == null ? console.words().get("verify.cut") : named(fault, console));
        }
        if (!json && !result.forks().isEmpty()) {
            console.say("verify.forks", result.forks().size());
        }
        return result.sound() ? 0 : 1;
    }

    private static String named(Verification.Fault fault, Console console) {
        String what = console.words().get(fault.kind().messageKey());
        return console.words().get("verify.entry", fault.position(), String.valueOf(fault.key()), what);
    }
}
