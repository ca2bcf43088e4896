package org.relais.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

/** Shows the commands there are, or how one of them is used. */
@Command(name = "help")
final class HelpCommand implements Callable<Integer> {
    @Parameters(arity = "0..*", paramLabel = "COMMAND")
    private List<String> names = List.of();

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        if (spec == null) {
            return 0;
        }
        CommandLine line = spec.root().commandLine();
        for (String name : names) {
            CommandLine under = line.getSubcommands().get(name);
            if (under == null) {
                throw new UnmatchedArgumentException(spec.commandLine(), List.of(name));
            }
            line = under;
        }
        line.usage(spec.commandLine().getOut());
        return 0;
    }
}
