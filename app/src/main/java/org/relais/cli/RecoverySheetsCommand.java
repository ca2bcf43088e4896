package org.relais.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.relais.journal.PrivateFiles;
import org.relais.journal.crypto.RecoveryShare;
import org.relais.kernel.Problem;
import org.relais.kernel.Problem.Category;
import org.relais.paper.RecoverySheets;
import org.relais.paper.Stamp;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Makes the five recovery sheets. They go straight to a printer ({@code --out - | lp}), or into a file that is wiped once
 * the sheets are printed; earlier sheets open nothing any more.
 */
@Command(name = "recovery-sheets")
final class RecoverySheetsCommand extends NodeCommand {
    @Option(names = "--out", required = true, paramLabel = "FILE.pdf")
    private Path out = Path.of("");

    RecoverySheetsCommand(Stage stage) {
        super(stage);
    }

    private boolean piped() {
        return out.toString().equals("-");
    }

    @Override
    int run(Rooms rooms, Console console) {
        if (piped()) {
            make(rooms, console, pdf -> {
                console.out().writeBytes(pdf);
                console.out().flush();
            });
            return 0;
        }
        Path file = console.path(out);
        String set = make(rooms, console, pdf -> write(file, pdf));
        if (json) {
            console.json(Map.of("file", file.toString(), "set", set));
        } else {
            console.say("recovery.done", file.toString(), set);
        }
        return 0;
    }

    /** Makes new parts and hands their sheets on; the parts count once that returned. @return their set */
    private static String make(Rooms rooms, Console console, Consumer<byte[]> printing) {
        Stamp stamp = rooms.packs().stamp(console.language());
        rooms.data().keyRing().makeRecovery(OPERATOR, parts -> printing.accept(pdf(parts, stamp)));
        return rooms.data().keyRing().recoverySet().orElse("");
    }

    /** The sheets of a directory that was just made, into a file that is wiped once they are printed. */
    static int first(Rooms rooms, Console console, Path file) {
        String set = make(rooms, console, pdf -> write(file, pdf));
        console.err().println(console.words().get("recovery.done", file.toString(), set));
        return printed(file, console);
    }

    static byte[] pdf(List<RecoveryShare> parts, Stamp stamp) {
        ByteArrayOutputStream pdf = new ByteArrayOutputStream();
        List<RecoverySheets.Sheet> sheets = parts.stream()
                .map(part -> new RecoverySheets.Sheet(part.number(), part.rows(), part.text()))
                .toList();
        RecoverySheets.print(sheets, "%08x".formatted(parts.getFirst().set()), stamp, pdf);
        return pdf.toByteArray();
    }

    private static void write(Path file, byte[] pdf) {
        if (Files.exists(file)) {
            throw Problem.of(Category.CONFLICT, "journal.exists", file.toString())
                    .asException();
        }
        try {
            PrivateFiles.write(file, pdf);
        } catch (IOException unwritable) {
            throw Problem.of(Category.UNAVAILABLE, "file.unwritable", file.toString())
                    .asException();
        }
    }

    @Override
    int afterwards(int code, Console console) {
        return code == 0 && !piped() ? printed(console.path(out), console) : code;
    }

    /** On a terminal, waits until the sheets are printed and wipes the file. */
    private static int printed(Path file, Console console) {
        java.io.Console terminal = System.console();
        if (terminal == null || !terminal.isTerminal()) {
            return 0;
        }
        terminal.readLine("%s ", console.words().get("recovery.print-now"));
        try {
            wipe(file);
            console.err().println(console.words().get("recovery.wiped", file.toString()));
            return 0;
        } catch (IOException unwritable) {
            return console.refuse(Problem.of(Category.UNAVAILABLE, "file.unwritable", file.toString()));
        }
    }

    /** Overwrites, flushes and deletes; on flash memory a trace may stay, as the instructions say. */
    static void wipe(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            ByteBuffer zeros = ByteBuffer.allocate((int) channel.size());
            while (zeros.hasRemaining()) {
                channel.write(zeros);
            }
            channel.force(true);
        }
        Files.delete(file);
    }
}
