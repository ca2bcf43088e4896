package org.relais.web.shell;

/**
 * What calls for whoever stands before the page, in its banner: no name stands there, it shows on locked screens too.
 *
 * @param overdue reviews of traces that are due
 * @param loaded  midwives named for more traces than they can watch
 * @param bleeding haemorrhage sheets that are open
 */
public record Calls(int overdue, int loaded, int bleeding) {
    public static final Calls NONE = new Calls(0, 0, 0);

    public boolean any() {
        return overdue + loaded + bleeding > 0;
    }
}
