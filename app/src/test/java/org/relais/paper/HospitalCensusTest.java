package org.relais.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.relais.care.wards.Census;
import org.relais.care.wards.Ward;
import org.relais.care.wards.WardKind;
import org.relais.kernel.Language;
import org.relais.kernel.WardCode;

class HospitalCensusTest {
    @Test
    void listsEveryWardByBedThenEverybodyByName() {
        Ward surgery =
                new Ward(new WardCode("CHIR"), "Chirurgie", "Surgery", WardKind.SURGERY, List.of(), List.of(), true);
        List<Census> wards = List.of(Samples.census(Samples.maternity(), 60), Samples.census(surgery, 5));
        Pdf pdf = Pdf.of(out -> HospitalCensus.print(wards, Samples.stamp(Language.FR), out));
        assertThat(pdf.text())
                .contains("Recensement par lit", "Chirurgie", "48 patients · 12 lits sans patient connu")
                .contains("Recensement par nom", "Hôpital entier", "52 patients");
    }

    @Test
    void printsAHospitalWithoutWards() {
        List<PrintedPage> pages =
                HospitalCensus.print(List.of(), Samples.stamp(Language.EN), java.io.OutputStream.nullOutputStream());
        assertThat(pages)
                .singleElement()
                .satisfies(page -> assertThat(page.patient()).isNull());
    }
}
