package org.relais.journal.crypto;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/**
 * AES-256-GCM (NIST SP 800-38D) with a random 96-bit nonce; a sealed text is nonce, ciphertext, 128-bit tag. Keeps one
 * cipher for all its calls, so belongs to one thread at a time.
 */
public final class Sealer {
    public static final int NONCE_BYTES = 12;
    public static final int TAG_BYTES = 16;

    private final Cipher cipher;
    private final SecureRandom random;

    public Sealer(SecureRandom random) {
        this.random = random;
        try {
            this.cipher = Cipher.getInstance("AES/GCM/NoPadding");
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("this Java lacks AES-GCM", missing);
        }
    }

    /**
     * @param associated bytes that are not stored here, but without which the text does not open
     * @param length     how many of them count, from the first
     */
    public byte[] seal(SecretKey key, byte[] associated, int length, byte[] plain) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            cipher.init(Cipher.ENCRYPT_MODE, key, new GCMParameterSpec(TAG_BYTES * 8, nonce));
            cipher.updateAAD(associated, 0, length);
            byte[] sealed = new byte[NONCE_BYTES + plain.length + TAG_BYTES];
            System.arraycopy(nonce, 0, sealed, 0, NONCE_BYTES);
            cipher.doFinal(plain, 0, plain.length, sealed, NONCE_BYTES);
            return sealed;
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("AES-GCM refused to seal", impossible);
        }
    }

    public byte[] seal(SecretKey key, byte[] associated, byte[] plain) {
        return seal(key, associated, associated.length, plain);
    }

    /** Opens what {@link #seal} made; refuses when one bit of it, of the key or of the associated bytes differs. */
    public byte[] open(SecretKey key, byte[] associated, int length, byte[] sealed) throws AEADBadTagException {
        if (sealed.length < NONCE_BYTES + TAG_BYTES) {
            throw new AEADBadTagException("shorter than a nonce and a tag");
        }
        try {
            cipher.init(Cipher.DECRYPT_MODE, key, new GCMParameterSpec(TAG_BYTES * 8, sealed, 0, NONCE_BYTES));
            cipher.updateAAD(associated, 0, length);
            return cipher.doFinal(sealed, NONCE_BYTES, sealed.length - NONCE_BYTES);
        } catch (AEADBadTagException altered) {
            throw altered;
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("AES-GCM refused to open", impossible);
        }
    }

    public byte[] open(SecretKey key, byte[] associated, byte[] sealed) throws AEADBadTagException {
        return open(key, associated, associated.length, sealed);
    }
}
