package org.relais.web.care;

import java.util.List;
import org.relais.care.chart.Chart;
import org.relais.web.shell.Frame;

/**
 * The patient banner of a page about an open chart.
 *
 * @param allergies one line
 * @param alerts    known alerts and the weight
 */
public record ChartBanner(PatientHead head, String allergies, List<String> alerts) {
    static ChartBanner of(Frame f, Chart chart, ChartSheet sheet) {
        boolean homonym = !chart.homonyms().isEmpty();
        return new ChartBanner(
                PatientHead.of(f, chart.patient(), sheet.wards(), homonym),
                sheet.allergySummary(chart.allergies()),
                sheet.banner(chart));
    }
}
