package org.relais.cli;

import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.relais.journal.DataDirectory;
import org.relais.journal.Loss;
import org.relais.journal.LossSeen;
import org.relais.journal.Verification;
import org.relais.kernel.Dates;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Checks the whole journal: chain, hashes, signatures. */
@Command(name = "verify")
final class VerifyCommand extends NodeCommand {
    @Option(names = "--expect", paramLabel = "HEAD")
    private @Nullable String expect;

    @Option(names = "--loss-seen")
    private boolean lossSeen;

    VerifyCommand(Stage stage) {
        super(stage);
    }

    @Override
    int run(Rooms rooms, Console console) {
        Verification found = rooms.data().verify(expect);
        int code = tell(found, console, console.dates(rooms));
        if (lossSeen && !found.losses().isEmpty()) {
            rooms.data()
                    .journal()
                    .write(LossSeen.TYPE.draft(
                            OPERATOR, new LossSeen(found.losses().size())));
            if (!json) {
                console.say("verify.loss-seen");
            }
        }
        return code;
    }

    @Override
    int alone(Alone directory, Console console) {
        return lossSeen
                ? super.alone(directory, console)
                : tell(
                        DataDirectory.verify(directory.data(), directory.passphrase(), expect),
                        console,
                        new Dates(console.language(), ZoneId.systemDefault()));
    }

    private int tell(Verification result, Console console, Dates dates) {
        if (json) {
            console.json(result);
        } else if (result.sound()) {
            console.say("verify.sound", result.entries(), result.head());
        } else {
            console.say("verify.bad", wrong(result, console, dates));
        }
        if (!json) {
            more(result, console, dates);
        }
        return result.sound() ? 0 : 1;
    }

    private static String wrong(Verification result, Console console, Dates dates) {
        Verification.Fault fault = result.fault();
        Loss loss = result.untold();
        if (fault != null) {
            return named(fault, console);
        }
        return loss == null ? console.words().get("verify.cut") : said("verify.lacking", loss, console, dates);
    }

    private static void more(Verification result, Console console, Dates dates) {
        if (result.untold() != null) {
            console.say("verify.lacking.do");
        }
        for (Loss loss : result.losses()) {
            console.out().println(said("verify.loss", loss, console, dates));
        }
        if (!result.forks().isEmpty()) {
            console.say("verify.forks", result.forks().size());
        }
    }

    private static String said(String key, Loss loss, Console console, Dates dates) {
        return console.words().get(key, loss.found(), loss.noted(), dates.dateTime(loss.lastAt()));
    }

    private static String named(Verification.Fault fault, Console console) {
        String what = console.words().get(fault.kind().messageKey());
        return console.words().get("verify.entry", fault.position(), String.valueOf(fault.key()), what);
    }
}
