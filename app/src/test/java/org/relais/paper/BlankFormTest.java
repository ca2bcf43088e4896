package org.relais.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.relais.kernel.Language;

class BlankFormTest {
    @ParameterizedTest
    @EnumSource(BlankForm.class)
    void fitsOnOnePageBlankAndFilledInBothLanguages(BlankForm form) throws IOException {
        for (Language language : Language.values()) {
            Stamp stamp = Samples.stamp(language);
            Pdf blank = Pdf.of(out -> form.print("Maternité", null, stamp, out));
            Pdf named = Pdf.of(out -> form.print("Maternité", Samples.joseph(), stamp, out));
            Files.write(Path.of("target/form_" + form + "_" + language.code() + ".pdf"), blank.bytes());
            for (Pdf pdf : List.of(blank, named)) {
                assertThat(pdf.pages()).isEqualTo(1);
                assertThat(pdf.text())
                        .contains(Words.in(language).say(form.sheet().titleKey()));
            }
            assertThat(named.text()).contains("JOSEPH-MONROSE", "8001000001");
            assertThat(blank.text()).doesNotContain("JOSEPH");
        }
    }
}
