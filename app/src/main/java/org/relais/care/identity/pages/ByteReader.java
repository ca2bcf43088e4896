package org.relais.care.identity.pages;

import java.io.DataInput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads what a {@link ByteWriter} wrote, in the same order. */
public final class ByteReader {
    private final byte[] bytes;
    private int at;

    public ByteReader(byte[] bytes) {
        this.bytes = bytes;
    }

    /** What {@link ByteWriter#send} sent. */
    public static ByteReader receive(DataInput in) throws IOException {
        int length = in.readInt();
        if (length < 0) {
            throw new IOException("a stretch of bytes of an impossible length");
        }
        byte[] bytes = new byte[length];
        in.readFully(bytes);
        return new ByteReader(bytes);
    }

    /** How many bytes are left to read. */
    public int left() {
        return bytes.length - at;
    }

    public int octet() {
        return bytes[at++] & 0xFF;
    }

    public int fixed() {
        return octet() << 24 | octet() << 16 | octet() << 8 | octet();
    }

    public long number() {
        long value = 0;
        int shift = 0;
        while (bytes[at] < 0) {
            value |= (bytes[at++] & 0x7FL) << shift;
            shift += 7;
        }
        return value | ((long) bytes[at++] << shift);
    }

    /** A number that is known to be a small one. */
    public int count() {
        return Math.toIntExact(number());
    }

    public long signed() {
        long value = number();
        return (value >>> 1) ^ -(value & 1);
    }

    public byte[] raw(int length) {
        at += length;
        return Arrays.copyOfRange(bytes, at - length, at);
    }

    public @Nullable String optional() {
        int length = count() - 1;
        if (length < 0) {
            return null;
        }
        at += length;
        return new String(bytes, at - length, length, StandardCharsets.UTF_8);
    }

    /** A text that is said. */
    public String text() {
        return Objects.requireNonNull(optional());
    }
}
