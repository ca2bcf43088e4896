package org.relais.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.relais.command.CrisisState;
import org.relais.kernel.Language;
import org.relais.kernel.Mode;

class RecoverySheetsTest {
    private static final List<RecoverySheets.Sheet> SHEETS = IntStream.rangeClosed(1, 5)
            .mapToObj(number -> new RecoverySheets.Sheet(
                    number,
                    IntStream.rangeClosed(1, 8)
                            .mapToObj(row -> "A" + number + "B" + row + " WXYZ K")
                            .toList(),
                    "RELAIS-PART-1:" + "0123456789".repeat(7) + "A" + number))
            .toList();

    @Test
    void eachPartHasAPageOfItsOwnInBothLanguages() throws IOException {
        for (Language language : Language.values()) {
            Stamp stamp = Samples.stamp(Mode.REAL, language, CrisisState.WATCH);
            Pdf pdf = Pdf.of(out -> RecoverySheets.print(SHEETS, "cafe0123", stamp, out));
            Files.write(Path.of("target/recovery_" + language.code() + ".pdf"), pdf.bytes());
            assertThat(pdf.pages()).isEqualTo(5);
            for (int number = 1; number <= 5; number++) {
                assertThat(pdf.texts().get(number - 1))
                        .contains("Partie " + number + " sur 5", "Part " + number + " of 5")
                        .contains(
                                "A" + number + "B8",
                                "cafe0123",
                                "Que faire de cette feuille",
                                "What to do with this sheet")
                        .doesNotContain("santé", "health")
                        .doesNotContain("A" + (number % 5 + 1) + "B1");
            }
        }
    }
}
