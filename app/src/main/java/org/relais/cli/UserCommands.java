package org.relais.cli;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.relais.access.Account;
import org.relais.access.NewAccount;
import org.relais.access.OneTimePassword;
import org.relais.access.Role;
import org.relais.kernel.Outcome;
import org.relais.kernel.Problem;
import org.relais.kernel.Problem.Category;
import org.relais.kernel.WardCode;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Accounts, from the command line. */
final class UserCommands {
    private UserCommands() {}

    static CommandLine line(Stage stage) {
        return new CommandLine(new Top())
                .addSubcommand("add", new Add(stage))
                .addSubcommand("reset", new Reset(stage))
                .addSubcommand("import", new UserImportCommand(stage))
                .addSubcommand("badge", new UserBadgeCommands.Print(stage))
                .addSubcommand("lost", new UserBadgeCommands.Lost(stage))
                .addSubcommand("pin-reset", new UserBadgeCommands.PinReset(stage));
    }

    @Command(name = "user", synopsisSubcommandLabel = "add|reset|import|badge|lost|pin-reset")
    static final class Top {}

    /** Adds an account; its first password is shown once. */
    @Command(name = "add")
    static final class Add extends NodeCommand {
        @Parameters(paramLabel = "LOGIN")
        private String login = "";

        @Option(names = "--name", required = true, paramLabel = "NAME")
        private String name = "";

        @Option(names = "--role", required = true, split = ",", paramLabel = "ROLE")
        private Set<Role> roles = Set.of();

        @Option(names = "--ward", split = ",", paramLabel = "W")
        private List<String> wards = List.of();

        Add(Stage stage) {
            super(stage);
        }

        @Override
        int run(Rooms rooms, Console console) {
            Set<WardCode> own = wards.stream().map(WardCode::new).collect(Collectors.toSet());
            return told(
                    console,
                    rooms.people().add(OPERATOR, new NewAccount(login, name, roles, own)),
                    password -> tell(this, console, login, password.password()));
        }
    }

    /** Gives an account a new first password. */
    @Command(name = "reset")
    static final class Reset extends NodeCommand {
        @Parameters(paramLabel = "LOGIN")
        private String login = "";

        Reset(Stage stage) {
            super(stage);
        }

        @Override
        int run(Rooms rooms, Console console) {
            return told(console, renewed(rooms), made -> tell(this, console, made.login(), made.password()));
        }

        /** On a node nobody can log in to yet, the first administrator. */
        private Outcome<OneTimePassword> renewed(Rooms rooms) {
            Optional<Account> known =
                    rooms.models().query(() -> rooms.accounts().byLogin(login));
            if (known.isPresent()) {
                return rooms.people().reset(OPERATOR, known.get().id());
            }
            return rooms.people()
                    .firstAdministrator()
                    .map(Outcome::done)
                    .orElseGet(() -> Outcome.refused(Problem.of(Category.NOT_FOUND, "user.unknown", login)));
        }
    }

    private static void tell(NodeCommand command, Console console, String login, String password) {
        if (command.json) {
            console.json(Map.of("login", login, "password", password));
        } else {
            console.say("user.password", login, password);
        }
    }
}
