package org.relais.feeds.hl7v2;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.relais.hl7.Message;
import org.relais.hl7.Segment;

/**
 * The segments of a message that are about one patient: from a PID to the next.
 *
 * @param event EVN, when the message has one
 * @param ahead  what precedes the first PID and is about every patient of the message: MSH, SCH…
 * @param behind the resources of an appointment, which stand after the last PID and are about every patient of the message
 *               (SIU_S12, HL7 v2.5.1 chapter 10.3); empty when an earlier patient has some of her own
 */
record PatientGroup(
        Segment pid, List<Segment> segments, Optional<Segment> event, List<Segment> ahead, List<Segment> behind) {
    private static final Set<String> RESOURCES = Set.of("RGS", "AIS", "AIG", "AIL", "AIP");

    static List<PatientGroup> of(Message message) {
        List<PatientGroup> groups = new ArrayList<>(2);
        List<Segment> segments = message.segments();
        Optional<Segment> event = message.first("EVN");
        List<Segment> behind = behind(segments);
        int from = -1;
        int first = -1;
        for (int at = 0; at <= segments.size(); at++) {
            if (at == segments.size() || segments.get(at).is("PID")) {
                first = first < 0 ? at : first;
                if (from >= 0) {
                    List<Segment> own = segments.subList(from, at);
                    groups.add(new PatientGroup(segments.get(from), own, event, segments.subList(0, first), behind));
                }
                from = at;
            }
        }
        return groups;
    }

    private static List<Segment> behind(List<Segment> segments) {
        int last = segments.size() - 1;
        while (last >= 0 && !segments.get(last).is("PID")) {
            last--;
        }
        boolean earlier = segments.subList(0, Math.max(0, last)).stream().anyMatch(PatientGroup::resource);
        return earlier
                ? List.of()
                : segments.subList(Math.max(0, last), segments.size()).stream()
                        .filter(PatientGroup::resource)
                        .toList();
    }

    private static boolean resource(Segment segment) {
        return RESOURCES.contains(segment.name());
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
