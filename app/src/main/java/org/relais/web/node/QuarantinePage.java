package org.relais.web.node;

import java.util.List;
import org.relais.web.shell.Moment;

/**
 * Messages that were not understood whole, newest first.
 *
 * @param before position to ask older ones from; 0 when there are none
 */
public record QuarantinePage(List<Row> rows, int total, long before) {
    /** @param reasons in the reader's language */
    public record Row(long position, Moment at, String feed, String label, String source, List<String> reasons) {}
}
