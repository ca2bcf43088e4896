package org.relais.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ResourceBundle;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.relais.kernel.Language;

class TextsTest {
    @Test
    void bothLanguagesHoldTheSameKeysAndNoStraightApostropheInFrench() {
        ResourceBundle french = bundle(Language.FR);
        assertThat(new TreeSet<>(french.keySet()))
                .isEqualTo(new TreeSet<>(bundle(Language.EN).keySet()));
        for (String key : french.keySet()) {
            assertThat(french.getString(key))
                    .as(key)
                    .doesNotContain("'")
                    .doesNotContainPattern("[^\\u00A0\\u202F][;:?!»]");
        }
    }

    @Test
    void everySheetHasATitle() {
        for (Sheet sheet : Sheet.values()) {
            assertThat(Words.in(Language.FR).say(sheet.titleKey())).isNotBlank();
        }
    }

    private static ResourceBundle bundle(Language language) {
        return ResourceBundle.getBundle("i18n.paper", java.util.Locale.of(language.code()));
    }
}
