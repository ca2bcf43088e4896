package org.relais.cli;

import java.io.PrintStream;
import java.nio.file.Path;
import org.relais.kernel.Dates;
import org.relais.kernel.Language;
import org.relais.kernel.Problem;
import org.relais.kernel.Texts;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Where a command speaks: its own terminal, or through the running server the terminal of whoever called.
 *
 * @param cwd what relative paths start from
 */
record Console(PrintStream out, PrintStream err, Path cwd, Language language) {
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    Texts words() {
        return Words.in(language);
    }

    /** How dates and numbers are written there, at the hospital's time. */
    Dates dates(Rooms rooms) {
        return new Dates(language, rooms.wards().hospital().zoneId());
    }

    Path path(Path given) {
        return cwd.resolve(given).normalize();
    }

    void say(String key, Object... args) {
        out.println(words().get(key, args));
    }

    void json(Object value) {
        out.println(JSON.writeValueAsString(value));
    }

    int refuse(Problem problem) {
        err.println(words().of(problem));
        return 1;
    }
}
