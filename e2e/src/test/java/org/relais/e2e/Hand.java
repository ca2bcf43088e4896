package org.relais.e2e;

import com.microsoft.playwright.Page;

/** The hand at a station: it presses, types, clicks and scans, and counts. */
final class Hand {
    private static final double PACE = 40;

    private final Station station;
    private final Page page;
    private int count;

    Hand(Station station) {
        this.station = station;
        this.page = station.page();
    }

    /** Keys, clicks and scans so far. */
    int count() {
        return count;
    }

    void press(String key) {
        page.keyboard().press(key);
        count++;
    }

    /** One key a character, at the pace of a hand: no scanner is that slow. */
    void type(String text) {
        page.keyboard().type(text, new com.microsoft.playwright.Keyboard.TypeOptions().setDelay(PACE));
        count += text.length();
    }

    void click(String selector) {
        page.click(selector);
        count++;
    }

    /** A scanner types what it reads and ends with Enter: one gesture. */
    void scan(String code) {
        Scanner.at(station, Keyboard.US).scan(code);
        count++;
    }
}
