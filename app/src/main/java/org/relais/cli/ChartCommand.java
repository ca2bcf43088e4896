package org.relais.cli;

import java.time.Instant;
import org.relais.care.chart.Chart;
import org.relais.kernel.PatientId;
import org.relais.kernel.Problem;
import org.relais.kernel.Problem.Category;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Shows the last-known chart of one patient. */
@Command(name = "chart")
final class ChartCommand extends NodeCommand {
    @Parameters(paramLabel = "ID")
    private String id = "";

    ChartCommand(Stage stage) {
        super(stage);
    }

    @Override
    int run(Rooms rooms, Console console) {
        if (!id.matches("[0-9a-f]{32}")) {
            return console.refuse(Problem.of(Category.INCORRECT, "chart.id"));
        }
        PatientId patient = new PatientId(id);
        return rooms.charts()
                .chart(patient, Instant.now())
                .map(chart -> {
                    rooms.trace().opened(OPERATOR, chart.patient().id(), "chart");
                    show(chart, rooms, console);
                    return 0;
                })
                .orElseGet(() -> console.refuse(Problem.of(Category.NOT_FOUND, "chart.unknown")));
    }

    private void show(Chart chart, Rooms rooms, Console console) {
        if (json) {
            console.json(chart);
        } else {
            PatientLine who = rooms.models().query(() -> PatientLine.of(chart.patient(), rooms.wards()));
            new ChartText(console, console.dates(rooms)).print(who, chart);
        }
    }
}
