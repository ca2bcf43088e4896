package org.relais.web.node;

/**
 * A code that one phone may answer, on the station that asked for it.
 *
 * @param image   QR code as a data address
 * @param address what the code says, to be typed where no camera works
 */
public record PhoneCodePage(String label, String image, String address, long minutes) {
    /** Without the code, so that it can not slip into a log. */
    @Override
    public String toString() {
        return "PhoneCodePage[" + label + "]";
    }
}
