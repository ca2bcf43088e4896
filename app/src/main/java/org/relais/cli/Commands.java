package org.relais.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.relais.kernel.Language;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ScopeType;

/** All commands of {@code relais}. Exit 0: done; 1: refused or found wrong; 2: usage. */
public final class Commands {
    private Commands() {}

    /** Runs the words of a command line in this process. @return the exit code */
    public static int run(String[] words, RoomsOpener opener) {
        Console console = new Console(System.out, System.err, Path.of("").toAbsolutePath(), Words.language());
        return whole(console, opener).execute(words);
    }

    /** The whole command line as it describes itself in a language. */
    public static CommandLine described(Language language, RoomsOpener opener) {
        return whole(new Console(System.out, System.err, Path.of(""), language), opener);
    }

    private static CommandLine whole(Console console, RoomsOpener opener) {
        CommandLine line = line(new Stage.Own(console, opener), console)
                .addSubcommand("serve", new ServeCommand(console, opener))
                .addSubcommand("demo", new DemoCommand(console, opener))
                .addSubcommand("generate", new GenerateCommand(console))
                .addSubcommand("linkage", new LinkageCommand(console))
                .addSubcommand("restore", new RestoreCommand(console))
                .addSubcommand("recover-key", new RecoverKeyCommand(console))
                .addSubcommand("help", new HelpCommand())
                .addSubcommand("train", new TrainCommand(opener));
        Usage.speak(line, console.language());
        return line;
    }

    /** The commands that work on a node, wherever they are played. */
    static CommandLine line(Stage stage, Console console) {
        CommandLine line = new CommandLine(new Top())
                .addSubcommand("import", new ImportCommand(stage))
                .addSubcommand("export-raw", new ExportRawCommand(stage))
                .addSubcommand("quarantine", QuarantineCommand.line(stage))
                .addSubcommand("feed", FeedCommands.line(stage))
                .addSubcommand("find", new FindCommand(stage))
                .addSubcommand("chart", new ChartCommand(stage))
                .addSubcommand("census", new CensusCommand(stage))
                .addSubcommand("pack", new PackCommand(stage))
                .addSubcommand("doctor", new DoctorCommand(stage))
                .addSubcommand("drill", new DrillCommand(stage))
                .addSubcommand("forget", new ForgetCommand(stage))
                .addSubcommand("standby", new StandbyCommand(stage))
                .addSubcommand("envelope", new EnvelopeCommand(stage))
                .addSubcommand("verify", new VerifyCommand(stage))
                .addSubcommand("backup", new BackupCommand(stage))
                .addSubcommand("passphrase", new PassphraseCommand(stage))
                .addSubcommand("recovery-sheets", new RecoverySheetsCommand(stage))
                .addSubcommand("ca", CaCommands.line(stage))
                .addSubcommand("crisis", CrisisCommands.line(stage))
                .addSubcommand("user", UserCommands.line(stage))
                .addSubcommand("structure", StructureCommands.line(stage));
        line.setOut(new PrintWriter(console.out(), true, StandardCharsets.UTF_8));
        line.setErr(new PrintWriter(console.err(), true, StandardCharsets.UTF_8));
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setExecutionExceptionHandler((error, command, parsed) -> {
            throw error;
        });
        Usage.speak(line, console.language());
        return line;
    }

    /** What stands above the commands: alone, it shows what there is, and that is a wrong usage. */
    @Command(
            name = "relais",
            mixinStandardHelpOptions = true,
            scope = ScopeType.INHERIT,
            version = "Relais 0.1.0",
            synopsisSubcommandLabel = "COMMAND")
    static final class Top {}
}
