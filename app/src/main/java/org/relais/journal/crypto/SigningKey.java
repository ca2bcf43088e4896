package org.relais.journal.crypto;

import java.security.SecureRandom;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.params.Ed25519PublicKeyParameters;
import org.bouncycastle.crypto.signers.Ed25519Signer;

/** The Ed25519 key (RFC 8032) with which a node signs what it writes. */
public final class SigningKey {
    private final Ed25519PrivateKeyParameters key;

    private SigningKey(Ed25519PrivateKeyParameters key) {
        this.key = key;
    }

    public static SigningKey random(SecureRandom random) {
        return new SigningKey(new Ed25519PrivateKeyParameters(random));
    }

    /** @param seed the 32 bytes of the private key */
    public static SigningKey of(byte[] seed) {
        return new SigningKey(new Ed25519PrivateKeyParameters(seed, 0));
    }

    public byte[] publicKey() {
        return key.generatePublicKey().getEncoded();
    }

    /** @return 64 bytes */
    public byte[] sign(byte[] message) {
        Ed25519Signer signer = new Ed25519Signer();
        signer.init(true, key);
        signer.update(message, 0, message.length);
        return signer.generateSignature();
    }

    /** Whether the holder of a public key signed this message. */
    public static boolean verifies(byte[] publicKey, byte[] message, byte[] signature) {
        Ed25519Signer signer = new Ed25519Signer();
        try {
            signer.init(false, new Ed25519PublicKeyParameters(publicKey, 0));
        } catch (IllegalArgumentException notAPoint) {
            return false;
        }
        signer.update(message, 0, message.length);
        return signature.length == 64 && signer.verifySignature(signature);
    }

    byte[] seed() {
        return key.getEncoded();
    }
}
