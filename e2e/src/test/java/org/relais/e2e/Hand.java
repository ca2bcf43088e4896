package org.relais.e2e;

import com.microsoft.playwright.Page;

/** The hand at a station: it presses, types, clicks and scans, and counts. */
final class Hand {
    private final Page page;
    private int count;

    Hand(Page page) {
        this.page = page;
    }

    /** Keys, clicks and scans so far. */
    int count() {
        return count;
    }

    void press(String key) {
        page.keyboard().press(key);
        count++;
    }

    /** One key a character. */
    void type(String text) {
        page.keyboard().type(text);
        count += text.length();
    }

    void click(String selector) {
        page.click(selector);
        count++;
    }

    /** A scanner types what it reads and ends with Enter: one gesture. */
    void scan(String code) {
        page.keyboard().type(code);
        page.keyboard().press("Enter");
        count++;
    }
}
