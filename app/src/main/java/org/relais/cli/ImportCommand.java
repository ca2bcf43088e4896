package org.relais.cli;

import java.nio.file.Path;
import java.util.List;
import org.relais.feeds.FileImport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Takes files of HL7 v2 messages in, one or many messages a file. */
@Command(name = "import", description = "take files of HL7 v2 messages in")
final class ImportCommand extends NodeCommand {
    @Parameters(paramLabel = "FILES", arity = "1..*", description = "files of one or many messages")
    private List<Path> files = List.of();

    ImportCommand(Stage stage) {
        super(stage);
    }

    @Override
    int run(Rooms rooms, Console console) {
        List<Path> paths = files.stream().map(console::path).toList();
        return told(console, rooms.imports().run(paths), report -> {
            if (json) {
                console.json(report);
            } else {
                tell(report, console);
            }
        });
    }

    private static void tell(FileImport.Report report, Console console) {
        console.say(
                "import.done",
                report.files(),
                report.messages(),
                report.kept(),
                report.duplicates(),
                report.quarantined());
    }
}
