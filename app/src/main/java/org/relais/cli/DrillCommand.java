package org.relais.cli;

import org.relais.kernel.Outcome;
import org.relais.kernel.Problem;
import org.relais.upkeep.DrillDone;
import picocli.CommandLine.Command;

/** Backs up, restores beside, verifies, compares and removes: proves that the node can be restored. */
@Command(name = "drill")
final class DrillCommand extends NodeCommand {
    DrillCommand(Stage stage) {
        super(stage);
    }

    @Override
    int run(Rooms rooms, Console console) {
        return switch (rooms.upkeep().backups().drill(OPERATOR)) {
            case Outcome.Refused<DrillDone>(Problem problem) -> console.refuse(problem);
            case Outcome.Done<DrillDone>(DrillDone done) -> {
                if (json) {
                    console.json(done);
                } else {
                    console.say(
                            done.sound() ? "drill.sound" : "drill.unsound",
                            done.entries(),
                            done.patients(),
                            done.inHospital(),
                            done.millis() / 1000.0);
                }
                yield done.sound() ? 0 : 1;
            }
        };
    }
}
