package org.relais.care.identity.pages;

import java.io.DataOutput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Bytes being put together. A number is seven bits a byte, the lowest first, the eighth bit said of all but the last; a
 * signed one alternates (0, -1, 1, -2…); a text is its length in UTF-8 and one more, 0 for none, and the bytes.
 */
public final class ByteWriter {
    private byte[] bytes = new byte[256];
    private int size;

    /** Begins anew. */
    public void clear() {
        size = 0;
    }

    public int size() {
        return size;
    }

    /** What was written; only the first {@link #size} bytes of it. */
    public byte[] bytes() {
        return bytes;
    }

    public byte[] toArray() {
        return Arrays.copyOf(bytes, size);
    }

    /** Wipes what was written, so that nothing of it stays here. */
    public void wipe() {
        Arrays.fill(bytes, (byte) 0);
        size = 0;
    }

    public void octet(int value) {
        ensure(1);
        bytes[size++] = (byte) value;
    }

    /** Four bytes, the highest first. */
    public void fixed(int value) {
        octet(value >> 24);
        octet(value >> 16);
        octet(value >> 8);
        octet(value);
    }

    public void number(long value) {
        ensure(10);
        long left = value;
        while ((left & ~0x7FL) != 0) {
            bytes[size++] = (byte) (left | 0x80);
            left >>>= 7;
        }
        bytes[size++] = (byte) left;
    }

    public void signed(long value) {
        number((value << 1) ^ (value >> 63));
    }

    public void raw(byte[] some) {
        ensure(some.length);
        System.arraycopy(some, 0, bytes, size, some.length);
        size += some.length;
    }

    public void text(@Nullable String text) {
        if (text == null) {
            number(0);
        } else {
            byte[] some = text.getBytes(StandardCharsets.UTF_8);
            number(some.length + 1L);
            raw(some);
        }
    }

    /** Sends what was written on, its length first (4 bytes), and begins anew. */
    public void send(DataOutput out) throws IOException {
        out.writeInt(size);
        out.write(bytes, 0, size);
        clear();
    }

    private void ensure(int more) {
        if (size + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(size + more, bytes.length * 2));
        }
    }
}
