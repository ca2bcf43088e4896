package org.relais.e2e;

import com.microsoft.playwright.Page;
import java.util.regex.Pattern;

/** What is done at the door, where identities begin, by keyboard and scanner alone. */
final class Door {
    static final Pattern IDENTITY = Pattern.compile(".*/identities/[0-9a-f]{32}");

    private final Station station;
    private final Page page;

    Door(Station station) {
        this.station = station;
        this.page = station.page();
    }

    /** A newcomer as she tells who she is. */
    record Told(String birth, String family, String given, String birthplace) {}

    /** From the list of patients: searched first by birth date and three letters, known to nobody. */
    Hand search(Told newcomer) {
        station.go("patients");
        page.waitForSelector("[data-new]");
        page.locator("#main").focus();
        Hand hand = new Hand(station);
        hand.press("n");
        page.waitForSelector("#q-birth:focus");
        hand.type(newcomer.birth);
        hand.press("Tab");
        hand.type(newcomer.family.substring(0, 3));
        hand.press("Enter");
        page.waitForSelector("#family:focus");
        return hand;
    }

    /** Then registered: a woman, whose five traits are typed. */
    void register(Hand hand, Told newcomer) {
        hand.type(newcomer.family);
        hand.press("Tab");
        hand.type(newcomer.given);
        for (String key : new String[] {"Tab", "Space", "Tab", "Tab"}) {
            hand.press(key);
        }
        hand.type(newcomer.birthplace);
        hand.press("Enter");
        page.waitForURL(IDENTITY);
    }

    /** Somebody nobody knows: one act is enough. */
    void unknown() {
        page.click("form[action='/identities/unknown'] > p button");
        page.waitForURL(IDENTITY);
    }

    /**
     * The text of an INS DataMatrix, in an order seen in the wild.
     *
     * @param number with its key
     * @param birth  {@code JJ-MM-AAAA}
     */
    static String ins(String number, String family, String given, String birth) {
        return "IS01" + "0".repeat(22) + "S6" + birth + "S4" + family + Scanner.GS + "S3" + given + Scanner.GS
                + "S5FS797209" + "S21.2.250.1.213.1.4.8" + Scanner.GS + "S1" + number;
    }
}
