package org.relais.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.relais.cli.Commands;
import org.relais.kernel.Language;
import org.relais.wiring.Assembly;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/**
 * Every command, option and argument has its help in both languages, in {@code i18n/usage_{fr,en}.properties}: none in an
 * annotation, none left over.
 */
class UsageTest {
    private static final Set<String> SHARED = Set.of("usage.synopsisHeading", "usage.commandListHeading");

    private static Stream<CommandLine> all(CommandLine line) {
        return Stream.concat(
                line.getCommandSpec().usageMessage().hidden() ? Stream.empty() : Stream.of(line),
                new LinkedHashSet<>(line.getSubcommands().values()).stream().flatMap(UsageTest::all));
    }

    private static List<CommandLine> commands(Language language) {
        return all(Commands.described(language, new Assembly())).toList();
    }

    @Test
    void everyCommandAndOptionIsDescribedInBothLanguages() {
        for (Language language : Language.values()) {
            List<String> silent = new ArrayList<>();
            for (CommandLine line : commands(language)) {
                CommandSpec spec = line.getCommandSpec();
                Set<String> keys = line.getResourceBundle().keySet();
                if (!keys.contains(spec.qualifiedName(".") + ".usage.description")) {
                    silent.add(spec.qualifiedName(".") + ".usage.description");
                }
                shown(spec)
                        .filter(key -> !keys.contains(spec.qualifiedName(".") + "." + key) && !keys.contains(key))
                        .forEach(key -> silent.add(spec.qualifiedName(".") + "." + key));
            }
            assertThat(silent)
                    .as("keys to write in i18n/usage_" + language.code() + ".properties")
                    .isEmpty();
        }
    }

    @Test
    void nothingIsDescribedThatIsNotThere() {
        List<CommandLine> commands = commands(Language.FR);
        Set<String> known = new TreeSet<>(SHARED);
        for (CommandLine line : commands) {
            String name = line.getCommandSpec().qualifiedName(".");
            known.add(name + ".usage.description");
            shown(line.getCommandSpec()).forEach(key -> known.addAll(Set.of(key, name + "." + key)));
        }
        assertThat(known).containsAll(commands.getFirst().getResourceBundle().keySet());
    }

    @Test
    void saysItInTheLanguageOfTheCaller() {
        assertThat(help(Language.FR, "pack"))
                .contains("Utilisation : relais pack", "--ward=W", "imprimer la liasse", "tous les services");
        assertThat(help(Language.EN, "pack")).contains("Usage: relais pack", "print the pack", "every ward");
        assertThat(help(Language.FR, "demo")).contains("même graine, même hôpital (par défaut : 971)");
        assertThat(help(Language.FR, "serve")).contains("(par défaut : 8420");
    }

    private static String help(Language language, String command) {
        CommandLine line = commands(language).getFirst().getSubcommands().get(command);
        return Objects.requireNonNull(line).getUsageMessage();
    }

    private static Stream<String> shown(CommandSpec spec) {
        return spec.args().stream().filter(argument -> !argument.hidden()).map(UsageTest::key);
    }

    private static String key(ArgSpec argument) {
        return switch (argument) {
            case OptionSpec option -> option.longestName().replaceFirst("^-+", "");
            case PositionalParamSpec place -> place.paramLabel() + "[" + place.index() + "]";
            default -> argument.toString();
        };
    }
}
