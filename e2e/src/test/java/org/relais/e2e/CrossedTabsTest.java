package org.relais.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Two patients open in two tabs: a form of one sent to where the other's goes is refused in words, and nothing is written. */
@ExtendWith(Hospital.Visit.class)
class CrossedTabsTest {
    /** The forms of a page that write about a patient. */
    private static final String FORMS = "main form[method=post]:has(input[type=hidden][name=patient])";

    /** As a form that is sent where another tab's goes; fields left empty do not hold it back. */
    private static final String SEND =
            "(form, action) => { form.action = action; HTMLFormElement.prototype.submit.call(form); }";

    private static Hospital hospital;
    private static Station midwife;
    private static Page one;
    private static Page other;
    private static String mother;
    private static String stranger;

    @BeforeAll
    static void twoTabs(Hospital open) {
        hospital = open;
        midwife = hospital.at("sagefemme", "fr");
        mother = Hospital.chart(midwife).replaceAll(".*/", "");
        new Door(midwife.go("identities")).unknown();
        stranger = midwife.page().url().replaceAll(".*/", "");
        one = midwife.page();
        other = one.context().newPage();
    }

    @AfterAll
    static void closed() {
        if (midwife != null) {
            midwife.close();
        }
    }

    private static List<Locator> forms(Page tab, String path, String id) {
        tab.navigate(hospital.url() + path.formatted(id));
        tab.waitForSelector("main form");
        return tab.locator(FORMS).all();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "identities/%s",
                "identities/%s/correct",
                "labels/%s",
                "births/for/%s",
                "patients/%s/found",
                "patients/%s/ctg",
                "patients/%s/haemorrhage"
            })
    void everyFormOfAPageIsRefusedForTheOther(String path) {
        String from = path.endsWith("/correct") ? stranger : mother;
        String to = from.equals(mother) ? stranger : mother;
        int forms = forms(one, path, from).size();
        assertThat(forms).as("forms of " + path).isPositive();
        for (int at = 0; at < forms; at++) {
            Locator form = forms(one, path, from).get(at);
            String action = Objects.requireNonNull(form.getAttribute("action")).replace(from, to);
            Response answer = one.waitForResponse(
                    got -> got.request().method().equals("POST") && got.url().endsWith(action),
                    () -> form.evaluate(SEND, action));
            one.waitForSelector("main >> text=/un autre patient/");
            assertThat(answer.status()).as(action).isEqualTo(409);
            assertThat(one.innerText("main"))
                    .as(action)
                    .contains("un autre patient")
                    .containsIgnoringCase("rien n'a été");
        }
    }

    @Test
    void eachTabKeepsItsOwnAfterwards() {
        forms(one, "identities/%s", mother);
        forms(other, "identities/%s", stranger);
        assertThat(one.innerText("main")).contains(Hospital.MOTHER).doesNotContain("INCONNU-");
        assertThat(other.innerText("main")).contains("INCONNU-").doesNotContain(Hospital.MOTHER);
    }
}
