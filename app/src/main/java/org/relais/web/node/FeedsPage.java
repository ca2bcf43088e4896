package org.relais.web.node;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.relais.web.shell.Moment;

/**
 * The feeds of this node.
 *
 * @param declared  a crisis is declared, so that feeds may be frozen and opened one by one
 * @param maySwitch this person may do so
 */
public record FeedsPage(List<Row> rows, boolean declared, boolean maySwitch) {
    /** @param last when its last message came, or null when none ever did */
    public record Row(
            String name,
            boolean open,
            String address,
            int connections,
            @Nullable Moment last,
            long messages,
            long quarantined,
            long duplicates,
            long failed) {}
}
