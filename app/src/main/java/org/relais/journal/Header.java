package org.relais.journal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.relais.kernel.NodeId;
import org.relais.kernel.StaffId;
import org.relais.kernel.Who;

/**
 * The header of an entry, format 1: big-endian, 160 bytes and the type's name. All but the last 32 bytes are the
 * associated data under which the payload is sealed; the SHA-256 of the whole is the entry's hash.
 *
 * @param previous 32 bytes: hash of the entry before it in its epoch; of the predecessor's head for the first of an
 *                 epoch; zeros for the first of all
 * @param hybrid   hybrid logical clock: 48 bits of milliseconds since 1970, 16 bits of count
 * @param wall     the author's clock, to the microsecond
 */
record Header(
        NodeId author,
        byte[] epoch,
        long seq,
        byte[] previous,
        long hybrid,
        Instant wall,
        String type,
        int version,
        Who who,
        @Nullable String subject,
        byte[] payloadHash) {
    static final int FORMAT = 1;
    static final int HASH = 32;
    static final byte[] NOTHING_BEFORE = new byte[HASH];

    static final int AT_AUTHOR = 8;
    static final int AT_EPOCH = 24;
    private static final int AT_SEQ = 40;
    private static final int AT_TYPE = 128;
    private static final int SUBJECT = 1;

    /** The header, but the payload's hash. */
    byte[] associated() {
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        ByteBuffer out = ByteBuffer.allocate(AT_TYPE + name.length);
        out.put((byte) FORMAT).put(kind(who)).put((byte) (subject == null ? 0 : SUBJECT));
        out.put((byte) name.length).putShort((short) version).putShort((short) 0);
        out.put(author.bytes()).put(epoch).putLong(seq).put(previous);
        out.putLong(hybrid).putLong(micros(wall));
        out.put(who instanceof Who.Staff(StaffId id) ? HexFormat.of().parseHex(id.hex()) : new byte[16]);
        out.put(subject == null ? new byte[16] : HexFormat.of().parseHex(subject));
        return out.put(name).array();
    }

    static byte[] complete(byte[] associated, byte[] payloadHash) {
        return ByteBuffer.allocate(associated.length + HASH)
                .put(associated)
                .put(payloadHash)
                .array();
    }

    /** How many bytes of an encoded header are associated data. */
    static int associatedLength(byte[] header) {
        return header.length - HASH;
    }

    static Header decode(byte[] bytes) throws MalformedEntryException {
        if (bytes.length < AT_TYPE + HASH + 1 || bytes[0] != FORMAT) {
            throw new MalformedEntryException("a header of another format");
        }
        ByteBuffer in = ByteBuffer.wrap(bytes);
        int flags = bytes[2];
        int nameLength = bytes[3];
        if (nameLength < 1
                || bytes.length != AT_TYPE + nameLength + HASH
                || (flags & ~SUBJECT) != 0
                || in.getShort(6) != 0) {
            throw new MalformedEntryException("a header whose parts do not fit");
        }
        return new Header(
                NodeId.of(part(bytes, AT_AUTHOR, 16)),
                part(bytes, AT_EPOCH, 16),
                in.getLong(AT_SEQ),
                part(bytes, 48, HASH),
                in.getLong(80),
                wall(in),
                new String(bytes, AT_TYPE, nameLength, StandardCharsets.US_ASCII),
                in.getShort(4) & 0xffff,
                who(bytes),
                subject(bytes),
                part(bytes, AT_TYPE + nameLength, HASH));
    }

    private static Instant wall(ByteBuffer in) {
        long micros = in.getLong(88);
        return Instant.ofEpochSecond(Math.floorDiv(micros, 1_000_000L), Math.floorMod(micros, 1_000_000L) * 1_000L);
    }

    static long micros(Instant instant) {
        return Math.addExact(Math.multiplyExact(instant.getEpochSecond(), 1_000_000L), instant.getNano() / 1_000L);
    }

    private static @Nullable String subject(byte[] bytes) {
        return (bytes[2] & SUBJECT) == 0 ? null : HexFormat.of().formatHex(bytes, 112, 128);
    }

    private static Who who(byte[] bytes) throws MalformedEntryException {
        return switch (bytes[1]) {
            case 0 -> new Who.Machine();
            case 1 -> new Who.Operator();
            case 2 -> new Who.Staff(new StaffId(HexFormat.of().formatHex(bytes, 96, 112)));
            default -> throw new MalformedEntryException("a header by an unknown kind of author");
        };
    }

    private static byte kind(Who who) {
        return switch (who) {
            case Who.Machine() -> 0;
            case Who.Operator() -> 1;
            case Who.Staff _ -> 2;
        };
    }

    private static byte[] part(byte[] bytes, int from, int length) {
        byte[] part = new byte[length];
        System.arraycopy(bytes, from, part, 0, length);
        return part;
    }

    static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("this Java lacks SHA-256", missing);
        }
    }
}
