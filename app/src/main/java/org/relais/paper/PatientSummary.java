package org.relais.paper;

import java.io.OutputStream;
import java.util.List;
import org.relais.care.chart.Chart;

/** One patient's summary alone. */
public final class PatientSummary {
    private PatientSummary() {}

    /** @param out stays open */
    public static List<PrintedPage> print(Chart chart, Stamp stamp, OutputStream out) {
        Kit kit = Kit.of(stamp);
        return Job.print(kit, List.of(part(chart, stamp.hospital(), false)), out);
    }

    static Part part(Chart chart, String place, boolean homonym) {
        return new Part(
                Sheet.SUMMARY,
                place,
                new Subject(chart.patient(), homonym || !chart.homonyms().isEmpty()),
                true,
                flow -> new SummaryPages(chart, flow).write());
    }
}
