package org.relais.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.relais.care.wards.Structure;
import org.relais.care.wards.StructureCsv;
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

    @Command(name = "structure", synopsisSubcommandLabel = "import")
    static final class Top {}

    /** Takes the structure in, all or nothing. */
    @Command(name = "import")
    static final class Import extends NodeCommand {
        @Parameters(paramLabel = "FILE.csv")
        private Path file = Path.of("");

        Import(Stage stage) {
            super(stage);
        }

        @Override
        boolean makesDirectory() {
            return true;
        }

        @Override
        int run(Rooms rooms, Console console) {
            byte[] bytes;
            try {
                bytes = Files.readAllBytes(console.path(file));
            } catch (IOException unreadable) {
                return console.refuse(Problem.of(Category.NOT_FOUND, "file.unreadable", file.toString()));
            }
            return switch (StructureCsv.read(bytes)) {
                case StructureCsv.Parsed(Structure structure) -> take(structure, rooms, console);
                case StructureCsv.Rejected(var errors) -> refuse(errors, console);
            };
        }

        private int take(Structure structure, Rooms rooms, Console console) {
            rooms.data().journal().write(Structure.TYPE.draft(OPERATOR, structure));
            int wards = structure.wards().size();
            int beds = structure.wards().stream()
                    .mapToInt(ward -> ward.beds().size())
                    .sum();
            if (json) {
                console.json(Map.of("wards", wards, "beds", beds));
            } else {
                console.say("structure.done", wards, beds);
            }
            return 0;
        }

        private static int refuse(List<StructureCsv.LineError> errors, Console console) {
            for (StructureCsv.LineError error : errors) {
                String what =
                        console.words().get(error.messageKey(), error.args().toArray());
                console.err().println(console.words().get("structure.line", error.line(), what));
            }
            return 1;
        }
    }
}
