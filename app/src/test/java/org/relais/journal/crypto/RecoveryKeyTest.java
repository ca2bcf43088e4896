package org.relais.journal.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.relais.kernel.Outcome;

class RecoveryKeyTest {
    private static final HexFormat HEX = HexFormat.of();
    private static final SecureRandom RANDOM = new SecureRandom();

    private static RecoveryKey combined(List<RecoveryShare> parts) {
        return RecoveryKey.combine(parts).orThrow();
    }

    private static String refusal(Outcome<?> outcome) {
        return outcome instanceof Outcome.Refused<?> refused
                ? refused.problem().messageKey() + " "
                        + refused.problem().args().getFirst()
                : "done";
    }

    private static List<List<RecoveryShare>> choices(List<RecoveryShare> parts, int count) {
        List<List<RecoveryShare>> choices = new ArrayList<>();
        for (int bits = 0; bits < 1 << parts.size(); bits++) {
            if (Integer.bitCount(bits) == count) {
                List<RecoveryShare> chosen = new ArrayList<>();
                for (int i = 0; i < parts.size(); i++) {
                    if ((bits >> i & 1) == 1) {
                        chosen.add(parts.get(i));
                    }
                }
                choices.add(chosen);
            }
        }
        return choices;
    }

    private static Properties vectors() throws IOException {
        Properties vectors = new Properties();
        try (InputStream file = RecoveryKeyTest.class.getResourceAsStream("/journal/recovery-vectors-1.txt")) {
            vectors.load(Objects.requireNonNull(file));
        }
        return vectors;
    }

    @Test
    void readsAndWritesWhatTheVectorsSay() throws IOException {
        Properties vectors = vectors();
        List<RecoveryShare> parts = new ArrayList<>();
        for (int number = 1; number <= 5; number++) {
            byte[] value = HEX.parseHex(vectors.getProperty("part-" + number));
            RecoveryShare part = new RecoveryShare(0xcafe0123, number, value);
            assertThat(part.text()).isEqualTo(vectors.getProperty("text-" + number));
            RecoveryShare read = RecoveryShare.read(part.text()).orThrow();
            assertThat(read.value()).isEqualTo(value);
            assertThat(read.number()).isEqualTo(number);
            assertThat(read.set()).isEqualTo(0xcafe0123);
            parts.add(read);
        }
        for (List<RecoveryShare> three : choices(parts, 3)) {
            assertThat(HEX.formatHex(combined(three).bytes())).isEqualTo(vectors.getProperty("key"));
        }
    }

    @Test
    void anyThreeOfItsPartsGiveItBackInAnyOrder() {
        for (int i = 0; i < 20; i++) {
            RecoveryKey key = RecoveryKey.random(RANDOM);
            List<RecoveryShare> parts = key.split(RANDOM);
            for (int count = 3; count <= 5; count++) {
                for (List<RecoveryShare> chosen : choices(parts, count)) {
                    assertThat(combined(chosen).bytes()).isEqualTo(key.bytes());
                    assertThat(combined(chosen.reversed()).bytes()).isEqualTo(key.bytes());
                }
            }
        }
    }

    @Test
    void twoAreRefusedAndWithAnInventedThirdGiveAnotherKey() {
        RecoveryKey key = RecoveryKey.random(RANDOM);
        List<RecoveryShare> parts = key.split(RANDOM);
        for (List<RecoveryShare> two : choices(parts, 2)) {
            assertThat(refusal(RecoveryKey.combine(two))).isEqualTo("recovery.too-few 2");
            byte[] invented = new byte[32];
            RANDOM.nextBytes(invented);
            int free = 15 - two.get(0).number() - two.get(1).number() == 12 ? 3 : 0;
            for (int n = 1; free == 0; n++) {
                free = n != two.get(0).number() && n != two.get(1).number() ? n : 0;
            }
            RecoveryShare third = new RecoveryShare(two.getFirst().set(), free, invented);
            assertThat(combined(List.of(two.get(0), two.get(1), third)).bytes()).isNotEqualTo(key.bytes());
        }
    }

    /** Every key is possible behind two parts: for one byte, each of its 256 values is that of some third part. */
    @Test
    void twoPartsTellNothing() {
        List<RecoveryShare> parts = RecoveryKey.random(RANDOM).split(RANDOM);
        boolean[] seen = new boolean[256];
        for (int guess = 0; guess < 256; guess++) {
            byte[] value = parts.get(2).value().clone();
            value[0] = (byte) guess;
            RecoveryShare third = new RecoveryShare(parts.getFirst().set(), 3, value);
            seen[combined(List.of(parts.get(0), parts.get(1), third)).bytes()[0] & 0xff] = true;
        }
        assertThat(seen).containsOnly(true);
    }

    @Test
    void partsOfTwoSplitsAreNotTakenForOneAnother() {
        List<RecoveryShare> one = RecoveryKey.random(RANDOM).split(RANDOM);
        List<RecoveryShare> other = RecoveryKey.random(RANDOM).split(RANDOM);
        assertThat(refusal(RecoveryKey.combine(List.of(one.get(0), one.get(1), other.get(2)))))
                .isEqualTo("recovery.other-set 3");
        assertThat(refusal(RecoveryKey.combine(List.of(one.get(0), one.get(1), one.get(1)))))
                .isEqualTo("recovery.twice 2");
    }

    @Test
    void aWrongLetterIsFoundAndItsRowNamed() {
        Random random = new Random(971);
        String alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
        RecoveryShare part = RecoveryKey.random(RANDOM).split(RANDOM).get(3);
        for (int row = 1; row <= 8; row++) {
            for (int at = 0; at < 9; at++) {
                List<String> rows = new ArrayList<>(part.rows());
                StringBuilder text = new StringBuilder(rows.get(row - 1).replace(" ", ""));
                char other = alphabet.charAt((alphabet.indexOf(text.charAt(at)) + 1 + random.nextInt(31)) % 32);
                text.setCharAt(at, other);
                rows.set(row - 1, text.toString());
                assertThat(refusal(RecoveryShare.read(String.join("\n", rows)))).isEqualTo("recovery.row " + row);
            }
        }
    }

    @Test
    void exchangedLettersAndExchangedRowsAreFound() {
        RecoveryShare part = new RecoveryShare(0x01234567, 5, HEX.parseHex("0123456789abcdef".repeat(4)));
        for (int at = 0; at < 7; at++) {
            List<String> rows = new ArrayList<>(part.rows());
            StringBuilder text = new StringBuilder(rows.get(2).replace(" ", ""));
            char moved = text.charAt(at);
            if (moved != text.charAt(at + 1)) {
                text.setCharAt(at, text.charAt(at + 1));
                text.setCharAt(at + 1, moved);
                rows.set(2, text.toString());
                assertThat(refusal(RecoveryShare.read(String.join("\n", rows)))).isEqualTo("recovery.row 3");
            }
        }
        List<String> exchanged = new ArrayList<>(part.rows());
        exchanged.set(4, part.rows().get(5));
        exchanged.set(5, part.rows().get(4));
        assertThat(refusal(RecoveryShare.read(String.join("\n", exchanged)))).isEqualTo("recovery.row 5");
    }

    @Test
    void isReadHoweverItIsTyped() {
        RecoveryShare part = new RecoveryShare(1, 1, new byte[32]);
        String typed = String.join("\n", part.rows())
                .toLowerCase(java.util.Locale.ROOT)
                .replace('0', 'o')
                .replace('1', 'l');
        assertThat(RecoveryShare.read("  " + typed.replace(" ", "-") + "\n")
                        .orThrow()
                        .value())
                .isEqualTo(new byte[32]);
        assertThat(refusal(RecoveryShare.read("0750"))).isEqualTo("recovery.length 4");
        assertThat(part).hasToString("RecoveryShare[00000001 1]");
    }
}
