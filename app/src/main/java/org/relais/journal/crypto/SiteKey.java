package org.relais.journal.crypto;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.KDF;
import javax.crypto.SecretKey;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * The 256-bit key of the site, from which every other key is derived: HKDF-SHA-256 (RFC 5869) without salt, whose info
 * is the label in ASCII, a zero byte, and the context's parts one after the other (each of a length fixed by the
 * label).
 */
public final class SiteKey {
    static final int BYTES = 32;

    private final byte[] key;

    private SiteKey(byte[] key) {
        this.key = key;
    }

    public static SiteKey random(SecureRandom random) {
        byte[] key = new byte[BYTES];
        random.nextBytes(key);
        return new SiteKey(key);
    }

    public static SiteKey of(byte[] bytes) {
        if (bytes.length != BYTES) {
            throw new IllegalArgumentException("a site key has 32 bytes");
        }
        return new SiteKey(bytes.clone());
    }

    /** A 256-bit key for one use. */
    public SecretKey derive(String label, byte[]... context) {
        ByteArrayOutputStream info = new ByteArrayOutputStream();
        info.writeBytes(label.getBytes(StandardCharsets.US_ASCII));
        info.write(0);
        for (byte[] part : context) {
            info.writeBytes(part);
        }
        try {
            byte[] derived = KDF.getInstance("HKDF-SHA256")
                    .deriveData(HKDFParameterSpec.ofExtract().addIKM(key).thenExpand(info.toByteArray(), BYTES));
            return new SecretKeySpec(derived, "AES");
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("this Java lacks HKDF-SHA256", missing);
        }
    }

    byte[] bytes() {
        return key.clone();
    }
}
