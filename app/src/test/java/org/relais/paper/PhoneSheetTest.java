package org.relais.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.relais.command.CrisisState;
import org.relais.kernel.Language;
import org.relais.kernel.Mode;

class PhoneSheetTest {
    @Test
    void saysWhereAndWhomToTrustOnOnePageInBothLanguages() throws IOException {
        String fingerprint = "A1 ".repeat(31) + "B2";
        PhoneSheet.Content content =
                new PhoneSheet.Content("HOPITAL-POINTE", "https://relais.pointe.example:8443/", fingerprint);
        for (Language language : Language.values()) {
            Stamp stamp = Samples.stamp(Mode.REAL, language, CrisisState.WATCH);
            Pdf pdf = Pdf.of(out -> PhoneSheet.print(content, stamp, out));
            Files.write(Path.of("target/phone_" + language.code() + ".pdf"), pdf.bytes());
            assertThat(pdf.pages()).isEqualTo(1);
            assertThat(pdf.text())
                    .contains("HOPITAL-POINTE", "https://relais.pointe.example:8443/", fingerprint)
                    .contains(
                            "Réglages des certificats", "Certificate Trust Settings", "Certificat CA", "CA certificate")
                    .doesNotContain("santé");
        }
    }
}
