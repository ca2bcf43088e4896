package org.relais.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.relais.access.Role;
import org.relais.care.identity.desk.Drawn;
import org.relais.care.identity.desk.IdentityFact.Guarded;
import org.relais.care.identity.desk.IdentityFact.Named;
import org.relais.care.identity.desk.Newcomer;
import org.relais.care.identity.desk.Protection;
import org.relais.care.identity.desk.Told;
import org.relais.web.shell.FormKey;

/** What whoever registers somebody at the door is told before she writes. */
class DoorPagesTest {
    private static final String NEW = "/identities/new";
    private static final String REGISTER = "/identities";
    private static final Pattern BITS = Pattern.compile("<td class=\"num\">([+\u2212])([0-9]+,[0-9])</td>");

    @TempDir
    Path folder;

    private PeopledHouse house;
    private Browser browser;

    @BeforeEach
    void open() {
        house = new PeopledHouse(folder);
        house.person("dmc", Role.DMC);
        browser = house.browser().in("dmc", PeopledHouse.PASSWORD);
    }

    @AfterEach
    void close() {
        browser.close();
        house.close();
    }

    private Drawn known(String family, String given) {
        Newcomer typed = SmallHouse.woman(family, given, LocalDate.of(1990, 2, 3));
        return house.site
                .house
                .identityDesk()
                .register(SmallHouse.OPERATOR, typed, Told.now(SmallHouse.START))
                .orThrow();
    }

    private String searched(String birth, String letters, String scan) {
        return browser.fill(NEW, NEW, Map.of("birth", birth, "letters", letters, "scan", scan))
                .body();
    }

    private HttpResponse<String> registers(String family, String given, Map<String, String> more) {
        Map<String, String> typed = new HashMap<>(
                Map.of("family", family, "given", given, "sex", "FEMALE", "birth", "03021990", "birthplace", "97209"));
        typed.put("document", "NONE");
        typed.putAll(more);
        typed.put("_once", FormKey.fresh());
        typed.put("_csrf", browser.csrf());
        return browser.post(REGISTER, typed);
    }

    @Test
    void whoIsKnownIsExplainedFlaggedAndToldFromWhoOnlyResembles() {
        known("ZAMIRE", "ROSE");
        known("ZAMIRE", "LISE");
        assertThat(searched("03021990", "zam", ""))
                .contains("ZAMIRE ROSE", "ZAMIRE LISE", "Même nom, même naissance", "<ul class=\"why small soft\">");
        assertThat(searched("02031990", "zam", "")).contains("Réponses approchantes", "jour et mois inversés");
        assertThat(browser.fill("/labels", "/labels", Map.of("q", "zam 02031990"))
                        .body())
                .contains("Réponses approchantes", "jour et mois inversés");
        assertThat(browser.fill("/births", "/births", Map.of("q", "zam 02031990"))
                        .body())
                .contains("Réponses approchantes", "jour et mois inversés", "Même nom, même naissance");
    }

    @Test
    void theBandOfSomebodyKnownShowsHerAndIsNoNewNumber() {
        Drawn made = known("ZAMIRE", "ROSE");
        assertThat(searched("", "", made.number().digits()))
                .contains("ZAMIRE ROSE", "est déjà le sien")
                .doesNotContain("est connu ainsi", "Numéro de pochette 0");
    }

    @Test
    void theSamePersonIsNotCreatedTwiceUnlessSomebodySaysThatSheIsAnother() {
        Drawn made = known("ZAMIRE", "ROSE");
        HttpResponse<String> again = registers("Zamire", "Rose Anne", Map.of());
        assertThat(again.statusCode()).isEqualTo(422);
        assertThat(again.body()).contains("existe déjà", made.patient().hex());
        assertThat(registers("Zamire", "Rose Anne", Map.of("another", "yes")).statusCode())
                .isEqualTo(303);
        assertThat(registers("Zamire", "Louise", Map.of()).statusCode()).isEqualTo(303);
    }

    @Test
    void aYearOfTwoDigitsThatMayBeOfTwoCenturiesIsNotGuessed() {
        HttpResponse<String> answer = registers("ZAMIRE", "ROSE", Map.of("birth", "03/02/26"));
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("1926", "2026", "quatre chiffres");
        assertThat(registers("ZAMIRE", "ROSE", Map.of("birth", "03/02/61")).statusCode())
                .isEqualTo(303);
    }

    @Test
    void aStatusIsChangedOnThePageAndADocumentThatValidatesIsNamed() {
        Drawn rose = known("ZAMIRE", "ROSE");
        String page = "/identities/" + rose.patient().hex();
        Map<String, String> typed =
                new HashMap<>(Map.of("act", "VALIDATE", "document", "NONE", "reason", "vue au guichet"));
        HttpResponse<String> unnamed = browser.fill(page, page + "/status", typed);
        assertThat(unnamed.statusCode()).isEqualTo(422);
        assertThat(unnamed.body()).contains("Choisissez la pi", "vue au guichet");
        typed.put("document", "PASSPORT");
        assertThat(browser.fill(page, page + "/status", typed).statusCode()).isEqualTo(303);
        assertThat(browser.get(page).body()).contains("Identité validée", "Passeport");
        typed.putAll(Map.of("act", "DOUBT", "document", "NONE"));
        assertThat(browser.fill(page, page + "/status", typed).statusCode()).isEqualTo(303);
        assertThat(browser.get(page).body()).contains("Identité douteuse");
    }

    /** Whoever asks where she lies reads first that she is not to be announced. */
    @Test
    void whatProtectsHerIsReadWhereverSheIsFoundAndOnHerChart() {
        Drawn rose = known("ZAMIRE", "ROSE");
        house.site
                .house
                .identityDesk()
                .guard(
                        SmallHouse.OPERATOR,
                        new Guarded(
                                Named.of(rose.number().key()),
                                Protection.VIOLENCE,
                                true,
                                "sa demande",
                                Told.now(SmallHouse.START)))
                .orThrow();
        assertThat(browser.fill("/patients", "/patients", Map.of("q", "zam 03021990"))
                        .body())
                .contains("ne pas annoncer");
        assertThat(searched("03021990", "zam", "")).contains("ne pas annoncer");
        assertThat(browser.get("/patients/" + rose.patient().hex()).body()).contains("ne pas annoncer");
    }

    @Test
    void whoeverCouldBeTakenForHerStandsInTheBannerOfHerIdentity() {
        Drawn rose = known("ZAMIRE", "ROSE");
        known("ZAMIRE", "LISE");
        String page = browser.get("/identities/" + rose.patient().hex()).body();
        assertThat(page.substring(0, page.indexOf("<div class=\"topline\">"))).contains("À ne pas confondre", "LISE");
    }

    /** What goes wrong is said beside the field, what was typed stands, and nobody was made. */
    @ParameterizedTest
    @CsvSource({"family,''", "given,''", "sex,''", "birth,''", "birthplace,''", "birthplace,97X", "birth,31/02/1990"})
    void withoutEachOfTheFiveTraitsNobodyIsRegistered(String field, String typed) {
        HttpResponse<String> answer = registers("Zamire", "Rose", Map.of(field, typed));
        assertThat(answer.statusCode()).isEqualTo(422);
        String marked = field.equals("sex") ? "role=\"radiogroup\"" : "name=\"" + field + "\"";
        assertThat(answer.body()).containsPattern(marked + "[^>]*aria-invalid=\"true\"");
        assertThat(answer.body()).contains(field.equals("given") ? "value=\"Zamire\"" : "value=\"Rose\"");
        assertThat(house.site.found("zamire")).isEmpty();
    }

    @Test
    void aNumberOfSinusLeadsToWhomItWasGiven() {
        assertThat(registers("ZAMIRE", "ROSE", Map.of("sinus", "ab12-0042")).statusCode())
                .isEqualTo(303);
        house.site.folded();
        assertThat(house.site.found("AB12-0042"))
                .singleElement()
                .satisfies(one -> assertThat(one.birthName().family()).isEqualTo("ZAMIRE"));
        assertThat(browser.fill("/patients", "/patients", Map.of("q", "AB12-0042"))
                        .body())
                .contains("ZAMIRE ROSE");
    }

    @Test
    void somebodyUnknownIsReadByWhatWasSeenOfHer() {
        HttpResponse<String> made = browser.fill(
                "/identities",
                "/identities/unknown",
                Map.of("sex", "FEMALE", "features", "environ 30 ans, tatouage <ancre> au poignet", "ward", "MAT"));
        assertThat(made.statusCode()).isEqualTo(303);
        String page =
                browser.get(made.headers().firstValue("Location").orElseThrow()).body();
        assertThat(page).contains("environ 30 ans, tatouage &lt;ancre&gt; au poignet", "Identité fictive");
    }

    /** Nobody said in which ward she is: that she is not in the hospital would be false. */
    @Test
    void whoIsRegisteredWithoutAWardIsNotSaidToBeElsewhere() {
        HttpResponse<String> made = registers("ZAMIRE", "ROSE", Map.of());
        String page = made.headers().firstValue("Location").orElseThrow();
        assertThat(browser.get(page).body()).contains("Aucun séjour connu").doesNotContain("Non présent");
        HttpResponse<String> inWard = registers("BELROSE", "LISE", Map.of("ward", "MAT"));
        assertThat(browser.get(inWard.headers().firstValue("Location").orElseThrow())
                        .body())
                .contains("Maternité")
                .doesNotContain("Aucun séjour connu");
    }

    /** Two sisters: what speaks against them is seen, and nothing is hidden in the sum. */
    @Test
    void eachFieldSaysWhatItIsWorthAndTheWholeIsTheirSum() {
        Drawn rose = known("ZAMIRE", "ROSE");
        Drawn lise = known("ZAMIRE", "LISE");
        String page = browser.get("/identities/" + rose.patient().hex() + "/with/"
                        + lise.patient().hex())
                .body();
        List<Double> bits = BITS.matcher(page)
                .results()
                .map(one -> (one.group(1).equals("+") ? 1 : -1)
                        * Double.parseDouble(one.group(2).replace(',', '.')))
                .toList();
        List<Double> fields = bits.subList(0, bits.size() - 1);
        assertThat(fields)
                .hasSizeGreaterThanOrEqualTo(4)
                .anyMatch(one -> one < 0)
                .anyMatch(one -> one > 0);
        assertThat(bits.getLast())
                .isCloseTo(fields.stream().mapToDouble(Double::doubleValue).sum(), within(0.05 * bits.size()));
    }
}
