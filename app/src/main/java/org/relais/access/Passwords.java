package org.relais.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * Hashes of passwords: Argon2id (RFC 9106) over the UTF-8 of the NFC form, kept as PHC strings
 * {@code $argon2id$v=19$m=19456,t=2,p=1$salt$hash}. At most two are computed at a time: each takes its memory.
 */
final class Passwords {
    private static final String RANDOM = "$relais-sha256$";
    private static final int MEMORY_KIB = 19 * 1024;
    private static final int PASSES = 2;
    private static final int LANES = 1;
    private static final int SALT = 16;
    private static final int HASH = 32;
    private static final int AT_ONCE = 2;
    private static final int PATIENCE_SECONDS = 5;
    private static final Pattern PHC = Pattern.compile(
            "\\$argon2id\\$v=19\\$m=(\\d{1,7}),t=(\\d{1,2}),p=(\\d)\\$([A-Za-z0-9+/]+)\\$([A-Za-z0-9+/]+)");

    private final SecureRandom random;
    private final Semaphore places = new Semaphore(AT_ONCE, true);

    /** A hash that no password has, for logins that do not exist: as slow as any other. */
    private final String nobody;

    Passwords(SecureRandom random) {
        this.random = random;
        byte[] salt = new byte[SALT];
        byte[] hash = new byte[HASH];
        random.nextBytes(salt);
        random.nextBytes(hash);
        this.nobody = phc(salt, hash);
    }

    String hash(String password) {
        byte[] salt = new byte[SALT];
        random.nextBytes(salt);
        return phc(salt, argon2(password, salt, new Cost(MEMORY_KIB, PASSES, LANES), HASH));
    }

    /** The hash of a password that Relais drew from at least 2<sup>80</sup>: slowness would add nothing. */
    String hashOfRandom(String password) {
        byte[] salt = new byte[SALT];
        random.nextBytes(salt);
        Base64.Encoder encoder = Base64.getEncoder().withoutPadding();
        return RANDOM + encoder.encodeToString(salt) + "$" + encoder.encodeToString(sha256(password, salt));
    }

    private static byte[] sha256(String password, byte[] salt) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(salt);
            return digest.digest(password.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Whether a password has this hash; empty when too many are being checked already. */
    Optional<Boolean> matches(String password, Optional<String> hash) {
        boolean placed = false;
        try {
            placed = places.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS);
            return placed ? Optional.of(checkAny(password, hash.orElse(nobody))) : Optional.empty();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } finally {
            if (placed) {
                places.release();
            }
        }
    }

    /** Takes the same time whatever kind of hash it is. */
    private boolean checkAny(String password, String phc) {
        if (!phc.startsWith(RANDOM)) {
            return check(password, phc);
        }
        boolean never = check(password, nobody);
        String[] parts = phc.substring(RANDOM.length()).split("\\$", 2);
        byte[] salt = Base64.getDecoder().decode(parts[0]);
        return !never && MessageDigest.isEqual(Base64.getDecoder().decode(parts[1]), sha256(password, salt));
    }

    private static boolean check(String password, String phc) {
        Matcher parts = PHC.matcher(phc);
        if (!parts.matches()) {
            return false;
        }
        Cost cost = new Cost(
                Integer.parseInt(parts.group(1)), Integer.parseInt(parts.group(2)), Integer.parseInt(parts.group(3)));
        byte[] salt = Base64.getDecoder().decode(parts.group(4));
        byte[] hash = Base64.getDecoder().decode(parts.group(5));
        return MessageDigest.isEqual(hash, argon2(password, salt, cost, hash.length));
    }

    private record Cost(int memoryKib, int passes, int lanes) {}

    private static byte[] argon2(String password, byte[] salt, Cost cost, int length) {
        Argon2BytesGenerator generator = new Argon2BytesGenerator();
        generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(cost.memoryKib())
                .withIterations(cost.passes())
                .withParallelism(cost.lanes())
                .withSalt(salt)
                .build());
        byte[] out = new byte[length];
        generator.generateBytes(
                Normalizer.normalize(password, Normalizer.Form.NFC).getBytes(StandardCharsets.UTF_8), out);
        return out;
    }

    private static String phc(byte[] salt, byte[] hash) {
        Base64.Encoder encoder = Base64.getEncoder().withoutPadding();
        return "$argon2id$v=19$m=" + MEMORY_KIB + ",t=" + PASSES + ",p=" + LANES + "$" + encoder.encodeToString(salt)
                + "$" + encoder.encodeToString(hash);
    }
}
