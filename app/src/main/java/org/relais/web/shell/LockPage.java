package org.relais.web.shell;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A locked screen.
 *
 * @param beds the ward that was shown, without names; null when it was another page
 */
public record LockPage(Question question, @Nullable Beds beds) {
    /** A ward's beds, of which none says who lies there. */
    public record Beds(String ward, List<Bed> beds) {
        /** How many are taken. */
        public long taken() {
            return beds.stream().filter(Bed::taken).count();
        }
    }

    /**
     * A bed.
     *
     * @param id    for its line on the page
     * @param label room and bed; empty for a patient without one
     */
    public record Bed(String id, String label, boolean taken) {}

    /** What a locked screen may go on showing of a page. */
    @FunctionalInterface
    public interface Source {
        /** The beds of the ward of that address; null when it is no ward's. */
        @Nullable
        Beds of(String path, Frame frame);
    }
}
