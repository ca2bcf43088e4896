package org.relais.web.node;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.relais.web.shell.Moment;

/**
 * What this node keeps, where, and how it is copied and checked.
 *
 * @param head    hash of the last entry, in groups of eight
 * @param writing false once an error of the disk stopped writing
 * @param check   the check of the journal: under way, or what came of the last one; null before any
 */
public record BackupPage(
        String mode,
        String node,
        String directory,
        String entries,
        String head,
        boolean writing,
        List<String> failures,
        @Nullable Check check) {

    /**
     * A check of the journal.
     *
     * @param sound what it found, in words, is good
     */
    public record Check(boolean running, boolean sound, Moment at, String found, List<String> more) {}

    public boolean checking() {
        Check last = check;
        return last != null && last.running();
    }
}
