package org.relais.journal.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SealedFileTest {
    private static final int HEAD = 9 + 16;
    private static final int SEALED_CHUNK = 4 + SealedFile.CHUNK + 16;

    private final SealedFile files = new SealedFile(SiteKey.of(new byte[32]), "test");

    private static byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        return bytes;
    }

    private byte[] seal(byte[] plain) throws IOException {
        ByteArrayOutputStream sealed = new ByteArrayOutputStream();
        try (OutputStream out = files.sealing(sealed)) {
            out.write(plain);
        }
        return sealed.toByteArray();
    }

    private byte[] open(byte[] sealed) throws IOException {
        try (InputStream in = files.opening(new ByteArrayInputStream(sealed))) {
            return in.readAllBytes();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 1000, SealedFile.CHUNK - 1, SealedFile.CHUNK, SealedFile.CHUNK + 1, 3_000_000})
    void opensWhatItSealed(int length) throws IOException {
        assertThat(open(seal(bytes(length)))).isEqualTo(bytes(length));
    }

    @Test
    void findsEveryFlippedByteOfASmallFile() throws IOException {
        byte[] sealed = seal(bytes(200));
        for (int i = 0; i < sealed.length; i++) {
            byte[] flipped = sealed.clone();
            flipped[i] ^= 0x40;
            assertThatThrownBy(() -> open(flipped)).as("byte %d", i).isInstanceOf(IOException.class);
        }
    }

    @Test
    void findsAFileCutShortAnywhere() throws IOException {
        byte[] sealed = seal(bytes(2 * SealedFile.CHUNK + 5));
        int[] ends = {0, 8, HEAD, HEAD + 3, HEAD + SEALED_CHUNK, HEAD + 2 * SEALED_CHUNK, sealed.length - 1};
        for (int end : ends) {
            assertThatThrownBy(() -> open(Arrays.copyOf(sealed, end)))
                    .as("cut at %d", end)
                    .isInstanceOf(IOException.class);
        }
    }

    @Test
    void findsChunksExchangedAndBytesAdded() throws IOException {
        byte[] sealed = seal(bytes(2 * SealedFile.CHUNK + 5));
        byte[] exchanged = sealed.clone();
        System.arraycopy(sealed, HEAD, exchanged, HEAD + SEALED_CHUNK, SEALED_CHUNK);
        System.arraycopy(sealed, HEAD + SEALED_CHUNK, exchanged, HEAD, SEALED_CHUNK);
        assertThatThrownBy(() -> open(exchanged)).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> open(Arrays.copyOf(sealed, sealed.length + 1))).isInstanceOf(IOException.class);
    }

    @Test
    void refusesAFileSealedForAnotherPurpose() throws IOException {
        byte[] sealed = seal(bytes(10));
        SealedFile other = new SealedFile(SiteKey.of(new byte[32]), "other");
        assertThatThrownBy(() -> other.opening(new ByteArrayInputStream(sealed)).readAllBytes())
                .isInstanceOf(IOException.class);
    }
}
