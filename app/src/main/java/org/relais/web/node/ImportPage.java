package org.relais.web.node;

import java.util.List;

/**
 * A file of accounts: to be chosen, refused line by line, or shown as what it would change.
 *
 * @param rows      what changes, line by line; empty before a file was sent
 * @param content   the file, to be sent again with the consent; empty before
 * @param badges    new people get badges, else first passwords
 * @param previewed a file was read and can be carried out
 */
public record ImportPage(
        List<FormError> errors,
        List<Row> rows,
        Counts counts,
        String content,
        boolean complete,
        boolean badges,
        boolean previewed) {
    /** One change, in words. */
    public record Row(String login, String name, String what) {}

    /** How many of each. */
    public record Counts(int added, int updated, int disabled, int unchanged) {
        public boolean nothing() {
            return added + updated + disabled == 0;
        }
    }

    static final ImportPage BLANK =
            new ImportPage(List.of(), List.of(), new Counts(0, 0, 0, 0), "", false, false, false);

    static ImportPage refused(List<FormError> errors) {
        return new ImportPage(errors, List.of(), BLANK.counts, "", false, false, false);
    }
}
