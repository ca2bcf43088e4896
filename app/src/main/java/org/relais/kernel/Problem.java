package org.relais.kernel;

import java.util.List;

/**
 * A refusal, as a value: mapped once each to HTTP, to the command line and to the text on screen. Carries no health
 * data.
 *
 * @param category   what kind of refusal
 * @param messageKey key of the text in {@code i18n/problems_{fr,en}.properties}; {@code <key>.hint} says what to do
 * @param args       arguments of that text
 */
public record Problem(Category category, String messageKey, List<String> args) {
    /** Kinds of refusal; each has one HTTP status and one exit code. */
    public enum Category {
        /** The input is not of the form it must have. */
        INCORRECT,
        /** Who asks may not. */
        FORBIDDEN,
        NOT_FOUND,
        /** It cannot be done in the present state; another state would allow it. */
        CONFLICT,
        /** Too much at once or too often; later will do. */
        BUSY,
        /** Writing has stopped; reading goes on. */
        UNAVAILABLE,
        /** What is stored is not what was written. */
        CORRUPT
    }

    public static Problem of(Category category, String messageKey, String... args) {
        return new Problem(category, messageKey, List.of(args));
    }

    /** This problem where only an exception can carry it. */
    public ProblemException asException() {
        return new ProblemException(this);
    }
}
