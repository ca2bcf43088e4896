package org.relais.feeds.hl7v2;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.relais.hl7.Field;
import org.relais.hl7.Segment;
import org.relais.kernel.FeedName;
import org.relais.kernel.Identifier;
import org.relais.kernel.RecordKey;

/**
 * Which of a patient's identifiers names her record: the local one (type PI, else MR, else PT, else the first that is no
 * INS), and the INS only where there is no other.
 */
final class RecordKeys {
    private static final List<String> LOCAL_TYPES = List.of("PI", "MR", "PT");
    private static final String INS_OID = "1.2.250.1.213.1.4.";

    private RecordKeys() {}

    /** The record that a PID is about: PID-3, else PID-2, else PID-4; null when it names nobody. */
    static @Nullable RecordKey of(Segment pid, FeedName feed) {
        RecordKey key = of(pid.field(3), feed, null);
        if (key == null) {
            key = of(pid.field(2), feed, null);
        }
        return key == null ? of(pid.field(4), feed, null) : key;
    }

    /** The record that a list of identifiers names; one of the same authority as {@code like} goes first. */
    static @Nullable RecordKey of(Field list, FeedName feed, @Nullable RecordKey like) {
        Identifier best = null;
        int bestRank = Integer.MAX_VALUE;
        for (Field cx : list.repetitions()) {
            Identifier identifier = DataTypes.identifier(cx, "");
            if (identifier == null) {
                continue;
            }
            int rank = rank(cx, identifier);
            if (like != null && authority(identifier, feed).equals(like.authority())) {
                rank -= 100;
            }
            if (rank < bestRank) {
                bestRank = rank;
                best = identifier;
            }
        }
        return best == null ? null : new RecordKey(authority(best, feed), best.value());
    }

    private static String authority(Identifier identifier, FeedName feed) {
        return identifier.authority().isEmpty() ? feed.value() : identifier.authority();
    }

    private static int rank(Field cx, Identifier identifier) {
        if (isIns(cx, identifier)) {
            return 10;
        }
        int place = LOCAL_TYPES.indexOf(identifier.type());
        return place < 0 ? 5 : place;
    }

    /** Whether an identifier is the national one: by its OID, or its type where no OID is said. */
    private static boolean isIns(Field cx, Identifier identifier) {
        String oid = cx.component(4).subcomponent(2).text();
        return oid.equals(INS_OID + "8")
                || oid.equals(INS_OID + "9")
                || oid.equals(INS_OID + "10")
                || oid.equals(INS_OID + "11")
                || identifier.type().startsWith("INS");
    }
}
