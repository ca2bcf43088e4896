package org.relais.web.node;

import java.util.List;
import org.relais.web.shell.Moment;

/**
 * A received message as text.
 *
 * @param bytes how long it is
 * @param cut   more was received than is shown
 */
public record RawPage(
        long position,
        Moment at,
        String label,
        String source,
        List<String> reasons,
        List<Segment> segments,
        long bytes,
        boolean cut) {
    /** @param name first three letters, {@code rest} what follows, unprintable characters made visible */
    public record Segment(String name, String rest) {}
}
