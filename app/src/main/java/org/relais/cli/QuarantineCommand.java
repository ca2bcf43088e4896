package org.relais.cli;

import java.time.Instant;
import java.util.List;
import org.relais.care.Interpretation.Reason;
import org.relais.feeds.Quarantine;
import org.relais.kernel.Dates;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Lists what was kept and could not be understood, with reasons. */
@Command(name = "quarantine")
final class QuarantineCommand extends NodeCommand {
    QuarantineCommand(Stage stage) {
        super(stage);
    }

    static CommandLine line(Stage stage) {
        return new CommandLine(new QuarantineCommand(stage)).addSubcommand("refold", new RefoldCommand(stage));
    }

    /** One message in quarantine. */
    record Line(long position, String feed, String label, String source, String receivedAt, List<String> reasons) {}

    @Override
    int run(Rooms rooms, Console console) {
        List<Line> lines =
                rooms.models().query(() -> rooms.quarantine().list(Long.MAX_VALUE, Integer.MAX_VALUE)).stream()
                        .map(item -> line(item, console))
                        .toList();
        rooms.trace().listed(OPERATOR, "quarantine", "", lines.size());
        if (json) {
            console.json(lines);
        } else {
            Dates dates = console.dates(rooms);
            lines.forEach(line -> console.out()
                    .println(line.position() + "  " + dates.dateTime(Instant.parse(line.receivedAt())) + "  "
                            + line.feed() + "  " + line.label() + "  " + String.join("; ", line.reasons())));
            console.say("quarantine.count", lines.size());
        }
        return 0;
    }

    private static Line line(Quarantine.Held item, Console console) {
        List<String> reasons =
                item.reasons().stream().map(reason -> text(reason, console)).toList();
        return new Line(
                item.position(),
                item.feed().value(),
                item.label(),
                item.source(),
                item.receivedAt().toString(),
                reasons);
    }

    private static String text(Reason reason, Console console) {
        return console.words().get(reason.key(), reason.args().toArray());
    }
}
