package org.relais.web.shell;

/**
 * What calls for whoever stands before the page, in its banner: no name stands there, it shows on locked screens too.
 *
 * @param overdue      reviews of traces that are due
 * @param obstetrician of these, those that nobody took and the obstetrician on call is to be told of
 * @param dmc          of these, those that nobody took and the medical crisis director is to be told of
 * @param loaded       midwives named for more traces than they can watch, of whom nobody took care
 * @param bleeding     haemorrhage sheets that are open
 */
public record Calls(int overdue, int obstetrician, int dmc, int loaded, int bleeding) {
    public static final Calls NONE = new Calls(0, 0, 0, 0, 0);

    public boolean any() {
        return overdue + loaded + bleeding > 0;
    }
}
