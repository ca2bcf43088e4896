package org.relais.web.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.relais.kernel.Language;
import org.relais.web.Gallery.Scene;

class NodePagesTest {
    @Test
    void escapesWhatDataHoldAndMissesNoText() {
        for (Scene scene : NodeScenes.all()) {
            for (Language language : Language.values()) {
                String html = new String(scene.render(language), StandardCharsets.UTF_8);
                assertThat(html)
                        .as(scene.name())
                        .doesNotContain(
                                "??", "<Bellerose>", "<étage", "<CH-POINTE>", "<b>x</b>", "<b>Ange</b>", "<MAT>");
            }
        }
    }

    @Test
    void showsASegmentALineAndControlCharactersByTheirCode() {
        assertThat(RawMessagePage.lines("MSH|a\rPID|b\u0001\u007f\r\nZZZ|\u202e"))
                .containsExactly("MSH|a", "PID|b‹U+0001›‹U+007F›", "ZZZ|‹U+202E›");
    }

    @Test
    void groupsAHashByEight() {
        assertThat(BackupController.grouped("0123456789abcdef")).isEqualTo("01234567 89abcdef");
    }
}
