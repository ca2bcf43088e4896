package org.relais.care.identity.linkage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.relais.care.identity.match.Linkage;

/** Lists as they come: white space, quotes, missing values, odd dates. */
class ListReaderTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 26);
    private static final ListMapping MAPPING = new ListMapping(Map.of(
            ListField.ROW_ID, List.of("id"),
            ListField.SURNAME, List.of("nom"),
            ListField.GIVEN_NAME, List.of("prénom"),
            ListField.BIRTH_DATE, List.of("né le"),
            ListField.ADDRESS, List.of("n°", "rue")));

    private static @Nullable ListReader open(String text) throws IOException {
        ListReader reader = ListReader.open(new StringReader(text));
        if (reader != null) {
            reader.map(MAPPING);
        }
        return reader;
    }

    private static PersonList read(String text) throws IOException {
        ListReader reader = Objects.requireNonNull(open(text));
        PersonList list = new PersonList();
        reader.read(list, TODAY);
        return list;
    }

    @Test
    void spacesQuotesAndAByteOrderMarkAreNoObstacle() throws IOException {
        PersonList list = read(
                "\uFEFFID ; Nom; Prénom ;né le\r\n a1;  \"Joseph; dite \"\"Jo\"\"\" ; Line;25/12/1961\r\n\r\n a2;;\n");
        assertThat(list.register().rows()).isEqualTo(2);
        assertThat(list.id(0)).isEqualTo("a1");
        assertThat(list.id(1)).isEqualTo("a2");
    }

    @Test
    void columnsAreJoinedAndWhatIsMissingIsTold() throws IOException {
        ListReader reader = Objects.requireNonNull(open("id,nom,rue\n1,Joseph,rue Lamartine\n"));
        assertThat(reader.missing()).containsExactlyInAnyOrder("prénom", "né le", "n°");
        assertThat(reader.hasFields()).isTrue();
    }

    @Test
    void anEmptyFileHasNoHeader() throws IOException {
        assertThat(open("")).isNull();
        assertThat(open(" \n\n")).isNull();
    }

    @Test
    void aRowWithoutAnIdIsItsNumber() throws IOException {
        assertThat(read("nom\nJoseph\nMonrose\n").id(1)).isEqualTo("2");
    }

    @Test
    void aHugeCellIsCutAndAQuoteNeverClosedEndsWithTheFile() throws IOException {
        PersonList list = read("id,nom\n1," + "x".repeat(3_000_000) + "\n2,\"never\nclosed");
        assertThat(list.register().rows()).isEqualTo(2);
        assertThat(Linkage.run(list.register()).pairs().size()).isZero();
    }

    @Test
    void theTruthIsTheNumberInsideTheColumn() {
        assertThat(PersonList.numberIn("rec-223-org")).isEqualTo(223);
        assertThat(PersonList.numberIn("rec-10-dup-0")).isEqualTo(10);
        assertThat(PersonList.numberIn("none")).isEqualTo(PersonList.NO_TRUTH);
    }

    @ParameterizedTest
    @CsvSource({
        "19611225, 19611225",
        "1961-12-25, 19611225",
        "25/12/1961, 19611225",
        "25.12.61, 19611225",
        "25121961, 19611225",
        "1961-12-25T00:00:00, 19611225",
        "25 déc 1961, 19611225",
        "1961, 19610000",
        "12/1961, 19611200",
        "31/02/1961, 19610231",
        "?, 0",
        "'', 0"
    })
    void datesAreReadInAnyWriting(String text, int date) {
        assertThat(DateForms.of(List.of("25/12/1961", "03/04/1980"), TODAY).read(text))
                .isEqualTo(date);
    }

    @Test
    void theOrderOfDayAndMonthShowsInTheListAsAWhole() {
        DateForms american = DateForms.of(List.of("12/25/1961", "04/03/1980", "01/31/1975"), TODAY);
        assertThat(american.read("04/03/1980")).isEqualTo(19800403);
        DateForms yearFirst = DateForms.of(List.of("19081209", "19990219"), TODAY);
        assertThat(yearFirst.read("20101112")).isEqualTo(20101112);
        assertThat(yearFirst.read("19451331")).isEqualTo(19451331);
    }
}
