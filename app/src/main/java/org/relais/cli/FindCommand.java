package org.relais.cli;

import java.util.List;
import org.relais.care.identity.Hit;
import org.relais.kernel.Dates;
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
        List<PatientLine> found = rooms.models()
                .query(() -> rooms.wards().patients().find(text, MOST).stream()
                        .map(Hit::patient)
                        .map(patient -> PatientLine.of(patient, rooms.wards()))
                        .toList());
        rooms.trace().searched(OPERATOR, text, found.size());
        if (json) {
            console.json(found);
        } else if (found.isEmpty()) {
            console.say("find.none");
        } else {
            Dates dates = console.dates(rooms);
            found.forEach(line -> console.out().println(line.text(console, dates)));
        }
        return 0;
    }
}
