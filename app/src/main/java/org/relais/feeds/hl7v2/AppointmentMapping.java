package org.relais.feeds.hl7v2;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.relais.care.ClinicalFact.AppointmentStated;
import org.relais.care.ClinicalFact.Coded;
import org.relais.hl7.Field;
import org.relais.hl7.Segment;
import org.relais.kernel.PartialTime;

/**
 * SCH, with AIS, AIP, AIL and AIG → appointments (SIU^S12 to S26, HL7 v2.5.1 chapter 10). SCH stands before PID: it is
 * the message's, for every patient in it.
 */
final class AppointmentMapping {
    private AppointmentMapping() {}

    static Optional<Segment> sch(PatientGroup group) {
        return group.ahead().stream()
                .filter(segment -> segment.is("SCH"))
                .findFirst()
                .or(() -> group.first("SCH"));
    }

    static void fold(ClinicalContent content) {
        sch(content.group()).ifPresent(sch -> content.findings().add(appointment(content, sch)));
    }

    private static AppointmentStated appointment(ClinicalContent content, Segment sch) {
        Findings findings = content.findings();
        PartialTime start = start(content, sch);
        return new AppointmentStated(
                content.record(),
                sch.value(1),
                sch.value(2),
                content.trigger(),
                sch.value(25),
                service(content, sch),
                DataTypes.display(sch.field(7)),
                people(content),
                place(content),
                start,
                end(content, sch, findings));
    }

    /** SCH-11.4, else TQ1-7, else the start of the first AIS, AIG, AIL or AIP. */
    private static @Nullable PartialTime start(ClinicalContent content, Segment sch) {
        Findings findings = content.findings();
        PartialTime said = findings.time(sch.field(11).component(4), "SCH-11");
        if (said == null) {
            said = time(content, "TQ1", 7);
        }
        if (said == null) {
            said = time(content, "AIS", 4);
        }
        if (said == null) {
            said = time(content, "AIG", 8);
        }
        if (said == null) {
            said = time(content, "AIL", 6);
        }
        return said == null ? time(content, "AIP", 6) : said;
    }

    private static @Nullable PartialTime end(ClinicalContent content, Segment sch, Findings findings) {
        PartialTime said = findings.time(sch.field(11).component(5), "SCH-11");
        return said == null ? time(content, "TQ1", 8) : said;
    }

    private static @Nullable PartialTime time(ClinicalContent content, String segment, int number) {
        return segments(content, segment).stream()
                .filter(one -> !one.field(number).isEmpty())
                .findFirst()
                .map(one -> content.findings().time(one, number))
                .orElse(null);
    }

    /** Her own; else those of the message: TQ1 stands before PID with SCH, the resources after the last PID. */
    private static List<Segment> segments(ClinicalContent content, String name) {
        PatientGroup group = content.group();
        return Stream.of(group.segments(), group.behind(), group.ahead())
                .map(among -> among.stream().filter(segment -> segment.is(name)).toList())
                .filter(found -> !found.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    private static Coded service(ClinicalContent content, Segment sch) {
        for (Segment ais : segments(content, "AIS")) {
            Coded service = DataTypes.coded(ais.field(3));
            if (!service.display().isEmpty()) {
                return service;
            }
        }
        Coded type = DataTypes.coded(sch.field(8));
        return type.display().isEmpty() ? DataTypes.coded(sch.field(7)) : type;
    }

    private static String people(ClinicalContent content) {
        return segments(content, "AIP").stream()
                .map(aip -> DataTypes.person(aip.field(3)))
                .filter(name -> !name.isEmpty())
                .distinct()
                .collect(Collectors.joining(", "));
    }

    /** AIL-3 (PL): point of care, room, bed, building, floor, or the description alone. */
    private static String place(ClinicalContent content) {
        return segments(content, "AIL").stream()
                .map(ail -> place(ail.field(3)))
                .filter(place -> !place.isEmpty())
                .distinct()
                .collect(Collectors.joining(", "));
    }

    private static String place(Field pl) {
        String description = pl.value(9);
        return description.isEmpty()
                ? DataTypes.joined(" ", pl.value(1), pl.value(2), pl.value(3), pl.value(7), pl.value(8))
                : description;
    }
}
