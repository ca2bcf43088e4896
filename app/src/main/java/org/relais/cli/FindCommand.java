package org.relais.cli;

import java.util.List;
import org.relais.care.identity.Hit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Finds patients by name, birth date or identifier. */
@Command(name = "find")
final class FindCommand extends NodeCommand {
    private static final int MOST = 200;

    @Parameters(paramLabel = "TEXT")
    private String text = "";

    FindCommand(Stage stage) {
        super(stage);
    }

    @Override
    int run(Rooms rooms, Console console) {
        List<PatientLine> found = rooms
                .models()
                .query(() -> rooms.wards().patients().find(text, MOST))
                .stream()
                .map(Hit::patient)
                .map(PatientLine::of)
                .toList();
        rooms.trace().searched(OPERATOR, text, found.size());
        if (json) {
            console.json(found);
        } else if (found.isEmpty()) {
            console.say("find.none");
        } else {
            found.forEach(line -> console.out().println(line.text(console.words())));
        }
        return 0;
    }
}
