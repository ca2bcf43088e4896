package org.relais.feeds;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.relais.hl7.Encoding;
import org.relais.hl7.Header;
import org.relais.journal.Draft;
import org.relais.journal.Entry;
import org.relais.kernel.FeedName;
import org.relais.kernel.Who;

/**
 * A message as it arrived: one entry of type {@code feeds.message}. Payload, version 1: one byte {@link Via}, one
 * byte length and the feed's name in ASCII, two bytes length (big-endian) and the peer in UTF-8, then the raw bytes to the
 * end. Version 2, only where the feed's character set is not the usual one: bit 7 of the first byte is set, and one byte
 * length and the name of that set in ASCII stand before the raw bytes. Stretches of the raw bytes of more than 64 KiB that hold no delimiter (documents in base64) are cut out of the entry.
 *
 * @param raw the bytes; without its cut stretches when read from an entry that has some
 */
public record ReceivedMessage(Origin origin, byte[] raw) {
    public static final String TYPE = "feeds.message";

    /** The latest version read; the first is written wherever it says enough. */
    public static final int VERSION = 2;

    private static final int NAMED_CHARSET = 0x80;
    private static final int LONG_FIELD = 64 * 1024;
    private static final int LONGEST_PEER = 200;

    /** What is appended to the journal; the same message of the same sender is the same fact. */
    public Draft draft(Optional<Header> header) {
        byte[] feed = origin.feed().value().getBytes(ISO_8859_1);
        byte[] peer = bounded(origin.peer()).getBytes(UTF_8);
        boolean named = !origin.charset().equals(Encoding.FALLBACK);
        byte[] charset = named ? origin.charset().name().getBytes(ISO_8859_1) : new byte[0];
        int start = 4 + feed.length + peer.length + (named ? 1 + charset.length : 0);
        ByteBuffer payload = ByteBuffer.allocate(start + raw.length);
        payload.put((byte) (origin.via().code() | (named ? NAMED_CHARSET : 0)));
        payload.put((byte) feed.length).put(feed);
        payload.putShort((short) peer.length).put(peer);
        if (named) {
            payload.put((byte) charset.length).put(charset);
        }
        payload.put(raw);
        Draft draft = Draft.of(TYPE, named ? 2 : 1, new Who.Machine(), payload.array())
                .onlyOnce(sameness(header), header.map(ReceivedMessage::near).orElse(0L));
        return raw.length <= LONG_FIELD ? draft : draft.cutting(cuts(header, start));
    }

    private static String bounded(String peer) {
        return peer.length() > LONGEST_PEER ? peer.substring(peer.length() - LONGEST_PEER) : peer;
    }

    /** The message in an entry, when it is one that this program can read. */
    public static Optional<ReceivedMessage> read(Entry entry) {
        byte[] payload = entry.payload();
        return payload == null || !entry.type().equals(TYPE) || entry.version() > VERSION
                ? Optional.empty()
                : decode(payload);
    }

    /** The message in a payload, which may have its cuts spliced back. */
    public static Optional<ReceivedMessage> decode(byte[] payload) {
        Via via = payload.length < 4 ? null : Via.of((byte) (payload[0] & ~NAMED_CHARSET));
        if (via == null) {
            return Optional.empty();
        }
        try {
            ByteBuffer in = ByteBuffer.wrap(payload, 1, payload.length - 1);
            FeedName feed = new FeedName(text(in, in.get() & 0xFF, ISO_8859_1));
            String peer = text(in, in.getShort() & 0xFFFF, UTF_8);
            Charset charset = (payload[0] & NAMED_CHARSET) == 0
                    ? Encoding.FALLBACK
                    : Charset.forName(text(in, in.get() & 0xFF, ISO_8859_1));
            byte[] raw = Arrays.copyOfRange(payload, in.position(), payload.length);
            return Optional.of(new ReceivedMessage(new Origin(feed, peer, via, charset), raw));
        } catch (IllegalArgumentException | BufferUnderflowException notAMessage) {
            return Optional.empty();
        }
    }

    private static String text(ByteBuffer in, int length, Charset charset) {
        byte[] bytes = new byte[Math.min(length, in.remaining())];
        in.get(bytes);
        if (bytes.length < length) {
            throw new BufferUnderflowException();
        }
        return new String(bytes, charset);
    }

    /** SHA-256 of the raw bytes. */
    public static byte[] hash(byte[] raw) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(raw);
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    /** MSH-3, MSH-4, MSH-10 and the hash; the hash alone without a readable MSH. */
    private byte[] sameness(Optional<Header> header) {
        ByteArrayOutputStream key = new ByteArrayOutputStream(96);
        String sender = sender(header.orElse(null));
        key.writeBytes(sender.getBytes(ISO_8859_1));
        key.writeBytes(hash(raw));
        return key.toByteArray();
    }

    /**
     * Where its key lies among others: by the second that it says it was made in (MSH-7), then by the end of its control id
     * (MSH-10), which most systems count upwards; 0 when it gives no time.
     */
    private static long near(Header header) {
        String time = header.component(7, 1);
        if (time.length() < 14) {
            return 0;
        }
        long second = 0;
        for (int at = 2; at < 14; at++) {
            int digit = time.charAt(at) - '0';
            if (digit < 0 || digit > 9) {
                return 0;
            }
            boolean tens = at == 8 || at == 10 || at == 12;
            second = second * (tens ? 6 : 10) + digit;
        }
        String id = header.field(10);
        int from = id.length();
        while (from > 0 && id.length() - from < 3 && id.charAt(from - 1) >= '0' && id.charAt(from - 1) <= '9') {
            from--;
        }
        int number = from == id.length() ? 0 : Integer.parseInt(id.substring(from));
        return (second << 10) | number;
    }

    /** Who sent it and under which control id, each ended by a NUL; empty without a header. */
    static String sender(@Nullable Header header) {
        return header == null ? "" : header.field(3) + '\0' + header.field(4) + '\0' + header.field(10) + '\0';
    }

    private List<Draft.Cut> cuts(Optional<Header> header, int start) {
        String delimiters = header.map(Header::separators).orElse("|^~\\&");
        boolean[] ends = new boolean[256];
        ends['\r'] = true;
        ends['\n'] = true;
        delimiters.chars().forEach(delimiter -> ends[delimiter & 0xFF] = true);
        List<Draft.Cut> cuts = new ArrayList<>();
        int from = 0;
        for (int at = 0; at <= raw.length; at++) {
            if (at == raw.length || ends[raw[at] & 0xFF]) {
                if (at - from > LONG_FIELD) {
                    cuts.add(new Draft.Cut(start + from, at - from));
                }
                from = at + 1;
            }
        }
        return cuts;
    }
}
