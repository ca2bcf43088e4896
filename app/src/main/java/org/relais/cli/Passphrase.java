package org.relais.cli;

import java.io.Console;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.relais.kernel.Problem;
import org.relais.kernel.Problem.Category;

/**
 * Where the passphrase of a data directory comes from: a file, {@code RELAIS_PASSPHRASE} (for one that replaces it,
 * {@code RELAIS_NEW_PASSPHRASE}), or a prompt.
 */
public final class Passphrase {
    private static final int SHORTEST = 12;

    private final @Nullable Path file;
    private final String variable;

    public Passphrase(@Nullable Path file) {
        this(file, "RELAIS_PASSPHRASE");
    }

    private Passphrase(@Nullable Path file, String variable) {
        this.file = file;
        this.variable = variable;
    }

    /** The one that replaces another. */
    static Passphrase fresh(@Nullable Path file) {
        return new Passphrase(file, "RELAIS_NEW_PASSPHRASE");
    }

    /** The passphrase of a directory that exists. */
    public char[] known() {
        char[] given = given();
        return given.length > 0 ? given : prompt("passphrase.prompt");
    }

    /** The passphrase of a directory about to be made: typed twice when typed. */
    public char[] chosen() {
        char[] given = given();
        if (given.length == 0) {
            given = prompt("passphrase.new");
            if (!Arrays.equals(given, prompt("passphrase.again"))) {
                throw Problem.of(Category.INCORRECT, "passphrase.differs").asException();
            }
        }
        if (given.length < SHORTEST) {
            throw Problem.of(Category.INCORRECT, "passphrase.short", Integer.toString(SHORTEST))
                    .asException();
        }
        return given;
    }

    private char[] given() {
        if (file != null) {
            try {
                return Files.readString(file).strip().toCharArray();
            } catch (IOException unreadable) {
                throw Problem.of(Category.NOT_FOUND, "passphrase.file", file.toString())
                        .asException();
            }
        }
        String environment = System.getenv(variable);
        return environment == null ? new char[0] : environment.toCharArray();
    }

    private static char[] prompt(String key) {
        Console console = System.console();
        char[] typed = console == null || !console.isTerminal()
                ? null
                : console.readPassword("%s ", Words.here().get(key));
        if (typed == null || typed.length == 0) {
            throw Problem.of(Category.INCORRECT, "passphrase.missing").asException();
        }
        return typed;
    }
}
