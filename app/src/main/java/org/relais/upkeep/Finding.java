package org.relais.upkeep;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * What one check of the node came to. Texts: {@code upkeep.check.NAME} names it, {@code .ok}, {@code .fix} or {@code .not-run}
 * say what was found, {@code .do} what to do, in {@code i18n/upkeep_{fr,en}.properties}. No health data.
 *
 * @param check name of the check: letters and hyphens, stable
 * @param args  figures for the texts, already text; times as {@code Instant}, and yes or no, for whoever tells them to write
 */
public record Finding(String check, Result result, List<Object> args) {
    /** How a check ended. */
    public enum Result {
        OK,
        FIX,
        NOT_RUN;

        /** End of the key of its text. */
        public String suffix() {
            return switch (this) {
                case OK -> ".ok";
                case FIX -> ".fix";
                case NOT_RUN -> ".not-run";
            };
        }
    }

    public static Finding of(String check, boolean well, Object... args) {
        return new Finding(check, well ? Result.OK : Result.FIX, texts(args));
    }

    public static Finding notRun(String check, Object... args) {
        return new Finding(check, Result.NOT_RUN, texts(args));
    }

    private static List<Object> texts(Object... args) {
        return Stream.of(args)
                .map(arg -> arg instanceof Instant || arg instanceof Boolean ? arg : (Object) String.valueOf(arg))
                .toList();
    }

    /** Key of its name. */
    public String key() {
        return "upkeep.check." + check;
    }
}
