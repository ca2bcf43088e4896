package org.relais.feeds;

import org.jspecify.annotations.Nullable;

/** How a message came in. */
public enum Via {
    MLLP(0),
    FILE(1);

    private final byte code;

    Via(int code) {
        this.code = (byte) code;
    }

    /** What is stored for it, for ever. */
    byte code() {
        return code;
    }

    /** The way of that code; null when this program knows none. */
    static @Nullable Via of(byte code) {
        for (Via via : values()) {
            if (via.code == code) {
                return via;
            }
        }
        return null;
    }
}
