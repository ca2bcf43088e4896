package org.relais.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Somebody is looked for as tired people type: Mme JOSEPH-MONROSE is found, and the page says why. */
@ExtendWith(Hospital.Visit.class)
class FindingTest {
    private static Hospital hospital;

    @BeforeAll
    static void visit(Hospital open) {
        hospital = open;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jospeh monrose",
                "josef monroze",
                "maelle joseph",
                "josephmonrose",
                "valceran mael 17031994",
                "monrose maelle 18031994"
            })
    void isFoundAndSaysWhy(String typed) {
        try (Station station = hospital.at("sagefemme", "fr")) {
            Locator row = asked(station, typed);
            assertThat(row.locator(".why").innerText()).containsAnyOf("nom de naissance", "nom utilisé");
        }
    }

    @Test
    void whatIsNotWholeStandsApart() {
        try (Station station = hospital.at("sagefemme", "fr")) {
            asked(station, "jospeh monrose");
            assertThat(station.page().locator("tr.group").innerText()).contains("approchantes");
            station.accessible().worded().picture("patients-near");
        }
    }

    private static Locator asked(Station station, String typed) {
        Page page = station.go("patients").page();
        page.fill("#q", typed);
        page.keyboard().press("Enter");
        Locator row = page.locator("tr.link", new Page.LocatorOptions().setHasText("JOSEPH-MONROSE"))
                .first();
        row.waitFor();
        return row;
    }
}
