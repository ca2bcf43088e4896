package org.relais.journal.crypto;

import java.io.IOException;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;
import org.relais.kernel.NodeId;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The file of key slots (format 1, JSON): the site key wrapped once per slot, and the node's signing key sealed under
 * the site key. A slot of kind {@code passphrase} is AES-256-GCM under Argon2id of the passphrase (NFC, UTF-8), one of kind
 * {@code recovery} under the {@link RecoveryKey} itself. Kinds this program does not know are kept and passed over.
 */
public final class KeySlots {
    /** The format this program writes, and the newest it reads. */
    public static final int FORMAT = 1;

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final HexFormat HEX = HexFormat.of();
    private static final String PASSPHRASE = "passphrase";
    private static final String RECOVERY = "recovery";
    private static final String SPLIT = "shamir-3-5";

    private record Slot(String kind, String kdf, int memoryKiB, int passes, int lanes, String salt, String wrapped) {}

    private record Contents(int format, String node, String publicKey, String signingKey, List<Slot> slots) {}

    private final Contents contents;

    private KeySlots(Contents contents) {
        this.contents = contents;
    }

    /** New keys for a new directory, behind one passphrase. */
    public static KeySlots create(Keys keys, char[] passphrase, Cost cost, SecureRandom random) {
        byte[] publicKey = keys.signing().publicKey();
        byte[] signing = new Sealer(random)
                .seal(
                        signingWrap(keys.site()),
                        signingContext(keys.node().hex(), publicKey),
                        keys.signing().seed());
        return new KeySlots(new Contents(
                        FORMAT, keys.node().hex(), HEX.formatHex(publicKey), HEX.formatHex(signing), List.of()))
                .behind(keys, passphrase, cost, random);
    }

    /** The same keys behind this passphrase and no other; slots of other kinds stay. */
    public KeySlots behind(Keys keys, char[] passphrase, Cost cost, SecureRandom random) {
        byte[] salt = new byte[16];
        random.nextBytes(salt);
        SecretKey wrapping = stretch(passphrase, salt, cost);
        byte[] wrapped = new Sealer(random)
                .seal(wrapping, slotContext(contents.node(), cost), keys.site().bytes());
        return with(new Slot(
                PASSPHRASE,
                "argon2id",
                cost.memoryKiB(),
                cost.passes(),
                cost.lanes(),
                HEX.formatHex(salt),
                HEX.formatHex(wrapped)));
    }

    /** The same keys, to be opened by this recovery key too and by no earlier one; slots of other kinds stay. */
    public KeySlots recoverable(Keys keys, RecoveryKey key, SecureRandom random) {
        byte[] wrapped = new Sealer(random)
                .seal(
                        key.wrapping(),
                        recoveryContext(contents.node(), key.set()),
                        keys.site().bytes());
        return with(new Slot(RECOVERY, SPLIT, 0, 0, 0, key.set(), HEX.formatHex(wrapped)));
    }

    private KeySlots with(Slot fresh) {
        List<Slot> slots = new ArrayList<>(List.of(fresh));
        contents.slots().stream()
                .filter(slot -> !fresh.kind().equals(slot.kind()))
                .forEach(slots::add);
        return new KeySlots(new Contents(
                contents.format(), contents.node(), contents.publicKey(), contents.signingKey(), List.copyOf(slots)));
    }

    /** Reads a file of key slots. @throws IOException when it is not one; see {@link #format} for a later one */
    public static KeySlots parse(byte[] json) throws IOException {
        try {
            Contents contents = JSON.readValue(json, Contents.class);
            if (contents.node() == null || contents.slots() == null || contents.format() < 1) {
                throw new IOException("a key file lacks its node or its slots");
            }
            return new KeySlots(contents);
        } catch (JacksonException malformed) {
            throw new IOException("a key file is not the JSON it must be", malformed);
        }
    }

    public static KeySlots read(Path file) throws IOException {
        return parse(Files.readAllBytes(file));
    }

    public byte[] bytes() {
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(contents);
    }

    public int format() {
        return contents.format();
    }

    /** The keys, when a slot opens with this passphrase. @throws IOException when the file was altered */
    public Optional<Keys> unlock(char[] passphrase) throws IOException {
        try {
            for (Slot slot : contents.slots()) {
                Optional<SiteKey> site = siteKey(slot, passphrase);
                if (site.isPresent()) {
                    return Optional.of(keys(site.get()));
                }
            }
            return Optional.empty();
        } catch (IllegalArgumentException | NullPointerException malformed) {
            throw new IOException("a key slot is not of the form it must have", malformed);
        }
    }

    /** The set of the recovery parts that open these keys, when such were made. */
    public Optional<String> recoverySet() {
        return contents.slots().stream()
                .filter(slot -> RECOVERY.equals(slot.kind()) && SPLIT.equals(slot.kdf()))
                .map(Slot::salt)
                .findFirst();
    }

    /** The keys, when the slot of the recovery parts opens with this key. @throws IOException when the file was altered */
    public Optional<Keys> unlock(RecoveryKey key) throws IOException {
        try {
            for (Slot slot : contents.slots()) {
                if (RECOVERY.equals(slot.kind())
                        && SPLIT.equals(slot.kdf())
                        && key.set().equals(slot.salt())) {
                    byte[] site = new Sealer(new SecureRandom())
                            .open(
                                    key.wrapping(),
                                    recoveryContext(contents.node(), key.set()),
                                    HEX.parseHex(slot.wrapped()));
                    return Optional.of(keys(SiteKey.of(site)));
                }
            }
            return Optional.empty();
        } catch (AEADBadTagException otherKey) {
            return Optional.empty();
        } catch (IllegalArgumentException | NullPointerException malformed) {
            throw new IOException("a key slot is not of the form it must have", malformed);
        }
    }

    private Optional<SiteKey> siteKey(Slot slot, char[] passphrase) throws IOException {
        if (!PASSPHRASE.equals(slot.kind()) || !"argon2id".equals(slot.kdf())) {
            return Optional.empty();
        }
        Cost cost = new Cost(slot.memoryKiB(), slot.passes(), slot.lanes());
        if (!cost.sane()) {
            throw new IOException("a key slot asks for an unreasonable effort");
        }
        SecretKey wrapping = stretch(passphrase, HEX.parseHex(slot.salt()), cost);
        try {
            byte[] wrapped = HEX.parseHex(slot.wrapped());
            byte[] site = new Sealer(new SecureRandom()).open(wrapping, slotContext(contents.node(), cost), wrapped);
            return Optional.of(SiteKey.of(site));
        } catch (AEADBadTagException wrongPassphrase) {
            return Optional.empty();
        }
    }

    private Keys keys(SiteKey site) throws IOException {
        byte[] publicKey = HEX.parseHex(contents.publicKey());
        try {
            byte[] seed = new Sealer(new SecureRandom())
                    .open(
                            signingWrap(site),
                            signingContext(contents.node(), publicKey),
                            HEX.parseHex(contents.signingKey()));
            return new Keys(new NodeId(contents.node()), site, SigningKey.of(seed));
        } catch (AEADBadTagException altered) {
            throw new IOException("the node's key or its sealed signing key was altered", altered);
        }
    }

    private static SecretKey signingWrap(SiteKey site) {
        return site.derive("relais signing key 1");
    }

    private static byte[] slotContext(String node, Cost cost) {
        return ("relais slot 1 passphrase argon2id " + cost.memoryKiB() + " " + cost.passes() + " " + cost.lanes() + " "
                        + node)
                .getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] recoveryContext(String node, String set) {
        return ("relais slot 1 recovery " + SPLIT + " " + set + " " + node).getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] signingContext(String node, byte[] publicKey) {
        return ("relais signing key 1 " + node + " " + HEX.formatHex(publicKey)).getBytes(StandardCharsets.US_ASCII);
    }

    private static SecretKey stretch(char[] passphrase, byte[] salt, Cost cost) {
        byte[] secret = Normalizer.normalize(CharBuffer.wrap(passphrase), Normalizer.Form.NFC)
                .getBytes(StandardCharsets.UTF_8);
        Argon2BytesGenerator argon2 = new Argon2BytesGenerator();
        argon2.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(cost.memoryKiB())
                .withIterations(cost.passes())
                .withParallelism(cost.lanes())
                .withSalt(salt)
                .build());
        byte[] key = new byte[SiteKey.BYTES];
        argon2.generateBytes(secret, key);
        Arrays.fill(secret, (byte) 0);
        return new SecretKeySpec(key, "AES");
    }
}
