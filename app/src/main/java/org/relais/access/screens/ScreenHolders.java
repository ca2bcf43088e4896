package org.relais.access.screens;

import java.util.Optional;

/** Tells a browser that is a shared screen from all others. */
@FunctionalInterface
public interface ScreenHolders {
    /** The name of the cookie by which a browser says so. */
    String COOKIE = "relais-screen";

    /** The screen that shows this cookie, as long as it is shared and the crisis lasts. */
    Optional<Screen> holder(String cookie);
}
