package org.relais.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.relais.care.chart.Chart;
import org.relais.kernel.Language;

class BleedSheetTest {
    @Test
    void aFilledSheetSaysWhoseItIsTimeZeroEachLineAndTheTotal() throws Exception {
        for (Language language : Language.values()) {
            Stamp stamp = Samples.stamp(language);
            Chart chart = Chart.bare(Samples.joseph(), stamp.asOf());
            BleedSheet.Filled filled = new BleedSheet.Filled(
                    "26/11/2026 10:00",
                    "700 mL",
                    List.of(new BleedSheet.Line("10:05 (+5 min)", "sac 700 mL", "700 mL", "Nadège Bellerose")));
            Pdf pdf = Pdf.of(out -> BleedSheet.print(chart, filled, stamp, out));
            assertThat(pdf.pages()).isEqualTo(1);
            assertThat(pdf.text())
                    .contains("JOSEPH-MONROSE", "8001000001", "26/11/2026 10:00", "10:05 (+5 min)", "700 mL")
                    .contains("Nadège Bellerose", Words.in(language).say("title.haemorrhage"));
        }
    }
}
