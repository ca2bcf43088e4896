package org.relais.web.node;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.List;
import org.relais.access.BadgeText;
import org.relais.journal.crypto.RecoveryShare;
import org.relais.kernel.Outcome;
import org.relais.paper.LabelCode;
import org.relais.paper.PageCode;
import org.relais.testkit.Site;

/** Any text that a scanner or a hand may type: a page, a band or label, a person, a badge, a recovery part, a search, or none of them. */
class ScanFuzzTest {
    private static final int LONGEST = 4_000;

    @FuzzTest
    void scan(byte[] typed) {
        String text = new String(typed, 0, Math.min(typed.length, LONGEST), UTF_8);
        Scanned.read(text).ifPresent(scanned -> {
            switch (scanned) {
                case Scanned.Page(PageCode code) -> assertThat(code.text()).isEqualTo(text);
                case Scanned.Label(LabelCode code) -> assertThat(code.text()).isEqualTo(text);
                case Scanned.Person(String value) -> assertThat(value).isNotBlank();
            }
        });
        assertThat(Scanned.only(List.of(text, text))).isEqualTo(Scanned.read(text));
        BadgeText.split(text)
                .ifPresent(badge -> assertThat(BadgeText.is(badge.badge())).isTrue());
        if (RecoveryShare.read(text) instanceof Outcome.Done<RecoveryShare>(RecoveryShare part)) {
            assertThat(part.number()).isBetween(1, 5);
        }
        assertThat(new Site().patients.find(text, 5)).isEmpty();
    }
}
