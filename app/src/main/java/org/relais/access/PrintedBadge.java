package org.relais.access;

import org.relais.kernel.StaffId;

/**
 * A badge just issued: to be printed now, for its text is kept nowhere.
 *
 * @param text what its QR code says
 */
public record PrintedBadge(StaffId id, String login, String name, String text) {
    /** Without the secret, so that it can not slip into a log. */
    @Override
    public String toString() {
        return "PrintedBadge[" + login + "]";
    }
}
