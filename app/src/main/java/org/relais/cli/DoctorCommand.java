package org.relais.cli;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.relais.kernel.Dates;
import org.relais.kernel.ProblemException;
import org.relais.upkeep.Finding;
import org.relais.upkeep.MachineCheck;
import picocli.CommandLine.Command;

/** Checks the node and the machine under it: each line well, or to be put right and how. */
@Command(name = "doctor")
final class DoctorCommand extends NodeCommand {
    DoctorCommand(Stage stage) {
        super(stage);
    }

    @Override
    int run(Rooms rooms, Console console) {
        return tell(rooms.upkeep().checkup().run(), console, console.dates(rooms));
    }

    /** A directory that does not open is checked as far as one can without. */
    @Override
    int alone(Alone directory, Console console) {
        try {
            return super.alone(directory, console);
        } catch (ProblemException shut) {
            List<Finding> findings = new ArrayList<>(new MachineCheck(directory.data()).run());
            findings.add(Finding.of("opens", false, console.words().of(shut.problem())));
            return tell(findings, console, new Dates(console.language(), ZoneId.systemDefault()));
        }
    }

    private int tell(List<Finding> findings, Console console, Dates dates) {
        boolean well = findings.stream().noneMatch(one -> one.result() == Finding.Result.FIX);
        if (json) {
            List<Map<String, Object>> checks = findings.stream()
                    .map(one -> Map.<String, Object>of(
                            "check",
                            one.check(),
                            "result",
                            one.result().name(),
                            "found",
                            found(one, console, dates),
                            "todo",
                            todo(one, console, dates)))
                    .toList();
            console.json(Map.of("well", well, "checks", checks));
        } else {
            for (Finding one : findings) {
                String mark = console.words().get("doctor." + one.result().name());
                console.say("doctor.line", mark, console.words().get(one.key()), found(one, console, dates));
                if (one.result() == Finding.Result.FIX) {
                    console.say("doctor.todo", todo(one, console, dates));
                }
            }
        }
        return well ? 0 : 1;
    }

    private static String found(Finding one, Console console, Dates dates) {
        return console.words().get(one.key() + one.result().suffix(), written(one, dates));
    }

    private static String todo(Finding one, Console console, Dates dates) {
        return one.result() == Finding.Result.FIX ? console.words().get(one.key() + ".do", written(one, dates)) : "";
    }

    private static Object[] written(Finding one, Dates dates) {
        return one.args().stream()
                .map(arg -> switch (arg) {
                    case Instant at -> dates.dateTime(at);
                    case Boolean yes -> yes ? 1 : 0;
                    default -> arg;
                })
                .toArray();
    }
}
