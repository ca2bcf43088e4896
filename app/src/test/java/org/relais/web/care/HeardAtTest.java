package org.relais.web.care;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.relais.web.Scenes;

class HeardAtTest {
    /** 14:10 in Martinique. */
    private static final Instant NOW = Instant.parse("2026-11-23T18:10:00Z");

    @ParameterizedTest
    @CsvSource({
        "1405,  2026-11-23T18:05:00Z",
        "14h05, 2026-11-23T18:05:00Z",
        "14:05, 2026-11-23T18:05:00Z",
        "905,   2026-11-23T13:05:00Z",
        "9h,    2026-11-23T13:00:00Z",
        "-20,   2026-11-23T17:50:00Z",
        "14:14, 2026-11-23T18:14:00Z",
        "23h30, 2026-11-23T03:30:00Z"
    })
    void readsTheUsualWritings(String typed, Instant expected) {
        assertThat(HeardAt.read(typed, NOW, Scenes.ZONE)).hasValue(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "14", "2505", "14h75", "hier", "-", "14:5:3"})
    void refusesWhatIsNoTime(String typed) {
        assertThat(HeardAt.read(typed, NOW, Scenes.ZONE)).isEmpty();
    }
}
