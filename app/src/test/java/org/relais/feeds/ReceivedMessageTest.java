package org.relais.feeds;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.relais.hl7.Header;
import org.relais.kernel.FeedName;

/** Where the dedup keys of messages lie among each other. */
class ReceivedMessageTest {
    private static final Origin ORIGIN = new Origin(new FeedName("mllp"), "test", Via.MLLP);

    private static long place(String time, String control) {
        byte[] raw = ("MSH|^~\\&|GAM|CHP|RELAIS|CHP|" + time + "||ADT^A08|" + control + "|P|2.5\r")
                .getBytes(StandardCharsets.US_ASCII);
        return new ReceivedMessage(ORIGIN, raw).draft(Header.of(raw)).near();
    }

    @Test
    void ascendsWithTheTimeOfTheMessageThenWithItsNumber() {
        List<Long> places = List.of(
                place("20251231235959", "M999"),
                place("20260101000000+0100", "M000"),
                place("20260101000000", "M001"),
                place("20260101000000", "12002"),
                place("20260101000001.5", "1"),
                place("20260101000100", ""),
                place("20260101200000", "x"),
                place("99991231235959", "999"));
        assertThat(places).isSorted().doesNotHaveDuplicates();
        assertThat(places.getFirst()).isPositive();
        assertThat(places.getLast()).isLessThan(1L << 48);
    }

    @Test
    void isNowhereWithoutAReadableSecond() {
        assertThat(List.of(place("", "1"), place("202601010000", "1"), place("2026-01-01T00:0", "1")))
                .containsOnly(0L);
        byte[] none = "not a message".getBytes(StandardCharsets.US_ASCII);
        assertThat(new ReceivedMessage(ORIGIN, none).draft(Header.of(none)).near())
                .isZero();
    }
}
