package org.relais.web.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class RawTextTest {
    @Test
    void splitsSegmentsAndMakesControlCharactersVisible() {
        byte[] raw = "MSH|^~\\&|A\rPID|1\u0001|É".getBytes(StandardCharsets.UTF_8);
        assertThat(RawText.segments(raw))
                .extracting(RawPage.Segment::name, RawPage.Segment::rest)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("MSH", "|^~\\&|A"),
                        org.assertj.core.groups.Tuple.tuple("PID", "|1\u2401|É"));
    }

    @Test
    void showsWhatIsNoMessageAtAll() {
        assertThat(RawText.segments(new byte[] {0, 'x'}))
                .extracting(RawPage.Segment::name)
                .containsExactly("\u2400x");
    }
}
