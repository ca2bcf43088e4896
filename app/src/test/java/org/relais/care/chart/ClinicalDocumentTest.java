package org.relais.care.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.relais.care.chart.DocumentContent.Pdf;
import org.relais.care.chart.DocumentContent.Picture;
import org.relais.care.chart.DocumentContent.Reading;
import org.relais.care.chart.DocumentContent.Unshown;

/** What documents are, by their bytes; nothing in them is ever looked up, run or rendered. */
class ClinicalDocumentTest {
    private static final String CDA = """
            <?xml version="1.0" encoding="ISO-8859-1"?>
            <?xml-stylesheet type="text/xsl" href="http://example.invalid/cda.xsl"?>
            <ClinicalDocument xmlns="urn:hl7-org:v3">
              <title>Lettre de liaison</title>
              <recordTarget><patientRole><patient><name><given>Line</given><family>ROSE</family></name>
                <birthTime value="19800101"/></patient></patientRole></recordTarget>
              <component><structuredBody><component><section>
                <title>Traitements à la sortie</title>
                <text><paragraph>Labétalol <content styleCode="Bold">200 mg</content><br/>matin et soir</paragraph>
                  <list><item>Aspirine</item><item>Fer</item></list>
                  <table><thead><tr><th>Examen</th><th>Valeur</th></tr></thead>
                  <tbody><tr><td>Hb</td><td>9,8<br/>g/dL &lt;b&gt;</td></tr></tbody></table></text>
                <entry><observation><text>caché</text></observation></entry>
              </section></component></structuredBody></component>
            </ClinicalDocument>
            """;

    @Test
    void readsTheNarrativeOfACdaAsText() {
        DocumentContent content = DocumentForms.of(CDA.getBytes(StandardCharsets.ISO_8859_1));
        assertThat(content).isInstanceOfSatisfying(Reading.class, reading -> {
            assertThat(reading.title()).isEqualTo("Lettre de liaison");
            assertThat(reading.subject()).isEqualTo("Line ROSE 19800101");
            assertThat(reading.blocks())
                    .extracting(block -> block.kind() + " " + String.join("|", block.cells()))
                    .containsExactly(
                            "HEADING Traitements à la sortie",
                            "PARAGRAPH Labétalol 200 mg",
                            "PARAGRAPH matin et soir",
                            "ITEM Aspirine",
                            "ITEM Fer",
                            "ROW Examen|Valeur",
                            "ROW Hb|9,8 ; g/dL <b>");
        });
    }

    @Test
    void aBodyWithoutStructureGivesThePdfItEncloses() {
        String pdf = Base64.getEncoder().encodeToString("%PDF-1.4 x".getBytes(StandardCharsets.US_ASCII));
        String cda = "<ClinicalDocument><component><nonXMLBody><text mediaType=\"text/html\" representation=\"B64\">"
                + pdf.substring(0, 6) + "\n" + pdf.substring(6)
                + "</text></nonXMLBody></component></ClinicalDocument>";
        assertThat(DocumentForms.of(bytes(cda))).isInstanceOf(Pdf.class);
    }

    @Test
    void looksUpNoEntityAndReadsNoDocumentThatHasOne(@TempDir Path folder) throws IOException {
        Path secret = Files.writeString(folder.resolve("secret.txt"), "canari");
        String xxe = "<!DOCTYPE ClinicalDocument [<!ENTITY e SYSTEM \"" + secret.toUri() + "\">]>"
                + "<ClinicalDocument><component><structuredBody><component><section><text>&e;</text>"
                + "</section></component></structuredBody></component></ClinicalDocument>";
        assertThat(DocumentForms.of(bytes(xxe)).toString())
                .doesNotContain("canari")
                .contains("&e;");
        String bomb = "<!DOCTYPE ClinicalDocument [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;\">]>"
                + "<ClinicalDocument><component><section><text>&b;&b;</text></section></component></ClinicalDocument>";
        assertThat(DocumentForms.of(bytes(bomb)).toString()).doesNotContain("aaaaaaaaaaaaaaaaaaaa");
    }

    @Test
    void tooDeepIsTextAndNothingBreaks() {
        String deep =
                "<ClinicalDocument>" + "<section>".repeat(5000) + "</section>".repeat(5000) + "</ClinicalDocument>";
        assertThat(DocumentForms.of(bytes(deep))).isInstanceOf(Reading.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<html><script>alert(1)</script><body onload='x()'>Bonjour</body></html>",
                "<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>",
                "Une lettre\nde deux lignes"
            })
    void markupOfAnyOtherKindIsTextToBeRead(String text) {
        assertThat(DocumentForms.of(bytes(text)))
                .isInstanceOfSatisfying(
                        Reading.class,
                        reading -> assertThat(
                                        reading.blocks().getFirst().cells().getFirst())
                                .isEqualTo(text.lines().findFirst().orElseThrow()));
    }

    @Test
    void knowsFormatsByTheirBytesAlone() {
        assertThat(DocumentForms.of(bytes("%PDF-1.7\n"))).isInstanceOf(Pdf.class);
        assertThat(DocumentForms.of(new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0}))
                .isInstanceOfSatisfying(
                        Picture.class, one -> assertThat(one.mediaType()).isEqualTo("image/png"));
        assertThat(DocumentForms.of(new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, (byte) 0xE0}))
                .isInstanceOf(Picture.class);
        assertThat(DocumentForms.of(new byte[] {'P', 'K', 3, 4, 0, 0})).isInstanceOf(Unshown.class);
        assertThat(DocumentForms.of(bytes("{\\rtf1 x}"))).isInstanceOf(Unshown.class);
        assertThat(DocumentForms.of(new byte[0])).isInstanceOf(Unshown.class);
        assertThat(DocumentForms.of("d\u00e9j\u00e0".getBytes(StandardCharsets.ISO_8859_1))
                        .toString())
                .contains("déjà");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
