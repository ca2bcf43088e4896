package org.relais.journal.crypto;

import java.io.IOException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.crypto.threshold.ShamirSecretSplitter;
import org.bouncycastle.crypto.threshold.ShamirSplitSecret;
import org.bouncycastle.crypto.threshold.ShamirSplitSecretShare;
import org.relais.kernel.Outcome;
import org.relais.kernel.Problem;
import org.relais.kernel.Problem.Category;

/**
 * The key that opens a data directory whose passphrase is lost: 32 random bytes that exist on paper only, split in five
 * parts of which any three give it back and two tell nothing. Shamir's scheme byte by byte over GF(256) with the polynomial
 * of AES (0x11b): a part's value is the polynomial of degree 2 at the part's number, the key its value at 0.
 */
public final class RecoveryKey {
    /** How many parts there are. */
    public static final int PARTS = 5;

    /** How many of them are needed. */
    public static final int NEEDED = 3;

    private final int set;
    private final byte[] key;

    private RecoveryKey(int set, byte[] key) {
        this.set = set;
        this.key = key;
    }

    /** A new key, of a set of parts of its own. */
    public static RecoveryKey random(SecureRandom random) {
        byte[] key = new byte[SiteKey.BYTES];
        random.nextBytes(key);
        return of(random.nextInt(), key);
    }

    static RecoveryKey of(int set, byte[] bytes) {
        return new RecoveryKey(set, bytes.clone());
    }

    /** The five parts; at each call other ones, which do not go with those of another call. */
    public List<RecoveryShare> split(SecureRandom random) {
        ShamirSplitSecret split = ShamirSecretSplitter.getInstance(
                        ShamirSecretSplitter.Algorithm.AES, SiteKey.BYTES, random)
                .resplit(key, NEEDED, PARTS);
        List<RecoveryShare> parts = new ArrayList<>(PARTS);
        try {
            for (int i = 0; i < PARTS; i++) {
                parts.add(new RecoveryShare(set, i + 1, split.getSecretShares()[i].getEncoded()));
            }
            return parts;
        } catch (IOException impossible) {
            throw new IllegalStateException("a part has no form", impossible);
        }
    }

    /**
     * Puts a key together again.
     *
     * @return the key, or {@code recovery.too-few} (given, needed), {@code recovery.twice} (the part's number),
     *     {@code recovery.other-set} (the part's number)
     */
    public static Outcome<RecoveryKey> combine(List<RecoveryShare> parts) {
        Set<Integer> numbers = new HashSet<>();
        for (RecoveryShare part : parts) {
            if (part.set() != parts.getFirst().set()) {
                return refused("recovery.other-set", part.number());
            }
            if (!numbers.add(part.number())) {
                return refused("recovery.twice", part.number());
            }
        }
        if (parts.size() < NEEDED) {
            return refused("recovery.too-few", parts.size());
        }
        ShamirSplitSecretShare[] first = parts.stream()
                .limit(NEEDED)
                .map(part -> new ShamirSplitSecretShare(part.value(), part.number()))
                .toArray(ShamirSplitSecretShare[]::new);
        try {
            byte[] key = ShamirSplitSecret.getInstance(ShamirSecretSplitter.Algorithm.AES, first)
                    .getSecret();
            return Outcome.done(of(parts.getFirst().set(), key));
        } catch (IOException impossible) {
            throw new IllegalStateException("a part has no form", impossible);
        }
    }

    private static Outcome<RecoveryKey> refused(String key, int number) {
        return Outcome.refused(Problem.of(Category.INCORRECT, key, Integer.toString(number), Integer.toString(NEEDED)));
    }

    /** What its parts have in common, 8 hexadecimal digits. */
    public String set() {
        return HexFormat.of().toHexDigits(set);
    }

    SecretKey wrapping() {
        return new SecretKeySpec(key, "AES");
    }

    byte[] bytes() {
        return key.clone();
    }

    @Override
    public String toString() {
        return "RecoveryKey[" + set() + "]";
    }
}
