package org.relais.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.relais.access.AccountCsv;
import org.relais.access.AccountImport;
import org.relais.access.AccountImport.Handing;
import org.relais.access.AccountImport.Order;
import org.relais.access.AccountPlan;
import org.relais.care.wards.Ward;
import org.relais.kernel.Outcome;
import org.relais.kernel.Problem;
import org.relais.kernel.Problem.Category;
import org.relais.kernel.WardCode;
import org.relais.paper.BadgeSheet;
import org.relais.paper.Stamp;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Takes accounts in from a file, all or nothing; says what new people are to be handed. */
@Command(name = "import")
final class UserImportCommand extends NodeCommand {
    @Parameters(paramLabel = "FILE.csv")
    private Path file = Path.of("");

    @Option(names = "--complete")
    private boolean complete;

    @Option(names = "--dry-run")
    private boolean dry;

    @Option(names = "--badges", paramLabel = "FILE.pdf")
    private @Nullable Path badges;

    @Option(names = "--slips", paramLabel = "FILE.pdf")
    private @Nullable Path slips;

    UserImportCommand(Stage stage) {
        super(stage);
    }

    @Override
    int run(Rooms rooms, Console console) {
        byte[] bytes;
        try {
            bytes = Files.readAllBytes(console.path(file));
        } catch (IOException unreadable) {
            return console.refuse(Problem.of(Category.NOT_FOUND, "file.unreadable", file.toString()));
        }
        return switch (AccountCsv.read(bytes, known(rooms))) {
            case AccountCsv.Reading.Parsed(var lines) ->
                taken(rooms, console, new Order(lines, complete, badges == null ? Handing.PASSWORDS : Handing.BADGES));
            case AccountCsv.Reading.Rejected(var errors) -> refused(errors, console);
        };
    }

    private static Predicate<WardCode> known(Rooms rooms) {
        Set<WardCode> codes = rooms.models().query(rooms.wards()::wards).stream()
                .map(Ward::code)
                .collect(Collectors.toSet());
        return ward -> codes.isEmpty() || codes.contains(ward);
    }

    private static int refused(List<AccountCsv.LineError> errors, Console console) {
        for (AccountCsv.LineError error : errors) {
            String what = console.words().get(error.messageKey(), error.args().toArray());
            console.err().println(console.words().get("structure.line", error.line(), what));
        }
        return 1;
    }

    private int taken(Rooms rooms, Console console, Order order) {
        AccountImport imports = rooms.staffing().imports();
        if (dry) {
            return told(console, imports.plan(OPERATOR, order), plan -> tell(console, plan, List.of()));
        }
        Outcome<AccountImport.Done> outcome = imports.carryOut(OPERATOR, order);
        return switch (outcome) {
            case Outcome.Refused<AccountImport.Done>(Problem problem) -> console.refuse(problem);
            case Outcome.Done<AccountImport.Done>(AccountImport.Done done) -> handed(rooms, console, done);
        };
    }

    private int handed(Rooms rooms, Console console, AccountImport.Done done) {
        Stamp stamp = rooms.packs().stamp(console.language());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Path to = badges == null ? slips : badges;
        if (badges != null) {
            BadgeSheet.print(UserBadgeCommands.cards(rooms, console, done.badges()), stamp, out);
        } else if (slips != null) {
            BadgeSheet.slips(UserBadgeCommands.slips(rooms, console, done.passwords()), stamp, out);
        }
        boolean nobody = done.badges().isEmpty() && done.passwords().isEmpty();
        tell(console, done.plan(), to == null ? done.passwords() : List.of());
        return to == null || nobody ? 0 : UserBadgeCommands.write(console, to, out.toByteArray());
    }

    private void tell(Console console, AccountPlan plan, List<org.relais.access.OneTimePassword> passwords) {
        if (json) {
            console.json(Map.of(
                    "added", plan.added(),
                    "updated", plan.updated(),
                    "disabled", plan.disabled(),
                    "unchanged", plan.unchanged(),
                    "passwords",
                            passwords.stream()
                                    .map(one -> Map.of("login", one.login(), "password", one.password()))
                                    .toList()));
            return;
        }
        console.say("user.import", plan.added(), plan.updated(), plan.disabled(), plan.unchanged());
        passwords.forEach(one -> console.say("user.password", one.login(), one.password()));
    }
}
