package org.relais.feeds.hl7v2;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.relais.hl7.Message;
import org.relais.hl7.Segment;

/**
 * The segments of a message that are about one patient: from a PID to the next.
 *
 * @param event EVN, when the message has one
 * @param ahead what precedes the first PID and is about every patient of the message: MSH, SCH…
 */
record PatientGroup(Segment pid, List<Segment> segments, Optional<Segment> event, List<Segment> ahead) {

    static List<PatientGroup> of(Message message) {
        List<PatientGroup> groups = new ArrayList<>(2);
        List<Segment> segments = message.segments();
        Optional<Segment> event = message.first("EVN");
        int from = -1;
        int first = -1;
        for (int at = 0; at <= segments.size(); at++) {
            if (at == segments.size() || segments.get(at).is("PID")) {
                first = first < 0 ? at : first;
                if (from >= 0) {
                    List<Segment> own = segments.subList(from, at);
                    groups.add(new PatientGroup(segments.get(from), own, event, segments.subList(0, first)));
                }
                from = at;
            }
        }
        return groups;
    }

    Optional<Segment> first(String name) {
        for (Segment segment : segments) {
            if (segment.is(name)) {
                return Optional.of(segment);
            }
        }
        return Optional.empty();
    }

    boolean has(String name) {
        return first(name).isPresent();
    }
}
