package org.relais.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.relais.kernel.Problem;
import org.relais.kernel.Problem.Category;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Writes every received message out as it came, one file each, named by the SHA-256 of its bytes. */
@Command(name = "export-raw")
final class ExportRawCommand extends NodeCommand {
    @Option(names = "--out", required = true, paramLabel = "DIR")
    private Path out = Path.of("");

    ExportRawCommand(Stage stage) {
        super(stage);
    }

    @Override
    int run(Rooms rooms, Console console) {
        Path folder = console.path(out);
        int held = Math.toIntExact(rooms.data().journal().head());
        rooms.trace().exported(OPERATOR, "raw", held);
        try {
            long written = rooms.rawExport().into(folder);
            if (json) {
                console.json(Map.of("messages", written, "out", folder.toString()));
            } else {
                console.say("export.done", written, folder.toString());
            }
            return 0;
        } catch (IOException full) {
            return console.refuse(Problem.of(Category.UNAVAILABLE, "file.unwritable", folder.toString()));
        }
    }
}
