package org.relais.cli;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.relais.kernel.Dates;
import org.relais.kernel.Outcome;
import org.relais.kernel.PatientId;
import org.relais.kernel.Problem;
import org.relais.upkeep.Act;
import org.relais.upkeep.Retention;
import org.relais.upkeep.RetentionRun;
import org.relais.upkeep.RetentionSettings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Tells when patients who left are forgotten and how many; sets it; forgets now, those due or one by name. */
@Command(name = "forget")
final class ForgetCommand extends NodeCommand {
    @Option(names = "--patient", paramLabel = "ID")
    private @Nullable String patient;

    @Option(names = "--reason", paramLabel = "TEXT")
    private String reason = "";

    @Option(names = "--due")
    private boolean due;

    @Option(names = "--days", paramLabel = "N")
    private @Nullable Integer days;

    @Option(names = "--off")
    private boolean off;

    ForgetCommand(Stage stage) {
        super(stage);
    }

    @Override
    int run(Rooms rooms, Console console) {
        Retention retention = rooms.upkeep().retention();
        Integer wanted = days;
        if (wanted != null || off) {
            int kept = wanted == null ? retention.standing().settings().days() : wanted;
            if (retention.settle(Act.of(OPERATOR), new RetentionSettings(!off, kept))
                    instanceof Outcome.Refused<?>(Problem problem)) {
                return console.refuse(problem);
            }
        }
        Optional<Outcome<RetentionRun>> run = run(retention);
        if (run.isPresent() && run.get() instanceof Outcome.Refused<RetentionRun>(Problem problem)) {
            return console.refuse(problem);
        }
        run.ifPresent(_ -> rooms.upkeep().packs().tick());
        tell(retention.standing(), run.map(Outcome::orThrow).orElse(null), console, console.dates(rooms));
        return 0;
    }

    private Optional<Outcome<RetentionRun>> run(Retention retention) {
        String one = patient;
        if (one != null) {
            return Optional.of(
                    one.matches("[0-9a-f]{32}")
                            ? retention.forget(OPERATOR, new PatientId(one), reason)
                            : Outcome.refused(Problem.of(Problem.Category.NOT_FOUND, "upkeep.forget.unknown")));
        }
        return due ? Optional.of(retention.run(OPERATOR)) : Optional.empty();
    }

    private void tell(Retention.Standing now, @Nullable RetentionRun run, Console console, Dates dates) {
        Instant next = now.next();
        if (json) {
            Map<String, Object> told = new HashMap<>();
            told.put("on", now.settings().on());
            told.put("days", now.settings().days());
            told.put("due", now.due());
            told.put("next", next == null ? null : next.toString());
            told.put("suspended", now.suspended());
            told.put("run", run);
            console.json(told);
            return;
        }
        if (run != null) {
            console.say("forget.done", run.patients(), run.entries(), run.waiting());
        }
        if (next == null) {
            console.say("forget.off", now.due());
        } else {
            console.say("forget.next", now.settings().days(), now.due(), dates.dateTime(next));
        }
        if (now.suspended()) {
            console.say("forget.suspended");
        }
    }
}
