package org.relais.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.relais.kernel.Problem;
import org.relais.kernel.Problem.Category;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** The hospital's structure. */
final class StructureCommands {
    private StructureCommands() {}

    static CommandLine line(Stage stage) {
        return new CommandLine(new Top()).addSubcommand("import", new Import(stage));
    }

    @Command(name = "structure", description = "the hospital's wards and beds", synopsisSubcommandLabel = "import")
    static final class Top {}

    /** Takes the structure in, all or nothing. */
    @Command(name = "import", description = "take wards and beds in from a CSV file, see docs/formats/structure.md")
    static final class Import extends NodeCommand {
        @Parameters(paramLabel = "FILE.csv", description = "the file")
        private Path file = Path.of("");

        Import(Stage stage) {
            super(stage);
        }

        @Override
        int run(Rooms rooms, Console console) {
            byte[] bytes;
            try {
                bytes = Files.readAllBytes(console.path(file));
            } catch (IOException unreadable) {
                return console.refuse(Problem.of(Category.NOT_FOUND, "file.unreadable", file.toString()));
            }
            return told(console, rooms.wards().importCsv(OPERATOR, bytes), structure -> {
                if (json) {
                    console.json(Map.of("wards", structure.wards(), "beds", structure.beds()));
                } else {
                    console.say("structure.done", structure.wards(), structure.beds());
                }
            });
        }
    }
}
