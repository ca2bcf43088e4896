package org.relais.web.node;

import java.util.List;
import org.relais.web.shell.Moment;

/**
 * Who saw what, newest first.
 *
 * @param count  how many traces there are in all
 * @param before position to ask older ones from; 0 when there are none
 */
public record TracesPage(List<Row> rows, int count, long before) {
    /** @param patients ids of the charts concerned, shortened to what tells them apart */
    public record Row(Moment at, String who, String act, String what, String about, String patients, int count) {}
}
