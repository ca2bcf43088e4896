package org.relais.cli;

import java.text.MessageFormat;
import java.util.ListResourceBundle;
import java.util.Locale;
import java.util.Objects;
import java.util.ResourceBundle;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.relais.kernel.Language;
import org.relais.kernel.Texts;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.MutuallyExclusiveArgsException;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * The help of the command line and what it says of a wrong usage, in the language of the caller: {@code
 * i18n/usage_{fr,en}.properties}, whose keys are those picocli looks for; {@code {0}} stands for a default value,
 * {@code {1}} for the values there are.
 */
final class Usage implements IParameterExceptionHandler {
    private static final Object[] VARIABLES = {"${DEFAULT-VALUE}", "${COMPLETION-CANDIDATES}"};

    private final Texts words;

    private Usage(Texts words) {
        this.words = words;
    }

    /** Lets a command line, with all its commands, speak a language. */
    static void speak(CommandLine line, Language language) {
        tell(line, bundle(language), Words.in(language));
        line.setParameterExceptionHandler(new Usage(Words.in(language)));
    }

    private static void tell(CommandLine line, ResourceBundle texts, Texts words) {
        line.setResourceBundle(texts);
        if (line.getCommandSpec().usageMessage().synopsisSubcommandLabel().equals("COMMAND")) {
            line.getCommandSpec().usageMessage().synopsisSubcommandLabel(words.get("usage.command"));
        }
        line.getSubcommands().values().forEach(each -> tell(each, texts, words));
    }

    private static ResourceBundle bundle(Language language) {
        Locale locale = language.locale();
        ResourceBundle texts = ResourceBundle.getBundle(
                "i18n.usage",
                locale,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        Object[][] contents = texts.keySet().stream()
                .map(key -> new Object[] {key, new MessageFormat(texts.getString(key), locale).format(VARIABLES)})
                .toArray(Object[][]::new);
        return new ListResourceBundle() {
            @Override
            protected Object[][] getContents() {
                return contents;
            }
        };
    }

    @Override
    public int handleParseException(ParameterException wrong, String[] given) {
        CommandLine line = wrong.getCommandLine();
        line.getErr().println(said(wrong));
        if (wrong instanceof UnmatchedArgumentException unmatched
                && !unmatched.getSuggestions().isEmpty()) {
            line.getErr().println(words.get("usage.meant", String.join(", ", unmatched.getSuggestions())));
        }
        line.usage(line.getErr());
        return line.getCommandSpec().exitCodeOnInvalidInput();
    }

    private String said(ParameterException wrong) {
        ArgSpec argument = wrong.getArgSpec();
        return switch (wrong) {
            case MissingParameterException missing
            when !missing.getMissing().isEmpty() ->
                words.get(
                        "usage.missing",
                        missing.getMissing().stream().map(Usage::label).collect(Collectors.joining(", ")));
            case UnmatchedArgumentException unmatched ->
                words.get("usage.unmatched", String.join(" ", unmatched.getUnmatched()));
            case MutuallyExclusiveArgsException _ -> words.get("usage.exclusive");
            case OverwrittenOptionException twice
            when twice.getOverwritten() != null -> words.get("usage.twice", label(twice.getOverwritten()));
            case ParameterException value
            when argument != null && value.getValue() != null ->
                words.get("usage.value", label(argument), value.getValue());
            default -> incomplete(wrong);
        };
    }

    /** A command that only stands above others, or a rule of a command's own. */
    private String incomplete(ParameterException wrong) {
        CommandSpec spec = wrong.getCommandLine().getCommandSpec();
        boolean above = !(spec.userObject() instanceof Callable<?>);
        return above ? words.get("usage.no-command") : Objects.requireNonNullElse(wrong.getMessage(), "");
    }

    private static String label(ArgSpec argument) {
        return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
    }
}
