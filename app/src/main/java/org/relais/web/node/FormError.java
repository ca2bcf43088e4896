package org.relais.web.node;

import org.relais.web.shell.Frame;

/**
 * Something to correct in a form.
 *
 * @param field id of the field; empty when the form as a whole is meant
 */
public record FormError(String field, String text) {
    static FormError of(Frame f, String field, String key) {
        return new FormError(field, f.t(key));
    }
}
