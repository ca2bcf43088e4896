package org.relais.upkeep;

import java.util.List;

/**
 * What one check of the node came to. Texts: {@code upkeep.check.NAME} names it, {@code .ok}, {@code .fix} or {@code .not-run}
 * say what was found, {@code .do} what to do, in {@code i18n/upkeep_{fr,en}.properties}. No health data.
 *
 * @param check name of the check: letters and hyphens, stable
 * @param args  figures for the texts
 */
public record Finding(String check, Result result, List<String> args) {
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

    private static List<String> texts(Object... args) {
        return java.util.Arrays.stream(args).map(String::valueOf).toList();
    }

    /** Key of its name. */
    public String key() {
        return "upkeep.check." + check;
    }
}
