package org.relais.web.care;

import java.util.List;
import org.relais.care.chart.Chart;
import org.relais.web.shell.Frame;

/**
 * The patient banner of a page about an open chart.
 *
 * @param allergies one line
 * @param alerts    known alerts and the weight
 * @param glass     the bris de glace by which it is read, or empty
 */
public record ChartBanner(PatientHead head, String allergies, List<String> alerts, String glass) {
    static ChartBanner of(Frame f, Chart chart, ChartSheet sheet) {
        boolean homonym = !chart.homonyms().isEmpty();
        return new ChartBanner(
                PatientHead.of(f, chart.patient(), sheet.wards(), homonym).withAlike(sheet.alike(chart)),
                sheet.allergySummary(chart.allergies()),
                sheet.banner(chart),
                sheet.glass());
    }
}
