package org.relais.feeds;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.relais.hl7.Header;
import org.relais.journal.Draft;
import org.relais.journal.Entry;
import org.relais.kernel.FeedName;
import org.relais.kernel.Who;

/**
 * A message as it arrived: one entry of type {@code feeds.message}. Payload, version 1: one byte {@link Via}, one
 * byte length and the feed's name in ASCII, two bytes length (big-endian) and the peer in UTF-8, then the raw bytes to the
 * end. Stretches of the raw bytes of more than 64 KiB that hold no delimiter (documents in base64) are cut out of the entry.
 *
 * @param raw the bytes; without its cut stretches when read from an entry that has some
 */
public record ReceivedMessage(Origin origin, byte[] raw) {
    public static final String TYPE = "feeds.message";
    public static final int VERSION = 1;

    private static final int LONG_FIELD = 64 * 1024;
    private static final int LONGEST_PEER = 200;

    /** What is appended to the journal; the same message of the same sender is the same fact. */
    public Draft draft(Optional<Header> header) {
        byte[] feed = origin.feed().value().getBytes(ISO_8859_1);
        byte[] peer = bounded(origin.peer()).getBytes(UTF_8);
        int start = 4 + feed.length + peer.length;
        byte[] payload = new byte[start + raw.length];
        payload[0] = origin.via().code();
        payload[1] = (byte) feed.length;
        System.arraycopy(feed, 0, payload, 2, feed.length);
        payload[2 + feed.length] = (byte) (peer.length >> 8);
        payload[3 + feed.length] = (byte) peer.length;
        System.arraycopy(peer, 0, payload, 4 + feed.length, peer.length);
        System.arraycopy(raw, 0, payload, start, raw.length);
        Draft draft = Draft.of(TYPE, VERSION, new Who.Machine(), payload).onlyOnce(sameness(header));
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
        Via via = payload.length < 4 ? null : Via.of(payload[0]);
        if (via == null) {
            return Optional.empty();
        }
        int peerAt = 2 + (payload[1] & 0xFF);
        if (peerAt + 2 > payload.length) {
            return Optional.empty();
        }
        int peerLength = ((payload[peerAt] & 0xFF) << 8) | (payload[peerAt + 1] & 0xFF);
        int rawAt = peerAt + 2 + peerLength;
        if (rawAt > payload.length) {
            return Optional.empty();
        }
        String peer = new String(payload, peerAt + 2, peerLength, UTF_8);
        byte[] raw = Arrays.copyOfRange(payload, rawAt, payload.length);
        try {
            FeedName feed = new FeedName(new String(payload, 2, peerAt - 2, ISO_8859_1));
            return Optional.of(new ReceivedMessage(new Origin(feed, peer, via), raw));
        } catch (IllegalArgumentException notAFeed) {
            return Optional.empty();
        }
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
