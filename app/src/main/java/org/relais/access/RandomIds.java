package org.relais.access;

import java.security.SecureRandom;
import java.util.HexFormat;

/** Names that tell nothing: 128 random bits as 32 hexadecimal digits. */
final class RandomIds {
    private static final int BYTES = 16;

    private RandomIds() {}

    static String next(SecureRandom random) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
