package org.relais.kernel;

import java.util.function.Function;

/** What was asked for, or why it was refused. */
public sealed interface Outcome<T> {
    /** It was done; here is what came of it. */
    record Done<T>(T value) implements Outcome<T> {}

    /** It was refused; nothing was changed. */
    record Refused<T>(Problem problem) implements Outcome<T> {}

    static <T> Outcome<T> done(T value) {
        return new Done<>(value);
    }

    static <T> Outcome<T> refused(Problem problem) {
        return new Refused<>(problem);
    }

    default <U> Outcome<U> then(Function<? super T, Outcome<U>> next) {
        return switch (this) {
            case Done<T>(T value) -> next.apply(value);
            case Refused<T>(Problem problem) -> new Refused<>(problem);
        };
    }

    /** The value, or the problem thrown. */
    default T orThrow() {
        return switch (this) {
            case Done<T>(T value) -> value;
            case Refused<T>(Problem problem) -> throw problem.asException();
        };
    }
}
