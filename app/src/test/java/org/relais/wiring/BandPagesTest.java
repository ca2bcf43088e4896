package org.relais.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.relais.access.Role;
import org.relais.care.births.Birth;
import org.relais.care.births.BirthFact.Issue;
import org.relais.care.births.Coming;
import org.relais.care.identity.desk.IdentityFact.Guarded;
import org.relais.care.identity.desk.IdentityFact.Named;
import org.relais.care.identity.desk.Protection;
import org.relais.care.identity.desk.Told;
import org.relais.care.identity.numbers.DowntimeNumber;
import org.relais.care.labels.BirthMark;
import org.relais.care.labels.LabelEntry;
import org.relais.kernel.PatientId;
import org.relais.kernel.RecordKey;
import org.relais.kernel.Sex;
import org.relais.paper.DotFormat;
import org.relais.upkeep.printers.Printer;

/** The pages of bands: whose newborn, of which rank, who could be taken for its mother, and a printer that fails. */
class BandPagesTest {
    private static final RecordKey KEY = new RecordKey("GAM", "IPP1");

    @TempDir
    Path folder;

    private PeopledHouse house;
    private BirthsOfADay day;
    private Browser browser;
    private PatientId mother;

    @BeforeEach
    void open() {
        house = new PeopledHouse(folder);
        hears("IPP1", "ZAMIRE^LUCE", "19900203", "F");
        day = new BirthsOfADay(house.site.house, SmallHouse.START);
        mother = id("IPP1");
        house.person("dmc", Role.DMC);
        house.person("mw", Role.MIDWIFE, SmallHouse.MATERNITY);
        browser = house.browser().in("mw", PeopledHouse.PASSWORD);
    }

    @AfterEach
    void close() {
        browser.close();
        house.close();
    }

    private void hears(String number, String name, String born, String sex) {
        house.site.hears(String.join(
                "\r",
                "MSH|^~\\&|GAM|HOP|R|R|20261122080000||ADT^A01|B" + number + "|P|2.5",
                "PID|||" + number + "^^^GAM^PI||" + name + "^^^^^L||" + born + "|" + sex,
                "PV1||I|MAT^101^A",
                ""));
    }

    private PatientId id(String number) {
        return house.site
                .house
                .models()
                .patients()
                .byRecord(new RecordKey("GAM", number))
                .orElseThrow()
                .id();
    }

    private Birth born(String given, int rank, int of) {
        return day.born(BirthsOfADay.coming(new Coming.Mother(mother, "IPP1"), given, rank, of));
    }

    private HttpResponse<String> bands(PatientId of, Map<String, String> typed) {
        Map<String, String> fields =
                new HashMap<>(Map.of("newbornBand", "2", "printer", Printer.USUAL.id(), "checked", "yes", "band", "0"));
        fields.putAll(typed);
        String form = "/labels/" + of.hex();
        return browser.fill(form, form, fields);
    }

    private LabelEntry last(PatientId of) {
        house.site.folded();
        return house.site.house.models().labels().entries(List.of(of)).getFirst();
    }

    @Test
    void aTwinsBandOfThePageOfLabelsSaysItsRankAndItsMothersNumber() {
        Birth first = born("", 1, 2);
        Birth second = day.born(BirthsOfADay.coming(new Coming.After(first), "", 2, 2));
        assertThat(browser.get("/labels/" + second.child().hex()).body())
                .contains("IPP1")
                .doesNotContain("name=\"rank\"");
        assertThat(bands(second.child(), Map.of()).statusCode()).isEqualTo(303);
        assertThat(last(second.child()).said().birth()).isEqualTo(new BirthMark(2, 2, "IPP1"));
    }

    @Test
    void theBandOfASecretBirthIsAskedForNoMother() {
        house.site
                .house
                .identityDesk()
                .guard(
                        SmallHouse.OPERATOR,
                        new Guarded(
                                Named.of(KEY), Protection.SECRET_BIRTH, true, "sa demande", Told.now(SmallHouse.START)))
                .orThrow();
        Birth birth = day.born(
                new Coming(new Coming.Mother(mother, ""), "", "", Sex.MALE, "97209", 1, 1, Issue.LIVE, "MAT", null));
        assertThat(browser.get("/labels/" + birth.child().hex()).body()).doesNotContain("name=\"mother\"");
        assertThat(bands(birth.child(), Map.of("mother", "IPP1")).statusCode()).isEqualTo(303);
        assertThat(last(birth.child()).said().birth()).isEqualTo(new BirthMark(1, 1, null));
    }

    @Test
    void theBandReadOfAMotherWhoseChildWasBornElsewhereIsHerNumberAndNothingElseIs() {
        hears("IPP9", "ZAMIRE^ANA", "20261120", "F");
        PatientId child = id("IPP9");
        assertThat(bands(child, Map.of("mother", "RELAIS1|N|IPP7|1")).statusCode())
                .isEqualTo(422);
        assertThat(bands(child, Map.of("mother", "RELAIS1|D|IPP1|1")).statusCode())
                .isEqualTo(422);
        assertThat(bands(child, Map.of("mother", "RELAIS1|B|IPP1|1")).statusCode())
                .isEqualTo(303);
        assertThat(last(child).said().birth()).isEqualTo(new BirthMark(1, 1, "IPP1"));
    }

    @Test
    void whoCouldBeTakenForTheMotherIsShownBeforeHerBandIsPrinted() {
        hears("IPP2", "ZAMIRE^LUCE", "19910304", "F");
        Birth birth = born("Lou", 1, 1);
        String page = "/births/" + birth.child().hex();
        assertThat(browser.get(page).body()).contains("04/03/1991");
        String action = page + "/bands";
        HttpResponse<String> unchecked = browser.fill(page, action, Map.of());
        assertThat(unchecked.statusCode()).isEqualTo(422);
        assertThat(unchecked.body())
                .as("who became alike since the page was opened is read at once")
                .contains("role=\"alert\"", "id=\"checked\"", "04/03/1991");
        assertThat(house.site.house.models().labels().entries(List.of(mother))).isEmpty();
        assertThat(browser.fill(page, action, Map.of("checked", "yes")).statusCode())
                .isEqualTo(303);
        house.site.folded();
        assertThat(house.site.house.models().labels().entries(List.of(mother))).hasSize(1);
        Birth second = day.born(BirthsOfADay.coming(new Coming.After(birth), "Zoé", 2, 2));
        String next = "/births/" + second.child().hex();
        assertThat(browser.get(next).body())
                .as("her band is not printed again: her twin is who could be taken for the child")
                .doesNotContain("04/03/1991");
        assertThat(browser.fill(next, next + "/bands", Map.of("checked", "yes")).statusCode())
                .isEqualTo(303);
        house.site.folded();
        assertThat(house.site.house.models().labels().entries(List.of(mother))).hasSize(1);
    }

    /** Whoever asks for secrecy after her child's bands were printed: no address leads to them any more. */
    @Test
    void bandsThatLeadToAMotherOpenNoMoreOnceSheAskedForSecrecy() {
        Birth birth = born("Lou", 1, 1);
        String page = "/births/" + birth.child().hex();
        assertThat(browser.fill(page, page + "/bands", Map.of()).statusCode()).isEqualTo(303);
        house.site.folded();
        long position = last(birth.child()).position();
        String pdf = page + "/bands/" + position + "/bands.pdf";
        assertThat(browser.get(page).body()).contains(pdf);
        assertThat(browser.get(pdf).statusCode()).isEqualTo(200);
        Guarded secret =
                new Guarded(Named.of(KEY), Protection.SECRET_BIRTH, true, "sa demande", Told.now(SmallHouse.START));
        house.site.house.birthDesk().guard(SmallHouse.OPERATOR, secret).orThrow();
        house.site.folded();
        assertThat(browser.get(page).body())
                .doesNotContain("bands.pdf", "ZAMIRE")
                .contains("ne disent plus ce qui est connu");
        assertThat(browser.get(pdf).statusCode()).isEqualTo(404);
    }

    /** A number is read out in groups, as it is printed. */
    @Test
    void theNumberOfAWrongBandIsShoutedAsItIsPrinted() {
        Birth birth = born("Lou", 1, 1);
        day.banded(mother, birth, "IPP1");
        Birth other = day.born(BirthsOfADay.coming(new Coming.After(birth), "Zoé", 2, 2));
        String page = "/births/" + birth.child().hex();
        HttpResponse<String> answer = browser.fill(
                page,
                page + "/separation",
                Map.of("child", other.number(), "mother", "IPP1", "where", "NEONATOLOGY", "with", "Mme Louise"));
        assertThat(answer.headers().firstValue("Location").orElseThrow()).endsWith("/mismatch");
        assertThat(browser.get(page + "/mismatch").body())
                .contains(DowntimeNumber.read(other.number()).orThrow().text())
                .contains("ZAMIRE ZOE");
    }

    /** Off, closing early, then as it should be: in words, noted, tried again; no newborn leaves with bands never printed. */
    @Test
    void whatAPrinterDidNotPrintIsSaidNotedAndSentAgain() throws IOException {
        Birth birth = born("Lou", 1, 1);
        day.banded(mother, birth, "IPP1");
        try (ServerSocket listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int port = listener.getLocalPort();
            DotFormat wrist = new DotFormat(203, 25, 178, 20);
            Printer printer = new Printer(
                    "nb", "Nouveau-nés", Printer.Loaded.NEWBORN_BANDS, null, wrist, "127.0.0.1", port, true);
            house.site
                    .house
                    .models()
                    .printers()
                    .set(SmallHouse.OPERATOR, printer)
                    .orThrow();
            Birth second = day.born(BirthsOfADay.coming(new Coming.After(birth), "Zoé", 2, 2));
            String done = bands(second.child(), Map.of("printer", "nb"))
                    .headers()
                    .firstValue("Location")
                    .orElseThrow()
                    .replaceFirst("\\?.*", "");
            CompletableFuture<byte[]> early = taken(listener, 0);
            HttpResponse<String> answer = browser.fill(done, done + "/send", Map.of());
            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.body()).contains("127.0.0.1:" + port, "pas tout");
            early.join();
            house.site.folded();
            assertThat(browser.get("/labels/" + second.child().hex()).body()).contains("Non imprimé");
            assertThat(house.site.house.birthDesk().banded(now(second))).isFalse();
            CompletableFuture<byte[]> whole = taken(listener, Integer.MAX_VALUE);
            assertThat(browser.fill(done, done + "/send", Map.of()).statusCode())
                    .isEqualTo(303);
            assertThat(new String(whole.join(), StandardCharsets.US_ASCII))
                    .startsWith("~SD20")
                    .endsWith("^XZ\n")
                    .as("the same as a file")
                    .isEqualTo(browser.get(done + "/labels.zpl").body());
            house.site.folded();
            assertThat(browser.get("/labels/" + second.child().hex()).body()).doesNotContain("Non imprimé");
            assertThat(house.site.house.birthDesk().banded(now(second))).isTrue();
        }
    }

    private Birth now(Birth birth) {
        return house.site
                .house
                .folded()
                .query(() -> house.site.house.models().births().of(Set.of(birth.child())))
                .orElseThrow();
    }

    /** A printer that takes so many bytes of one connection, and closes it. */
    private static CompletableFuture<byte[]> taken(ServerSocket listener, int bytes) {
        return CompletableFuture.supplyAsync(() -> {
            try (Socket caller = listener.accept()) {
                return caller.getInputStream().readNBytes(bytes);
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        });
    }
}
