package org.relais.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class CsvTest {
    private static List<List<String>> cells(byte[] file) {
        return Csv.read(file).stream().map(Csv.Row::cells).toList();
    }

    @Test
    void noCellIsTakenForAFormula() {
        for (String formula : List.of("=1+1", "+33", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1")) {
            assertThat(Csv.cell(formula).replace("\"", "")).startsWith("'");
        }
        assertThat(Csv.line(List.of("Élise", "a;b", "say \"hi\"", "2026")))
                .isEqualTo("Élise;\"a;b\";\"say \"\"hi\"\"\";2026\r\n");
    }

    @Test
    void whatIsWrittenIsReadBack() {
        List<List<String>> rows = List.of(List.of("a", "b;c", "d\"e"), List.of("", "é\nè", "x"));
        assertThat(cells(Csv.file(rows))).isEqualTo(rows);
    }

    @Test
    void readsBothSeparatorsBothCharsetsAndEveryLineEnd() {
        assertThat(cells("login,name\r\nx,\"Éva, Line\"\r\n".getBytes(StandardCharsets.UTF_8)))
                .containsExactly(List.of("login", "name"), List.of("x", "Éva, Line"));
        assertThat(cells("login;name\rx;Éva".getBytes(Charset.forName("windows-1252"))))
                .containsExactly(List.of("login", "name"), List.of("x", "Éva"));
        assertThat(Csv.read("a;b\n\n\"c\nd\";e\nf;g".getBytes(StandardCharsets.UTF_8)).stream()
                        .map(Csv.Row::line)
                        .toList())
                .containsExactly(1, 2, 3, 5);
        assertThat(cells(new byte[0])).isEmpty();
    }
}
