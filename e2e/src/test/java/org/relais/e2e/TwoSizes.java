package org.relais.e2e;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import java.util.function.Consumer;

/** One person before a desk that speaks French and a phone that speaks English: what she looks at must do on both. */
final class TwoSizes implements AutoCloseable {
    private static final int PHONE_WIDTH = 360;
    private static final int PHONE_HEIGHT = 640;

    private final Station desk;
    private final Station phone;

    TwoSizes(Browser browser, String url, String login, String password) {
        desk = new Station(browser, url, "fr").logIn(login, password);
        phone = new Station(browser, url, "en", PHONE_WIDTH, PHONE_HEIGHT).logIn(login, password);
    }

    /** A page as it opens. */
    TwoSizes see(String path, String name) {
        return see(path, name, _ -> {});
    }

    /**
     * A page after something was done on it: axe finds nothing, no word is missing, nothing leaves the screen sideways; and
     * a picture of both.
     */
    TwoSizes see(String path, String name, Consumer<Page> act) {
        see(desk, path, name, act);
        see(phone, path, "phone-" + name, act);
        return this;
    }

    private static void see(Station station, String path, String name, Consumer<Page> act) {
        act.accept(station.go(path).page());
        station.fits().accessible().worded().picture(name);
    }

    @Override
    public void close() {
        desk.close();
        phone.close();
    }
}
