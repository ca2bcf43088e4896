package org.relais.cli;

import java.nio.file.Path;
import java.util.Map;
import org.relais.kernel.WardCode;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Prints the ward pack of one ward or of all into a PDF. */
@Command(name = "pack", description = "print the pack of one ward, or of all, into a PDF")
final class PackCommand extends NodeCommand {
    @ArgGroup(multiplicity = "1")
    private Which which = new Which();

    @Option(names = "--out", required = true, paramLabel = "FILE.pdf", description = "file to write")
    private Path out = Path.of("");

    PackCommand(Stage stage) {
        super(stage);
    }

    /** One ward, or all. */
    static final class Which {
        @Option(names = "--ward", required = true, paramLabel = "W", description = "one ward")
        private String ward = "";

        @Option(names = "--all", required = true, description = "every ward")
        private boolean all;
    }

    @Override
    int run(Rooms rooms, Console console) {
        Path file = console.path(out);
        var wards = which.all ? rooms.packs().allWards() : java.util.List.of(new WardCode(which.ward));
        return told(console, rooms.packs().print(OPERATOR, wards, console.language(), file), printed -> {
            if (json) {
                console.json(Map.of("file", file.toString(), "pages", printed.pages(), "patients", printed.patients()));
            } else {
                console.say("pack.done", file.toString(), printed.pages(), printed.patients());
            }
        });
    }
}
