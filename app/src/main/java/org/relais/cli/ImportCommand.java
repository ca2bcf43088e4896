package org.relais.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.relais.feeds.FileImport;
import org.relais.kernel.Problem;
import org.relais.kernel.Problem.Category;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Takes files of HL7 v2 messages in, one or many messages a file. */
@Command(name = "import")
final class ImportCommand extends NodeCommand {
    @Parameters(paramLabel = "FILES", arity = "1..*")
    private List<Path> files = List.of();

    ImportCommand(Stage stage) {
        super(stage);
    }

    @Override
    boolean makesDirectory() {
        return true;
    }

    @Override
    int run(Rooms rooms, Console console) {
        List<Path> paths = files.stream().map(console::path).toList();
        try {
            FileImport.Report report = rooms.imports().get().run(paths, _ -> {});
            if (json) {
                console.json(report);
            } else {
                tell(report, console);
            }
            return report.refused().isEmpty() ? 0 : 1;
        } catch (IOException unreadable) {
            String which = String.valueOf(unreadable.getMessage());
            return console.refuse(Problem.of(Category.NOT_FOUND, "file.unreadable", which));
        }
    }

    private static void tell(FileImport.Report report, Console console) {
        console.say(
                "import.done",
                report.files(),
                report.messages(),
                report.kept(),
                report.duplicates(),
                report.quarantined());
        report.refused().forEach(file -> console.say("import.refused", file));
    }
}
