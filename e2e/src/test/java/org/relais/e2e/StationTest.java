package org.relais.e2e;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What every page is measured with sees what is wrong. */
class StationTest {
    private static String page(String part) {
        return "<!doctype html><html lang=\"fr\"><title>Essai</title><body><main><h1>Essai</h1>%s</main></body></html>"
                .formatted(part);
    }

    @ParameterizedTest
    @CsvSource({
        "<input type=text>,label",
        "<p style='color:#bbb;background:#fff'>pâle</p>,color-contrast",
        "<button></button>,button-name",
        "<h4>trop bas</h4>,heading-order",
        "<div id=a></div><label for=a>x</label><input aria-labelledby=zz>,label",
        "<a href=x style='display:inline-block;width:9px;height:9px'>x</a><a href=y>y</a>,target-size"
    })
    void whatAPageLacksIsTold(String part, String rule) {
        try (Chromium chromium = Chromium.start();
                Station station = new Station(chromium.browser(), "about:blank", "fr")) {
            station.page().setContent(page(part));
            assertThatThrownBy(station::accessible).hasMessageContaining(rule);
        }
    }

    @Test
    void aPageThatLacksNothingPasses() {
        try (Chromium chromium = Chromium.start();
                Station station = new Station(chromium.browser(), "about:blank", "fr")) {
            station.page().setContent(page("<p>Rien ne manque.</p>"));
            assertThatCode(station::accessible).doesNotThrowAnyException();
        }
    }
}
