package org.relais.journal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.relais.journal.crypto.KeyedHash;
import org.relais.journal.crypto.SigningKey;
import org.relais.journal.crypto.SiteKey;
import org.relais.journal.store.StoredEntry;
import org.relais.kernel.NodeId;
import org.relais.kernel.StaffId;
import org.relais.kernel.Who;

/** Holds the program to the test vectors of {@code docs/formats/journal.md}: what was written stays readable for ever. */
class FormatVectorsTest {
    /** Gives twelve times 0x2a, then 0x2b, and so on: the chunk's nonce, then the payload's. */
    private static final class FixedRandom extends SecureRandom {
        private byte next = 0x2a;

        @Override
        public void nextBytes(byte[] bytes) {
            Arrays.fill(bytes, next++);
        }
    }

    private static final HexFormat HEX = HexFormat.of();
    private static final SiteKey SITE = SiteKey.of(counting(0, 32));
    private static final NodeId NODE = NodeId.of(counting(0xa0, 16));
    private static final byte[] EPOCH = counting(0xe0, 16);
    private static final Instant WALL = Instant.parse("2026-11-23T02:14:00.123456Z");

    private static byte[] counting(int from, int length) {
        byte[] bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            bytes[i] = (byte) (from + i);
        }
        return bytes;
    }

    private static Draft draft() {
        return Draft.of(
                        "test.note",
                        7,
                        new Who.Staff(new StaffId("00112233445566778899aabbccddeeff")),
                        "Groupe O, cut, fin".getBytes(UTF_8))
                .about("0f0e0d0c0b0a09080706050403020100")
                .cutting(List.of(new Draft.Cut(10, 3)));
    }

    private static StoredEntry entry() {
        EntrySealer sealer = new EntrySealer(new DataKeys(SITE), NODE, EPOCH, new FixedRandom());
        byte[] dedup = new KeyedHash(new DataKeys(SITE).dedup()).of("MSH|1".getBytes(UTF_8));
        EntrySealer.Place place =
                new EntrySealer.Place(1, 2, counting(0x10, 32), (WALL.toEpochMilli() << 16) | 3, WALL);
        return sealer.seal(draft(), dedup, place);
    }

    private static String line(String name, byte[] bytes) {
        return name + "=" + HEX.formatHex(bytes) + "\n";
    }

    private static String vectors() {
        StoredEntry entry = entry();
        DataKeys keys = new DataKeys(SITE);
        SigningKey signing = SigningKey.of(counting(0x40, 32));
        return line("data-key", keys.of(NODE.bytes(), EPOCH).getEncoded())
                + line("dedup-key", keys.dedup().getEncoded())
                + line("pseudonym-key", keys.pseudonym().getEncoded())
                + "pseudonym=" + new KeyedHash(keys.pseudonym()).of("patient", "IPP|12345") + "\n"
                + line("dedup", Objects.requireNonNull(entry.dedup()))
                + line("chunk-0", entry.chunks().getFirst())
                + line("payload", Objects.requireNonNull(entry.payload()))
                + line("header", entry.header())
                + line("entry-hash", entry.hash())
                + line("public-key", signing.publicKey())
                + line("group-signature", signing.sign(GroupSignature.message(entry)));
    }

    @Test
    void writesWhatTheVectorsSay() throws IOException {
        try (InputStream file = FormatVectorsTest.class.getResourceAsStream("/journal/vectors-1.txt")) {
            String expected = new String(Objects.requireNonNull(file).readAllBytes(), UTF_8);
            assertThat(vectors()).isEqualTo(expected);
        }
    }

    @Test
    void readsBackWhatTheVectorsSay() throws MalformedEntryException {
        StoredEntry row = entry();
        EntryOpener opener = new EntryOpener(new DataKeys(SITE));
        Entry entry = opener.open(row);
        assertThat(entry.key()).isEqualTo(new EntryKey(NODE, HEX.formatHex(EPOCH), 2));
        assertThat(entry.recordedAt()).isEqualTo(WALL);
        assertThat(entry.type()).isEqualTo("test.note");
        assertThat(entry.version()).isEqualTo(7);
        assertThat(entry.who()).isEqualTo(draft().who());
        assertThat(entry.subject()).isEqualTo(draft().subject());
        assertThat(entry.payload()).isEqualTo("Groupe O, , fin".getBytes(UTF_8));
        assertThat(entry.cuts()).isEqualTo(draft().cuts());
        Header header = Header.decode(row.header());
        assertThat(header.hybrid() & 0xffff).isEqualTo(3);
        assertThat(opener.openChunk(header, 0, row.chunks().getFirst())).isEqualTo("cut".getBytes(UTF_8));
    }
}
