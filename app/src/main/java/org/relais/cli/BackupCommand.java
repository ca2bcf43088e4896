package org.relais.cli;

import java.nio.file.Path;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Copies the whole node into one file, while it goes on working. */
@Command(name = "backup")
final class BackupCommand extends NodeCommand {
    @Option(names = "--to", required = true, paramLabel = "FILE")
    private Path to = Path.of("");

    BackupCommand(Stage stage) {
        super(stage);
    }

    @Override
    int run(Rooms rooms, Console console) {
        Path file = console.path(to);
        rooms.trace()
                .exported(
                        OPERATOR,
                        "journal",
                        Math.toIntExact(rooms.data().journal().head()));
        rooms.data().backup(file);
        String head = rooms.data().journal().headHash();
        if (json) {
            console.json(Map.of("file", file.toString(), "head", head));
        } else {
            console.say("backup.done", file.toString(), head);
        }
        return 0;
    }
}
