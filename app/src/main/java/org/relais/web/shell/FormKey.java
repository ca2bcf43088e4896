package org.relais.web.shell;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** The random key by which a form is known: 32 hexadecimal digits. */
public final class FormKey {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Pattern FORM = Pattern.compile("[0-9a-f]{32}");

    private FormKey() {}

    public static String fresh() {
        byte[] bytes = new byte[16];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    public static boolean wellFormed(String key) {
        return FORM.matcher(key).matches();
    }
}
