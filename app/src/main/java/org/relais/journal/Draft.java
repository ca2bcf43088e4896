package org.relais.journal;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.relais.kernel.Who;

/**
 * A fact about to be written.
 *
 * @param type     dotted name of the payload's format, for instance {@code feeds.message}; 1 to 64 ASCII characters
 * @param version  version of that format, 1 to 65535
 * @param who      who makes the fact
 * @param subject  32 hexadecimal digits of whom it is about (a patient's or an account's id), or null
 * @param payload  the bytes, whole
 * @param cuts     stretches of the payload over 64 KiB (documents) that are stored aside in 1 MiB chunks and that replay
 *                 does not read; ascending, not overlapping
 * @param dedupKey bytes that make this fact the same fact as another (never stored as such: a keyed hash is), or null
 * @param near     where that key lies among others in the store, see {@link #onlyOnce(byte[], long)}; 0: anywhere
 * @param wall     when it was put on disk elsewhere before the journal takes it, see {@link AsideLog}; null: it was not
 */
public record Draft(
        String type,
        int version,
        Who who,
        @Nullable String subject,
        byte[] payload,
        List<Cut> cuts,
        byte @Nullable [] dedupKey,
        long near,
        @Nullable Instant wall) {

    /** A stretch of the payload: offset and length in bytes. */
    public record Cut(int offset, int length) {}

    public static Draft of(String type, int version, Who who, byte[] payload) {
        return new Draft(type, version, who, null, payload, List.of(), null, 0, null);
    }

    public Draft about(String subjectHex) {
        return new Draft(type, version, who, subjectHex, payload, cuts, dedupKey, near, wall);
    }

    public Draft onlyOnce(byte[] key) {
        return new Draft(type, version, who, subject, payload, cuts, key, 0, wall);
    }

    /**
     * The same, whose key the store keeps beside those of facts that come at about the same time: what is written together
     * then touches one page of the index, not one each.
     *
     * @param place the same for the same key, and ascending with time if it can be; its lowest 48 bits count
     */
    public Draft onlyOnce(byte[] key, long place) {
        return new Draft(type, version, who, subject, payload, cuts, key, place, wall);
    }

    public Draft cutting(List<Cut> stretches) {
        return new Draft(type, version, who, subject, payload, List.copyOf(stretches), dedupKey, near, wall);
    }

    /** The fact as it was put on disk before, at a moment that its entry keeps. */
    Draft recordedAt(Instant moment) {
        return new Draft(type, version, who, subject, payload, cuts, dedupKey, near, moment);
    }
}
