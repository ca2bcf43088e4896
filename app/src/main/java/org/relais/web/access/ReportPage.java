package org.relais.web.access;

import java.util.List;
import org.relais.web.shell.Moment;

/**
 * Who saw one patient, newest first.
 *
 * @param total how many accesses there are, when not all are shown
 */
public record ReportPage(String id, String name, String number, List<Row> rows, int total) {
    /** One access. */
    public record Row(Moment at, String who, String what) {}
}
