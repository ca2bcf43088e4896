package org.relais.cli;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import org.relais.care.identity.Hit;
import org.relais.care.identity.Resemblance;
import org.relais.care.identity.Why;
import org.relais.care.identity.search.Clue;
import org.relais.care.wards.Wards;
import org.relais.kernel.Dates;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Finds patients by name, birth date or identifier. */
@Command(name = "find")
final class FindCommand extends NodeCommand {
    private static final int MOST = 200;

    @Parameters(paramLabel = "TEXT")
    private String text = "";

    /** One answer; the JSON form is documented in docs/formats/cli.md. */
    record Answer(@JsonUnwrapped PatientLine patient, boolean exact, List<Resemblance> resembles, List<Clue> reasons) {
        /** Asked within a query. */
        static Answer of(Hit hit, Wards wards) {
            return new Answer(PatientLine.of(hit.patient(), wards), hit.exact(), hit.resembles(), hit.clues());
        }

        /** A line for people, who could be taken for her, and why she is an answer. */
        void tell(Console console, Dates dates) {
            Why why = new Why(console.words(), dates::partial);
            console.out().println(patient.text(console, dates));
            resembles.forEach(
                    one -> console.out().println("    ! " + console.words().get("find.resembles." + one)));
            console.out().println("    " + String.join("; ", why.lines(reasons)));
        }
    }

    FindCommand(Stage stage) {
        super(stage);
    }

    @Override
    int run(Rooms rooms, Console console) {
        Wards wards = rooms.wards();
        List<Answer> found = rooms.models()
                .query(() -> wards.patients().find(text, MOST).stream()
                        .map(hit -> Answer.of(hit, wards))
                        .toList());
        rooms.trace().searched(OPERATOR, text, found.size());
        if (json) {
            console.json(found);
        } else if (found.isEmpty()) {
            console.say("find.none");
        } else {
            Dates dates = console.dates(rooms);
            found.forEach(answer -> answer.tell(console, dates));
        }
        return 0;
    }
}
