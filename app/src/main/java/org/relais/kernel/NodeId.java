package org.relais.kernel;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * A node of Relais: 128 random bits, made once per data directory, so that it tells nothing.
 *
 * @param hex 32 lower-case hexadecimal digits
 */
public record NodeId(String hex) {
    private static final Pattern FORM = Pattern.compile("[0-9a-f]{32}");

    public NodeId {
        if (!FORM.matcher(hex).matches()) {
            throw new IllegalArgumentException("a node id is 32 hexadecimal digits");
        }
    }

    public static NodeId random(SecureRandom random) {
        byte[] bytes = new byte[16];
        random.nextBytes(bytes);
        return new NodeId(HexFormat.of().formatHex(bytes));
    }

    public static NodeId of(byte[] bytes) {
        return new NodeId(HexFormat.of().formatHex(bytes));
    }

    public byte[] bytes() {
        return HexFormat.of().parseHex(hex);
    }
}
