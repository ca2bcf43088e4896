package org.relais.cli;

import org.relais.feeds.Refold;
import picocli.CommandLine.Command;

/** Reads what is in quarantine again, and tells how much has left it. */
@Command(name = "refold")
final class RefoldCommand extends NodeCommand {
    RefoldCommand(Stage stage) {
        super(stage);
    }

    @Override
    int run(Rooms rooms, Console console) {
        Refold.Report report = rooms.feeds().refold().run(OPERATOR);
        rooms.trace().listed(OPERATOR, "quarantine", "", (int) Math.min(Integer.MAX_VALUE, report.remaining()));
        if (json) {
            console.json(report);
        } else {
            console.say("quarantine.refold", report.before(), report.left(), report.remaining(), report.interpreter());
            if (report.stale() > 0) {
                console.say("quarantine.stale", report.stale());
            }
        }
        return 0;
    }
}
