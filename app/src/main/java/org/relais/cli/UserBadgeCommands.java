package org.relais.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.relais.access.Account;
import org.relais.access.OneTimePassword;
import org.relais.access.PrintedBadge;
import org.relais.kernel.Outcome;
import org.relais.kernel.Problem;
import org.relais.kernel.Problem.Category;
import org.relais.kernel.StaffId;
import org.relais.kernel.Texts;
import org.relais.paper.BadgeSheet;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Badges, from the command line. */
final class UserBadgeCommands {
    private UserBadgeCommands() {}

    /** Issues a badge and prints it. */
    @Command(name = "badge")
    static final class Print extends OfOne {
        @Option(names = "--out", required = true, paramLabel = "FILE.pdf")
        private Path out = Path.of("");

        Print(Stage stage) {
            super(stage);
        }

        @Override
        int run(Rooms rooms, Account account, Console console) {
            return switch (rooms.staffing().badges().issue(OPERATOR, List.of(account.id()))) {
                case Outcome.Refused<List<PrintedBadge>>(Problem problem) -> console.refuse(problem);
                case Outcome.Done<List<PrintedBadge>>(List<PrintedBadge> printed) -> {
                    ByteArrayOutputStream pdf = new ByteArrayOutputStream();
                    BadgeSheet.print(
                            cards(rooms, console, printed), rooms.packs().stamp(console.language()), pdf);
                    int code = write(console, out, pdf.toByteArray());
                    if (code == 0) {
                        done(console, "user.badge", account.login());
                    }
                    yield code;
                }
            };
        }
    }

    /** Makes a lost badge worthless. */
    @Command(name = "lost")
    static final class Lost extends OfOne {
        Lost(Stage stage) {
            super(stage);
        }

        @Override
        int run(Rooms rooms, Account account, Console console) {
            return told(
                    console,
                    rooms.staffing().badges().lost(OPERATOR, account.id()),
                    _ -> done(console, "user.lost", account.login()));
        }
    }

    /** Clears a forgotten PIN. */
    @Command(name = "pin-reset")
    static final class PinReset extends OfOne {
        PinReset(Stage stage) {
            super(stage);
        }

        @Override
        int run(Rooms rooms, Account account, Console console) {
            return told(
                    console,
                    rooms.staffing().badges().clearPin(OPERATOR, account.id()),
                    _ -> done(console, "user.pin", account.login()));
        }
    }

    /** What is done to one account, named by its login. */
    abstract static class OfOne extends NodeCommand {
        @Parameters(paramLabel = "LOGIN")
        private String login = "";

        OfOne(Stage stage) {
            super(stage);
        }

        abstract int run(Rooms rooms, Account account, Console console);

        @Override
        final int run(Rooms rooms, Console console) {
            return rooms.models()
                    .query(() -> rooms.accounts().byLogin(login))
                    .map(account -> run(rooms, account, console))
                    .orElseGet(() -> console.refuse(Problem.of(Category.NOT_FOUND, "user.unknown", login)));
        }

        void done(Console console, String key, String whose) {
            if (json) {
                console.json(Map.of("login", whose));
            } else {
                console.say(key, whose);
            }
        }
    }

    static List<BadgeSheet.Card> cards(Rooms rooms, Console console, List<PrintedBadge> badges) {
        return badges.stream()
                .map(badge -> card(rooms, console, badge.id(), badge.text()))
                .toList();
    }

    static List<BadgeSheet.Card> slips(Rooms rooms, Console console, List<OneTimePassword> passwords) {
        return passwords.stream()
                .map(one -> card(rooms, console, one.id(), one.password()))
                .toList();
    }

    private static BadgeSheet.Card card(Rooms rooms, Console console, StaffId id, String text) {
        Account account = rooms.accounts().byId(id).orElseThrow();
        Texts words = Texts.of(console.language(), "access");
        String roles = account.roles().stream()
                .sorted()
                .map(role -> words.get("access.role." + role.name()))
                .collect(Collectors.joining(", "));
        return new BadgeSheet.Card(account.name(), roles, account.login(), text);
    }

    /** Writes a document that only its owner reads. @return the exit code */
    static int write(Console console, Path out, byte[] pdf) {
        Path file = console.path(out);
        try {
            Files.deleteIfExists(file);
            if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                Files.createFile(
                        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            }
            Files.write(file, pdf);
            return 0;
        } catch (IOException unwritten) {
            return console.refuse(Problem.of(Category.UNAVAILABLE, "file.unwritable", file.toString()));
        }
    }
}
