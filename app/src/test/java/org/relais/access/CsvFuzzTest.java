package org.relais.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.List;

/** Any file of accounts: read, or each wrong line told; and what is written is never a formula. */
class CsvFuzzTest {
    @FuzzTest
    void accounts(byte[] file) {
        switch (AccountCsv.read(file, ward -> ward.value().startsWith("M"))) {
            case AccountCsv.Reading.Parsed(List<AccountCsv.Line> lines) ->
                assertThat(lines).isNotEmpty().allSatisfy(line -> {
                    assertThat(line.account().login()).isNotBlank();
                    assertThat(line.account().roles()).isNotEmpty();
                });
            case AccountCsv.Reading.Rejected(List<AccountCsv.LineError> errors) ->
                assertThat(errors).isNotEmpty().allMatch(error -> error.line() >= 1);
        }
    }

    @FuzzTest
    void writtenAgain(byte[] file) {
        for (Csv.Row row : Csv.read(file)) {
            for (String cell : row.cells()) {
                String written = Csv.cell(cell);
                String shown = written.startsWith("\"") ? written.substring(1) : written;
                assertThat(shown).doesNotStartWith("=").doesNotStartWith("+").doesNotStartWith("@");
            }
        }
    }
}
