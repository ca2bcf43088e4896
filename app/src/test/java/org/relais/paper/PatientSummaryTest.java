package org.relais.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.relais.care.chart.Chart;
import org.relais.command.CrisisState;
import org.relais.kernel.Language;
import org.relais.kernel.Mode;

class PatientSummaryTest {
    static Pdf print(Chart chart, Stamp stamp) {
        return Pdf.of(out -> PatientSummary.print(chart, stamp, out));
    }

    @Test
    void saysWhoWhatWhenAndFromWhere() throws IOException {
        Pdf pdf = print(Samples.chart(Samples.joseph()), Samples.stamp(Language.FR));
        Files.write(Path.of("target/summary_fr.pdf"), pdf.bytes());
        assertThat(pdf.text())
                .contains(
                        "RÉEL",
                        "Résumé du patient",
                        "JOSEPH-MONROSE Marie-Thérèse",
                        "Nom utilisé : DÉSIRÉ Marie-Thérèse")
                .contains("Née le 03/02/1994 (32 ans)", "IPP 8001000001", "Chambre 204, lit P")
                .contains("2,9 mmol/L", "CRITIQUE, bas", "14 h avant la coupure · LABO CHP", "23/11/2026 12:14")
                .contains("À REVÉRIFIER", "Pénicilline G", "sévère", "INCONNUE")
                .contains("T+3 h 12", "nœud 3fa9c1d2", "Page 1/");
    }

    @Test
    void saysTheSameInEnglish() throws IOException {
        Pdf pdf = print(Samples.chart(Samples.joseph()), Samples.stamp(Language.EN));
        Files.write(Path.of("target/summary_en.pdf"), pdf.bytes());
        assertThat(pdf.text())
                .contains("REAL", "Patient summary", "Used name: DÉSIRÉ Marie-Thérèse", "Born 3 Feb 1994 (32 years)")
                .contains(
                        "2.9 mmol/L",
                        "CRITICAL, low",
                        "14 h before the cut",
                        "23 Nov 2026 12:14",
                        "RE-CHECK",
                        "UNKNOWN");
    }

    @Test
    void writesNotKnownWhereNothingWasSaid() {
        Pdf pdf = print(Samples.bare(Samples.joseph()), Samples.stamp(Language.FR));
        assertThat(pdf.text()).contains("Non connu — rien n’a été transmis").doesNotContain("null");
    }

    @Test
    void showsTheModeWordAndPlainAgesWhileAllIsWell() {
        Stamp watch = Samples.stamp(Mode.REAL, Language.FR, CrisisState.WATCH);
        assertThat(print(Samples.chart(Samples.joseph()), watch).text()).contains("VEILLE", "il y a 17 h");
        Stamp exercise = Samples.stamp(Mode.EXERCISE, Language.FR, Samples.crisis());
        assertThat(print(Samples.bare(Samples.joseph()), exercise).text()).contains("EXERCICE");
        Stamp demo = Samples.stamp(Mode.DEMO, Language.FR, CrisisState.WATCH);
        assertThat(print(Samples.bare(Samples.joseph()), demo).text()).contains("DÉMONSTRATION");
    }

    @Test
    void registersEveryPageUnderItsPatient() {
        List<PrintedPage> pages = PatientSummary.print(
                Samples.chart(Samples.joseph()), Samples.stamp(Language.FR), new java.io.ByteArrayOutputStream());
        assertThat(pages).allSatisfy(page -> assertThat(page.patient()).isEqualTo(Samples.id(1)));
        assertThat(pages.getFirst().code().text()).isEqualTo("RELAIS1|PS|3fa9c1d2|K3F9QX7A2B|1");
    }
}
