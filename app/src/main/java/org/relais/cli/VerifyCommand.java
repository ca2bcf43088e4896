package org.relais.cli;

import org.jspecify.annotations.Nullable;
import org.relais.journal.Verification;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Checks the whole journal: chain, hashes, signatures. */
@Command(name = "verify", description = "check the whole journal; names the first bad entry")
final class VerifyCommand extends NodeCommand {
    @Option(
            names = "--expect",
            paramLabel = "HEAD",
            description = "a head printed on a pack: found, or the log was cut")
    private @Nullable String expect;

    VerifyCommand(Stage stage) {
        super(stage);
    }

    @Override
    int run(Rooms rooms, Console console) {
        Verification result = rooms.data().verify(expect);
        if (json) {
            console.json(result);
        } else if (result.sound()) {
            console.say("verify.sound", result.entries(), result.head());
        } else {
            console.say("verify.bad", result.finding());
        }
        return result.sound() ? 0 : 1;
    }
}
