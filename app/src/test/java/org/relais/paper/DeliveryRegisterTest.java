package org.relais.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.relais.kernel.Language;

class DeliveryRegisterTest {
    private static DeliveryRegister.Line line(int number, String mother, String note) {
        return new DeliveryRegister.Line(
                Integer.toString(number),
                "27/11/2026 03:17",
                List.of("ZAMIRE RANG UN", "01 000 007 93"),
                List.of("Né sans vie", "F · Enfant 1 sur 3"),
                List.of(mother, "800045120"),
                List.of(note));
    }

    @Test
    void everyChildHasItsRowAndAStruckOneStaysUnderItsNumber() throws Exception {
        List<DeliveryRegister.Line> lines = IntStream.rangeClosed(1, 60)
                .mapToObj(number -> line(number, number == 2 ? "Secret" : "ZAMIRE LUCE", number == 3 ? "Barrée" : ""))
                .toList();
        Pdf pdf = Pdf.of(out -> DeliveryRegister.print(lines, Samples.stamp(Language.FR), out));
        assertThat(pdf.pages()).isGreaterThan(1);
        assertThat(pdf.text())
                .contains("01 000 007 93", "Né sans vie", "Enfant 1 sur 3", "Secret", "Barrée", "800045120")
                .contains("60");
    }
}
