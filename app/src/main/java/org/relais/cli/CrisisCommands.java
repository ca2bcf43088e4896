package org.relais.cli;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.relais.journal.Receipt;
import org.relais.kernel.FeedName;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Declares and lifts the crisis. */
final class CrisisCommands {
    private CrisisCommands() {}

    static CommandLine line(Stage stage) {
        return new CommandLine(new Top())
                .addSubcommand("declare", new Declare(stage))
                .addSubcommand("lift", new Lift(stage));
    }

    @Command(name = "crisis", synopsisSubcommandLabel = "declare|lift")
    static final class Top {}

    /** T0 is now; every feed is frozen unless left open by name. */
    @Command(name = "declare")
    static final class Declare extends NodeCommand {
        @Option(names = "--reason", required = true, paramLabel = "TEXT")
        private String reason = "";

        @Option(names = "--leave-open", paramLabel = "FEED")
        private Set<String> leaveOpen = Set.of();

        Declare(Stage stage) {
            super(stage);
        }

        @Override
        int run(Rooms rooms, Console console) {
            Set<FeedName> freeze = rooms.feeds().board().names().stream()
                    .filter(feed -> !leaveOpen.contains(feed.value()))
                    .collect(Collectors.toSet());
            return told(
                    console, rooms.crisis().declare(OPERATOR, reason, freeze), receipt -> tell(this, console, receipt));
        }
    }

    /** Frozen feeds open again. */
    @Command(name = "lift")
    static final class Lift extends NodeCommand {
        @Option(names = "--reason", required = true, paramLabel = "TEXT")
        private String reason = "";

        Lift(Stage stage) {
            super(stage);
        }

        @Override
        int run(Rooms rooms, Console console) {
            return told(console, rooms.crisis().lift(OPERATOR, reason), receipt -> tell(this, console, receipt));
        }
    }

    private static void tell(NodeCommand command, Console console, Receipt receipt) {
        if (command.json) {
            console.json(Map.of(
                    "entry", receipt.key().toString(), "at", Instant.now().toString()));
        } else {
            console.say("crisis.saved", receipt.position());
        }
    }
}
