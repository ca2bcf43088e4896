package org.relais.care.identity.linkage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.relais.care.identity.match.Decision;
import org.relais.care.identity.match.Linkage;
import org.relais.care.identity.match.LinkedPairs;

/** FEBRL 1 (doubles of one list) and 4 (two lists), without labels, one configuration. */
class FebrlTest {
    private static final Path FEBRL =
            Path.of(System.getProperty("relais.corpora", "../../shared/corpora"), "linkage", "febrl");
    private static final ListMapping MAPPING = new ListMapping(Map.of(
            ListField.ROW_ID, List.of("rec_id"),
            ListField.SURNAME, List.of("surname"),
            ListField.GIVEN_NAME, List.of("given_name"),
            ListField.BIRTH_DATE, List.of("date_of_birth"),
            ListField.ADDRESS, List.of("address_1"),
            ListField.POSTCODE, List.of("postcode"),
            ListField.PLACE, List.of("suburb"),
            ListField.IDENTIFIER, List.of("soc_sec_id")));

    private static Truth link(String... names) throws IOException {
        assumeTrue(Files.isDirectory(FEBRL), "no FEBRL lists at " + FEBRL.toAbsolutePath() + ": not checked");
        PersonList list = new PersonList();
        for (String name : names) {
            if (list.register().rows() > 0) {
                list.register().beginRight();
            }
            try (Reader file = Files.newBufferedReader(FEBRL.resolve(name))) {
                ListReader reader = Objects.requireNonNull(ListReader.open(file));
                reader.map(MAPPING);
                reader.truth("rec_id");
                reader.read(list, LocalDate.of(2026, 11, 26));
            }
        }
        LinkedPairs pairs = Linkage.run(list.register()).pairs();
        for (int at = 0; at < pairs.size(); at++) {
            if (pairs.probability(at) >= Decision.SURE) {
                assertThat(list.truth(pairs.left(at))).isEqualTo(list.truth(pairs.right(at)));
            }
        }
        return Truth.of(list, pairs);
    }

    @Test
    void doublesOfFebrl1AreFound() throws IOException {
        Truth truth = link("dataset1.csv");
        assertThat(truth.truePairs()).isEqualTo(500);
        assertThat(truth.f1()).isGreaterThanOrEqualTo(.999);
    }

    @Test
    void bothListsOfFebrl4AreLinked() throws IOException {
        Truth truth = link("dataset4a.csv", "dataset4b.csv");
        assertThat(truth.truePairs()).isEqualTo(5000);
        assertThat(truth.f1()).isGreaterThanOrEqualTo(.999);
    }
}
