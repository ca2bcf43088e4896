package org.relais.journal.crypto;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/**
 * The form of a sealed file (format 1): {@code RELAISSF}, one byte of format, a 16-byte random salt, then chunks of at
 * most 1 MiB, each a 4-byte length and AES-256-GCM of it with tag. The key is derived from the site key, the purpose and
 * the salt, so used for this file only; the nonce is the chunk's number (8 bytes) and 1 for the last chunk, else 0 (4
 * bytes). A file cut short, lengthened, or with chunks exchanged does not open.
 */
public final class SealedFile {
    static final int CHUNK = 1 << 20;
    private static final byte[] MAGIC = "RELAISSF\1".getBytes(StandardCharsets.US_ASCII);
    private static final int SALT = 16;

    private final SiteKey site;
    private final String purpose;
    private final SecureRandom random = new SecureRandom();

    /** @param purpose keeps a file from being taken for another kind of file */
    public SealedFile(SiteKey site, String purpose) {
        this.site = site;
        this.purpose = purpose;
    }

    /** Seals what is written; the file is whole only once the stream is closed. Closes the stream below. */
    public OutputStream sealing(OutputStream below) throws IOException {
        byte[] salt = new byte[SALT];
        random.nextBytes(salt);
        DataOutputStream out = new DataOutputStream(below);
        out.write(MAGIC);
        out.write(salt);
        return new Sealing(out, key(salt));
    }

    /** Opens what {@link #sealing} wrote. Reading fails with {@link IOException} where the file was altered. */
    public InputStream opening(InputStream below) throws IOException {
        DataInputStream in =
                new DataInputStream(below.markSupported() ? below : new BufferedInputStream(below, 1 << 16));
        byte[] magic = in.readNBytes(MAGIC.length);
        byte[] salt = in.readNBytes(SALT);
        if (!Arrays.equals(magic, MAGIC) || salt.length != SALT) {
            throw new IOException("not a sealed file of a format this program knows");
        }
        return new Opening(in, key(salt));
    }

    private SecretKey key(byte[] salt) {
        return site.derive("relais file 1", salt, purpose.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] crypt(int mode, SecretKey key, Place place, byte[] text) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(128, place.nonce()));
        return cipher.doFinal(text);
    }

    private record Place(long number, boolean last) {
        byte[] nonce() {
            return ByteBuffer.allocate(12).putLong(number).putInt(last ? 1 : 0).array();
        }
    }

    private static final class Sealing extends OutputStream {
        private final DataOutputStream out;
        private final SecretKey key;
        private final byte[] chunk = new byte[CHUNK];
        private int filled;
        private long number;
        private boolean closed;

        Sealing(DataOutputStream out, SecretKey key) {
            this.out = out;
            this.key = key;
        }

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            int done = 0;
            while (done < length) {
                if (filled == CHUNK) {
                    put(false);
                }
                int part = Math.min(length - done, CHUNK - filled);
                System.arraycopy(bytes, offset + done, chunk, filled, part);
                filled += part;
                done += part;
            }
        }

        @Override
        public void close() throws IOException {
            if (!closed) {
                closed = true;
                try (out) {
                    put(true);
                }
            }
        }

        private void put(boolean last) throws IOException {
            try {
                byte[] sealed =
                        crypt(Cipher.ENCRYPT_MODE, key, new Place(number++, last), Arrays.copyOf(chunk, filled));
                out.writeInt(sealed.length);
                out.write(sealed);
                filled = 0;
            } catch (GeneralSecurityException impossible) {
                throw new IOException("a chunk could not be sealed", impossible);
            }
        }
    }

    private static final class Opening extends InputStream {
        private final DataInputStream in;
        private final SecretKey key;
        private byte[] chunk = new byte[0];
        private int taken;
        private long number;
        private boolean ended;

        Opening(DataInputStream in, SecretKey key) {
            this.in = in;
            this.key = key;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            while (taken == chunk.length) {
                if (ended) {
                    return -1;
                }
                next();
            }
            int part = Math.min(length, chunk.length - taken);
            System.arraycopy(chunk, taken, bytes, offset, part);
            taken += part;
            return part;
        }

        @Override
        public void close() throws IOException {
            in.close();
        }

        private void next() throws IOException {
            int length = in.readInt();
            if (length < Sealer.TAG_BYTES || length > CHUNK + Sealer.TAG_BYTES) {
                throw new IOException("a sealed file has a chunk of an impossible length");
            }
            byte[] sealed = in.readNBytes(length);
            if (sealed.length != length) {
                throw new IOException("a sealed file was cut short");
            }
            int following = peek();
            try {
                chunk = crypt(Cipher.DECRYPT_MODE, key, new Place(number++, following < 0), sealed);
                taken = 0;
                ended = following < 0;
            } catch (GeneralSecurityException altered) {
                throw new IOException("a sealed file was altered or cut short", altered);
            }
        }

        /** The next byte without taking it, -1 at the end: only the last chunk may be followed by nothing. */
        private int peek() throws IOException {
            in.mark(1);
            int next = in.read();
            if (next >= 0) {
                in.reset();
            }
            return next;
        }
    }
}
