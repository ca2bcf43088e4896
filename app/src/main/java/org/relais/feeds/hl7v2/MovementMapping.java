package org.relais.feeds.hl7v2;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.relais.care.ClinicalFact.Action;
import org.relais.care.ClinicalFact.Moved;
import org.relais.care.ClinicalFact.Trigger;
import org.relais.hl7.Field;
import org.relais.hl7.Segment;
import org.relais.kernel.PartialTime;
import org.relais.kernel.RecordKey;
import org.relais.kernel.WardCode;

/**
 * PV1, ZBE and EVN → a movement (HL7 v2.5.1 chapter 3.4.3; IHE PAM France 2.11, ZBE). The ward is ZBE-8 component 10, else
 * ZBE-7 component 10, else PV1-3.1.
 */
final class MovementMapping {
    private MovementMapping() {}

    static void fold(PatientGroup group, RecordKey record, AdtEvent event, Findings findings) {
        Optional<Segment> pv1 = group.first("PV1");
        Optional<Segment> zbe = group.first("ZBE");
        if (pv1.isEmpty() && zbe.isEmpty()) {
            findings.reason("feeds.reason.missing-segment", "PV1");
            return;
        }
        Action action = action(zbe, event, findings);
        String movementId = zbe.map(segment -> segment.value(1)).orElse("");
        if (action == Action.UPDATE && movementId.isEmpty()) {
            findings.reason("feeds.reason.missing-field", "ZBE-1");
            return;
        }
        Trigger trigger = trigger(zbe, event, action);
        if (trigger == null) {
            findings.reason("feeds.reason.no-original-trigger", event.name());
            return;
        }
        Ward ward = ward(pv1, zbe);
        findings.add(new Moved(
                record,
                movementId,
                trigger,
                action,
                zbe.map(segment -> segment.value(5).equals("Y")).orElse(false),
                pv1.map(segment -> DataTypes.identifier(segment.field(19), "VN"))
                        .orElse(null),
                DataTypes.identifier(group.pid().field(18), "AN"),
                ward.code(),
                ward.label(),
                pv1.map(segment -> segment.value(3, 2)).orElse(""),
                pv1.map(segment -> segment.value(3, 3)).orElse(""),
                pv1.map(segment -> segment.value(2)).orElse(""),
                pv1.map(segment -> DataTypes.person(segment.field(7)))
                        .filter(name -> !name.isEmpty())
                        .orElse(null),
                start(group, trigger, findings),
                zbe.map(segment -> findings.time(segment, 3)).orElse(null)));
    }

    private static Action action(Optional<Segment> zbe, AdtEvent event, Findings findings) {
        String said = zbe.map(segment -> segment.value(4)).orElse("");
        return switch (said) {
            case "INSERT" -> Action.INSERT;
            case "UPDATE" -> Action.UPDATE;
            case "CANCEL" -> Action.CANCEL;
            case "" -> event.action();
            default -> {
                findings.flag("feeds.flag.unknown-code", "ZBE-4");
                yield event.action();
            }
        };
    }

    /** What kind of movement; for one that corrects or takes back, the kind of the movement concerned. */
    private static @Nullable Trigger trigger(Optional<Segment> zbe, AdtEvent event, Action action) {
        String original = zbe.map(segment -> segment.value(6)).orElse("");
        AdtEvent meant = original.isEmpty() || action == Action.INSERT ? event : AdtEvent.of(original);
        if (meant == null || meant == AdtEvent.Z99 || meant.kind() != AdtEvent.Kind.MOVE) {
            return event == AdtEvent.Z99 ? null : event.trigger();
        }
        return meant.trigger();
    }

    private record Ward(@Nullable WardCode code, @Nullable String label) {}

    private static Ward ward(Optional<Segment> pv1, Optional<Segment> zbe) {
        if (zbe.isPresent()) {
            for (int number : new int[] {8, 7}) {
                Field unit = zbe.get().field(number);
                String code = unit.value(10);
                if (!code.isEmpty()) {
                    return new Ward(new WardCode(code), label(unit.value(1)));
                }
            }
        }
        String point = pv1.map(segment -> segment.value(3, 1)).orElse("");
        return point.isEmpty()
                ? new Ward(null, null)
                : new Ward(
                        new WardCode(point),
                        label(pv1.map(segment -> segment.value(3, 9)).orElse("")));
    }

    private static @Nullable String label(String said) {
        return said.isEmpty() ? null : said;
    }

    /** ZBE-2, else EVN-6, else PV1-45 for a discharge and PV1-44 for what begins a stay, else EVN-2. */
    private static @Nullable PartialTime start(PatientGroup group, Trigger trigger, Findings findings) {
        PartialTime said = time(group.first("ZBE"), 2, findings);
        if (said == null) {
            said = time(group.event(), 6, findings);
        }
        if (said == null) {
            said = switch (trigger) {
                case DISCHARGE -> time(group.first("PV1"), 45, findings);
                case ADMIT, OUTPATIENT -> time(group.first("PV1"), 44, findings);
                case PREADMIT, TRANSFER, CLASS_CHANGE, LEAVE, RETURN, UPDATE, DOCTOR_CHANGE -> null;
            };
        }
        return said == null ? time(group.event(), 2, findings) : said;
    }

    private static @Nullable PartialTime time(Optional<Segment> segment, int number, Findings findings) {
        return segment.isPresent() ? findings.time(segment.get(), number) : null;
    }
}
