package org.relais.web.node;

/**
 * What a phone shows that answers a code.
 *
 * @param code    empty when it cannot be answered (any more)
 * @param problem why, else empty
 */
public record PhoneDoorPage(String label, String code, String problem) {
    /** Without the code, so that it can not slip into a log. */
    @Override
    public String toString() {
        return "PhoneDoorPage[" + label + "]";
    }
}
