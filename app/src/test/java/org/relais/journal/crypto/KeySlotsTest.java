package org.relais.journal.crypto;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.relais.kernel.NodeId;

class KeySlotsTest {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Cost CHEAP = new Cost(64, 1, 1);
    private static final char[] PASSPHRASE = "été à la Pointe".toCharArray();

    private final Keys keys = new Keys(NodeId.random(RANDOM), SiteKey.random(RANDOM), SigningKey.random(RANDOM));
    private final byte[] file = KeySlots.create(keys, PASSPHRASE, CHEAP, RANDOM).bytes();

    private void assertOpens(Optional<Keys> unlocked) {
        assertThat(unlocked).hasValueSatisfying(found -> {
            assertThat(found.node()).isEqualTo(keys.node());
            assertThat(found.site().bytes()).isEqualTo(keys.site().bytes());
            assertThat(found.signing().publicKey()).isEqualTo(keys.signing().publicKey());
        });
    }

    @Test
    void opensWithThePassphraseHoweverItsAccentsAreTyped() throws IOException {
        assertOpens(KeySlots.parse(file).unlock(PASSPHRASE));
        assertOpens(KeySlots.parse(file).unlock("e\u0301te\u0301 a\u0300 la Pointe".toCharArray()));
    }

    @Test
    void staysShutToAnyOtherPassphrase() throws IOException {
        assertThat(KeySlots.parse(file).unlock("ete a la Pointe".toCharArray())).isEmpty();
        assertThat(KeySlots.parse(file).unlock(new char[0])).isEmpty();
    }

    @Test
    void passesOverSlotsItDoesNotKnow() throws IOException {
        String recovery = "\"slots\" : [ {\"kind\":\"recovery\",\"kdf\":\"none\",\"memoryKiB\":0,\"passes\":0,"
                + "\"lanes\":0,\"salt\":\"\",\"wrapped\":\"\"}, ";
        String json = new String(file, UTF_8).replaceFirst("\"slots\"\\s*:\\s*\\[", recovery);
        assertThat(json).contains("recovery");
        assertOpens(KeySlots.parse(json.getBytes(UTF_8)).unlock(PASSPHRASE));
    }

    @Test
    void holdsNoKeyInTheClear() {
        String text = new String(file, UTF_8);
        assertThat(text).doesNotContain(HexFormat.of().formatHex(keys.site().bytes()));
        assertThat(text).doesNotContain(HexFormat.of().formatHex(keys.signing().seed()));
    }

    @Test
    void opensToTheSameKeysOrNotAtAllWhenAByteIsFlipped() throws IOException {
        for (int i = 0; i < file.length; i++) {
            byte[] flipped = file.clone();
            flipped[i] ^= 1;
            try {
                Optional<Keys> unlocked = KeySlots.parse(flipped).unlock(PASSPHRASE);
                if (unlocked.isPresent()) {
                    assertOpens(unlocked);
                }
            } catch (IOException found) {
                assertThat(found).hasMessageNotContaining("Pointe");
            }
        }
    }
}
