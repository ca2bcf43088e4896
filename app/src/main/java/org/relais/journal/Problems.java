package org.relais.journal;

import org.relais.kernel.Problem;
import org.relais.kernel.Problem.Category;
import org.relais.kernel.ProblemException;

/** The refusals of this room, each with its text in {@code i18n/problems_{fr,en}.properties}. */
final class Problems {
    private Problems() {}

    static ProblemException stopped(Throwable cause) {
        return new ProblemException(Problem.of(Category.UNAVAILABLE, "journal.stopped"), cause);
    }

    static ProblemException closed() {
        return Problem.of(Category.UNAVAILABLE, "journal.closed").asException();
    }

    static ProblemException notWiped() {
        return Problem.of(Category.BUSY, "journal.not-wiped").asException();
    }

    static ProblemException corrupt(long position, Throwable cause) {
        return new ProblemException(Problem.of(Category.CORRUPT, "journal.corrupt", Long.toString(position)), cause);
    }

    static ProblemException unreadable(Throwable cause) {
        return new ProblemException(Problem.of(Category.CORRUPT, "journal.unreadable"), cause);
    }

    static ProblemException noEntry(long position) {
        return Problem.of(Category.NOT_FOUND, "journal.no-entry", Long.toString(position))
                .asException();
    }

    static ProblemException of(Category category, String key, Object... args) {
        String[] texts = new String[args.length];
        for (int i = 0; i < args.length; i++) {
            texts[i] = String.valueOf(args[i]);
        }
        return Problem.of(category, key, texts).asException();
    }

    static ProblemException of(Category category, String key, Throwable cause) {
        return new ProblemException(Problem.of(category, key), cause);
    }
}
