package org.relais.web.node;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The choice of a pack, what it will come to, and the packs made from this screen.
 *
 * @param chosen code of the ward, {@code *} for all, empty when none was chosen
 * @param plan   null until a ward was chosen
 */
public record PacksPage(
        List<Choice> wards, String chosen, @Nullable Plan plan, List<Job> jobs, boolean mayAll) {
    /** A ward to choose. */
    public record Choice(String code, String name) {}

    /** @param minutes of printing at the usual speed */
    public record Plan(String what, int wards, int patients, int pages, long minutes) {}

    /** @param state {@code running}, {@code done}, {@code cancelled} or {@code failed} */
    public record Job(String id, String what, String state, int done, int expected, int percent, String left) {
        public boolean running() {
            return state.equals("running");
        }
    }
}
