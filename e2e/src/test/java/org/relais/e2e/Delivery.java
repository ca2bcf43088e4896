package org.relais.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Page;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** What a midwife does about a birth: she writes it, prints both bands, and reads them before child and mother are parted. */
final class Delivery {
    static final Pattern BIRTH = Pattern.compile(".*/births/[0-9a-f]{32}$");

    private static final String PRINTED = "a[href$='bands.pdf']";

    private final Station station;
    private final Page page;
    private final Scanner scanner;

    Delivery(Station station) {
        this.station = station;
        this.page = station.page();
        this.scanner = Scanner.at(station, Keyboard.US);
    }

    /** What the bands of a newborn and its mother say. */
    record Bands(String newborn, String mother) {
        /** Before any is printed. */
        static final Bands NONE = new Bands("", "");

        /** The number that both bear. */
        String matching() {
            return mother.split("\\|")[2];
        }
    }

    /** Writes a birth of five minutes ago on the form that is open; returns the page of the newborn. */
    String born(String sex) {
        page.waitForSelector("#time");
        page.fill("#time", "-5");
        page.check("#issue-LIVE");
        page.check("#sex-" + sex);
        page.fill("#birthplace", "97209");
        page.click("form[action^='/births/'] button.primary");
        page.waitForURL(BIRTH);
        return page.url();
    }

    /** Prints the bands; whoever became alike meanwhile is looked at first. Returns their pages. */
    List<BufferedImage> print(Path folder) throws IOException, InterruptedException {
        asks();
        page.waitForSelector(PRINTED + ", main [role=alert]");
        if (page.locator(PRINTED).count() == 0) {
            assertThat(page.locator("#checked").count())
                    .as(page.innerText("main"))
                    .isOne();
            asks();
        }
        page.waitForSelector(PRINTED);
        APIResponse answer = page.request().get(station.address(page.getAttribute(PRINTED, "href")));
        assertThat(answer.status()).isEqualTo(200);
        return PaperCodes.pages(answer.body(), folder);
    }

    private void asks() {
        if (page.locator("#checked").count() > 0) {
            page.check("#checked");
        }
        page.click("form[action$='/bands'] button");
    }

    /** Prints both bands and reads every code on them as a scanner would. */
    Bands bands(Path folder) throws IOException, InterruptedException {
        List<BufferedImage> pages = print(folder);
        assertThat(pages).hasSize(2);
        Set<String> codes = new TreeSet<>(PaperCodes.matrices(pages.getFirst()));
        codes.addAll(PaperCodes.matrices(pages.get(1)));
        return new Bands(one(codes, "RELAIS1|N|"), one(codes, "RELAIS1|B|"));
    }

    private static String one(Set<String> codes, String beginning) {
        List<String> found =
                codes.stream().filter(code -> code.startsWith(beginning)).toList();
        assertThat(found).as(beginning + " among " + codes).hasSize(1);
        return found.getFirst();
    }

    /** Reads two bands, in whatever order, and goes to the newborn ward with them; what comes is for the caller to see. */
    void separate(String... bands) {
        page.waitForSelector("#sep-child");
        page.selectOption("#where", "NEONATOLOGY");
        scan("separation", bands);
    }

    /** Reads two bands and brings the child back. */
    void reunite(String... bands) {
        page.waitForSelector("#back-child");
        scan("reunion", bands);
    }

    private void scan(String step, String... bands) {
        for (String band : bands) {
            scanner.scan(band);
        }
        page.fill("form[action$='/" + step + "'] [name=with]", "Mme Louise");
        page.click("form[action$='/" + step + "'] button");
    }
}
