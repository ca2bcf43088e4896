package org.relais.feeds.hl7v2;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.relais.care.ClinicalFact;
import org.relais.care.Interpretation.Reason;
import org.relais.hl7.Field;
import org.relais.hl7.Segment;
import org.relais.hl7.Timestamp;
import org.relais.kernel.FeedName;
import org.relais.kernel.PartialTime;

/** What one message has given so far: facts, reasons for quarantine, oddities. */
final class Findings {
    private static final int MOST_NOTES = 20;

    private final FeedName feed;
    private final List<ClinicalFact> facts = new ArrayList<>();
    private final List<Reason> reasons = new ArrayList<>(1);
    private final List<Reason> flags = new ArrayList<>(1);

    Findings(FeedName feed) {
        this.feed = feed;
    }

    FeedName feed() {
        return feed;
    }

    void add(ClinicalFact fact) {
        facts.add(fact);
    }

    /** It could not be folded, wholly or in part. */
    void reason(String key, String... args) {
        note(reasons, key, args);
    }

    /** It is odd, though folded. */
    void flag(String key, String... args) {
        note(flags, key, args);
    }

    private static void note(List<Reason> notes, String key, String... args) {
        Reason note = new Reason(key, List.of(args));
        if (notes.size() < MOST_NOTES && !notes.contains(note)) {
            notes.add(note);
        }
    }

    /** The time in the first component of a field; flagged when something is there that is no time. */
    @Nullable
    PartialTime time(Segment segment, int number) {
        return time(segment.field(number).component(1), segment.name() + "-" + number);
    }

    @Nullable
    PartialTime time(Field field, String where) {
        if (field.isEmpty() || field.isDeleted()) {
            return null;
        }
        String said = field.value();
        PartialTime time = Timestamp.read(said);
        if (time == null && !said.isEmpty()) {
            flag("feeds.flag.unreadable-time", where);
        }
        return time;
    }

    List<ClinicalFact> facts() {
        return List.copyOf(facts);
    }

    List<Reason> reasons() {
        return List.copyOf(reasons);
    }

    List<Reason> flags() {
        return List.copyOf(flags);
    }
}
