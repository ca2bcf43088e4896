package org.relais.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The test vectors of docs/formats/labels.md. */
class LabelCodeTest {
    private static final List<LabelCode> VECTORS = List.of(
            new LabelCode(LabelCode.Kind.BAND, "1234567889", 1, ""),
            new LabelCode(LabelCode.Kind.BAND, "8001000001", 12, ""),
            new LabelCode(LabelCode.Kind.NEWBORN_BAND, "1234567986", 1, "1234567889"),
            new LabelCode(LabelCode.Kind.NEWBORN_BAND, "1234567986", 0, ""),
            new LabelCode(LabelCode.Kind.DOCUMENT, "P-00.12/3", 2, ""));
    private static final List<String> TEXTS = List.of(
            "RELAIS1|B|1234567889|1",
            "RELAIS1|B|8001000001|12",
            "RELAIS1|N|1234567986|1|1234567889",
            "RELAIS1|N|1234567986|0",
            "RELAIS1|D|P-00.12/3|2");

    @Test
    void everyVectorIsWrittenAndReadBack() {
        assertThat(VECTORS.stream().map(LabelCode::text)).isEqualTo(TEXTS);
        assertThat(TEXTS.stream().map(text -> LabelCode.read(text).orElseThrow()))
                .isEqualTo(VECTORS);
    }

    @Test
    void aCodeIsSquareAndNoPageNorNumberIsTakenForOne() {
        assertThat(VECTORS).allSatisfy(code -> {
            var matrix = Codes.dataMatrix(code.text());
            assertThat(matrix.getWidth()).isEqualTo(matrix.getHeight());
            assertThat(PageCode.read(code.text())).isEmpty();
        });
        assertThat(LabelCode.read("RELAIS1|CV|3fa9c1d2|K3F9QX7A2B|1")).isEmpty();
        for (String other : List.of(
                "1234567889",
                "RELAIS1|B||1",
                "RELAIS1|B|1234567889|01",
                "RELAIS1|X|1234567889|1",
                "RELAIS1|B|1234567889|1|1234567986",
                "RELAIS1|B|12 345|1",
                "RELAIS2|B|1234567889|1")) {
            assertThat(LabelCode.read(other)).as(other).isEmpty();
        }
    }

    @Test
    void aNumberThatCanNotStandInACodeIsRefused() {
        assertThatThrownBy(() -> new LabelCode(LabelCode.Kind.BAND, "12|34", 1, ""))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new LabelCode(LabelCode.Kind.DOCUMENT, "1234567889", 1, "1234567986"))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
