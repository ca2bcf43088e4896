package org.relais.web.shell;

import org.jspecify.annotations.Nullable;

/**
 * The band on top of every page.
 *
 * @param style    {@code watch}, {@code real}, {@code exercise} or {@code demo}: class of the band, name of the favicon
 * @param word     VEILLE, RÉEL, EXERCICE or DÉMONSTRATION
 * @param crisis   {@code T+3 h 12} while a crisis is declared, else empty
 * @param cutAt    when it was declared, or null
 * @param data     age of the data, in words
 * @param warning  why what is shown may lag or cannot be written; empty when all is well
 * @param stopped  nothing can be written any more
 * @param switching may declare or lift
 * @param calls    what calls for whoever stands before the page
 */
public record Banner(
        String style,
        String word,
        String crisis,
        @Nullable Moment cutAt,
        String data,
        String node,
        String clock,
        String warning,
        boolean stopped,
        boolean switching,
        Calls calls) {
    /** The same band with what calls. */
    Banner calling(Calls now) {
        return new Banner(style, word, crisis, cutAt, data, node, clock, warning, stopped, switching, now);
    }

    /** The same band without the act of declaring or lifting. */
    Banner quiet() {
        return new Banner(style, word, crisis, cutAt, data, node, clock, warning, stopped, false, calls);
    }

    public boolean declared() {
        return !crisis.isEmpty();
    }
}
