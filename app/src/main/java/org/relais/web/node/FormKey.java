package org.relais.web.node;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.relais.kernel.Problem;

/** The idempotency key of a form that writes a fact: sent twice, it is written once. */
final class FormKey {
    private static final SecureRandom RANDOM = new SecureRandom();

    private FormKey() {}

    static String fresh() {
        byte[] bytes = new byte[16];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    /** The dedup key of the fact that a form makes. */
    static byte[] of(String form, String key) {
        if (!key.matches("[0-9a-f]{32}")) {
            throw Problem.of(Problem.Category.INCORRECT, "node.form-key").asException();
        }
        return (form + "\0" + key).getBytes(StandardCharsets.US_ASCII);
    }
}
