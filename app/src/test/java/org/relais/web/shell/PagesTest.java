package org.relais.web.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.relais.kernel.Language;
import org.relais.web.Gallery;
import org.relais.web.Scenes;

/** What holds for every page, in both languages. */
class PagesTest {
    private static final int HTML_BUDGET = 60 * 1024;
    private static final int CSS_BUDGET = 32 * 1024;
    private static final int JS_BUDGET = 120 * 1024;

    private static String html(Gallery.Scene scene, Language language) {
        return new String(scene.render(language), StandardCharsets.UTF_8);
    }

    @Test
    void everyPageHoldsToTheContentSecurityPolicy() {
        for (Gallery.Scene scene : Gallery.all()) {
            String html = html(scene, Language.FR);
            assertThat(html).as(scene.name()).doesNotContainPattern("\\sstyle=|<style|\\son[a-z]+=\"|<script>");
        }
    }

    @Test
    void everyFormThatWritesCarriesTokenAndKey() {
        for (Gallery.Scene scene : Gallery.all()) {
            for (String form : html(scene, Language.FR).split("<form ")) {
                if (form.startsWith("method=\"post\"") || form.matches("(?s)[^>]*method=\"post\".*")) {
                    String inside = form.contains("</form>") ? form.substring(0, form.indexOf("</form>")) : "";
                    assertThat(inside).as(scene.name()).contains("name=\"_csrf\"");
                    assertThat(inside).as(scene.name()).containsPattern("name=\"_once\" value=\"[0-9a-f]{32}\"");
                }
            }
        }
    }

    @Test
    void noFieldStandsInALiveRegion() {
        int regions = 0;
        for (Gallery.Scene scene : Gallery.all()) {
            for (String region : html(scene, Language.FR).split("data-region>")) {
                if (region.contains("<!DOCTYPE")) {
                    continue;
                }
                regions++;
                assertThat(region.substring(0, region.indexOf("</table>") < 0 ? 0 : region.indexOf("</table>")))
                        .as(scene.name())
                        .doesNotContain("<form", "<input", "<select", "<textarea");
                assertThat(!region.contains("<tbody>") || region.contains("data-row"))
                        .as(scene.name())
                        .isTrue();
            }
        }
        assertThat(regions).isGreaterThan(3);
    }

    @Test
    void everyPageHasOneHeadingOneMainAndItsLanguage() {
        for (Gallery.Scene scene : Gallery.all()) {
            for (Language language : Language.values()) {
                String html = html(scene, language);
                assertThat(Pattern.compile("<h1").matcher(html).results().count())
                        .as(scene.name())
                        .isEqualTo(1);
                assertThat(html).contains("<main id=\"main\"", "lang=\"" + language.code() + "\"");
            }
        }
    }

    @Test
    void noTextIsMissingOnAnyPage() {
        for (Gallery.Scene scene : Gallery.all()) {
            for (Language language : Language.values()) {
                assertThat(html(scene, language)).as(scene.name()).doesNotContain("??");
            }
        }
    }

    @Test
    void noPatientIsNamedInATitle() {
        for (Gallery.Scene scene : Gallery.all()) {
            String html = html(scene, Language.FR);
            assertThat(html.substring(html.indexOf("<title>"), html.indexOf("</title>")))
                    .doesNotContain("JOSEPH");
        }
    }

    @Test
    void everyIconThatAPageNamesIsInTheSprite() {
        String sprite = new String(Scenes.ASSETS.bytes("icons.svg").orElseThrow(), StandardCharsets.UTF_8);
        for (Gallery.Scene scene : Gallery.all()) {
            Pattern.compile("icons\\.svg#([a-z0-9-]+)")
                    .matcher(html(scene, Language.FR))
                    .results()
                    .forEach(icon -> assertThat(sprite).contains("id=\"" + icon.group(1) + "\""));
        }
        assertThat(Pattern.compile("<symbol").matcher(sprite).results().count()).isLessThanOrEqualTo(64);
    }

    @Test
    void pagesStayWithinTheirBudgets() {
        for (Gallery.Scene scene : Gallery.all()) {
            assertThat(scene.render(Language.FR).length).as(scene.name()).isLessThan(HTML_BUDGET);
        }
        assertThat(size(".css")).isLessThan(CSS_BUDGET);
        assertThat(size(".js")).isLessThan(JS_BUDGET);
    }

    private static int size(String ending) {
        return Scenes.ASSETS.names().stream()
                .filter(name -> name.endsWith(ending))
                .mapToInt(name -> Scenes.ASSETS.bytes(name).orElseThrow().length)
                .sum();
    }
}
