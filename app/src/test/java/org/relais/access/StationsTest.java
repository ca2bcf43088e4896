package org.relais.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.relais.access.Stations.Calibrated;
import org.relais.journal.Draft;
import org.relais.kernel.Outcome;
import org.relais.kernel.Who;

class StationsTest {
    private static final Who WHO = new Who.Operator();
    private static final String ONE = "1".repeat(32);
    private static final String TWO = "2".repeat(32);

    private final AccessRoom room = new AccessRoom();
    private final Stations stations = new Stations();

    private void calibrated(String station, String name, String layout, String gs) {
        Draft draft = Stations.calibrate(WHO, new Calibrated(station, name, layout, gs))
                .orThrow();
        room.write(List.of(draft));
        stations.apply(room.entries.getLast());
    }

    private static String refusal(Calibrated asked) {
        return switch (Stations.calibrate(WHO, asked)) {
            case Outcome.Done<Draft> _ -> "done";
            case Outcome.Refused<Draft>(var problem) -> problem.messageKey();
        };
    }

    @Test
    void keepsTheLastCalibrationOfEachStation() {
        calibrated(ONE, "Salle de soins", "us", "sent");
        room.clock.advance(Duration.ofHours(1));
        calibrated(TWO, " Accueil ", "fr", "dropped");
        calibrated(ONE, "Salle de soins Maternité", "fr", "7e");
        assertThat(stations.find(ONE))
                .map(Stations.Station::how)
                .contains(new Calibrated(ONE, "Salle de soins Maternité", "fr", "7e"));
        assertThat(stations.find("3".repeat(32))).isEmpty();
        assertThat(stations.list())
                .extracting(one -> one.how().name())
                .containsExactly("Accueil", "Salle de soins Maternité");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "   ", "Salle\nde soins", "1234567890123456789012345678901234567890123456789012345678901"})
    void aStationHasAName(String name) {
        assertThat(refusal(new Calibrated(ONE, name, "us", "sent"))).isEqualTo("access.station-name");
    }

    @ParameterizedTest
    @CsvSource({"de,sent", "US,sent", "'',sent", "us,''", "us,x", "fr,lost", "fr,1D", "fr,12345"})
    void aLayoutAndWhatBecomesOfGsAreKnownOnes(String layout, String gs) {
        assertThat(refusal(new Calibrated(ONE, "Accueil", layout, gs))).isEqualTo("access.station-how");
    }

    @ParameterizedTest
    @CsvSource({"us,sent", "fr,dropped", "us,7e", "fr,00a6"})
    void whatScannersDoIsTaken(String layout, String gs) {
        assertThat(refusal(new Calibrated(ONE, "Accueil", layout, gs))).isEqualTo("done");
    }

    @Test
    void aSnapshotHoldsEverything() throws IOException {
        calibrated(ONE, "Salle de soins", "us", "sent");
        calibrated(TWO, "Accueil", "fr", "7e");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        stations.save(new DataOutputStream(bytes));
        Stations again = new Stations();
        again.load(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
        assertThat(again.list()).isEqualTo(stations.list());
        assertThat(again.find(TWO)).isEqualTo(stations.find(TWO));
    }
}
