package org.relais.journal.crypto;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import org.relais.kernel.Pseudonyms;

/** HMAC-SHA-256 (RFC 2104) cut to its first 128 bits, under one key. Thread-safe. */
public final class KeyedHash implements Pseudonyms {
    public static final int BYTES = 16;

    private final Mac prototype;

    public KeyedHash(SecretKey key) {
        try {
            prototype = Mac.getInstance("HmacSHA256");
            prototype.init(key);
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("this Java lacks HMAC-SHA256", missing);
        }
    }

    public byte[] of(byte[] bytes) {
        return Arrays.copyOf(fresh().doFinal(bytes), BYTES);
    }

    @Override
    public String of(String domain, String text) {
        Mac mac = fresh();
        mac.update(domain.getBytes(StandardCharsets.UTF_8));
        mac.update((byte) 0);
        byte[] full = mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(full, 0, BYTES);
    }

    private Mac fresh() {
        try {
            return (Mac) prototype.clone();
        } catch (CloneNotSupportedException impossible) {
            throw new IllegalStateException("HMAC-SHA256 cannot be copied", impossible);
        }
    }
}
