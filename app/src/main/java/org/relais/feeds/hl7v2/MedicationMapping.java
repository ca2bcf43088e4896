package org.relais.feeds.hl7v2;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.relais.care.ClinicalFact.Coded;
import org.relais.care.ClinicalFact.MedicationGiven;
import org.relais.care.ClinicalFact.MedicationOrdered;
import org.relais.feeds.hl7v2.OrderMapping.Order;
import org.relais.hl7.Field;
import org.relais.hl7.Segment;
import org.relais.kernel.PartialTime;

/**
 * RXE (else RXO), TQ1, RXR, RXC → a prescription line; RXA, RXR → administrations (HL7 v2.5.1 chapter 4A.4). Where an order
 * holds what was asked and what the pharmacy made of it, the pharmacy's is taken, with the timing and route after it.
 */
final class MedicationMapping {
    private MedicationMapping() {}

    static void foldOrder(Order order) {
        int at = index(order, "RXE");
        if (at < 0) {
            at = index(order, "RXO");
        }
        if (at < 0) {
            return;
        }
        Segment line = order.segments().get(at);
        List<Segment> after = order.segments().subList(at, order.segments().size());
        Field timing = line.is("RXE") ? line.field(1) : new Timing(order).field();
        Optional<Segment> tq1 = first(after, "TQ1").or(() -> order.first("TQ1"));
        Coded medication = DataTypes.coded(line.field(line.is("RXE") ? 2 : 1));
        if (medication.display().isEmpty()) {
            order.content().findings().flag("feeds.flag.empty-item", line.is("RXE") ? "RXE-2" : "RXO-1");
            return;
        }
        order.content()
                .findings()
                .add(new MedicationOrdered(
                        order.content().record(),
                        order.common(2),
                        order.common(1),
                        order.common(5),
                        withComponents(medication, after),
                        dose(line),
                        route(after, order),
                        frequency(tq1, timing),
                        order.prescriber().isEmpty() ? prescriber(line) : order.prescriber(),
                        time(order, tq1, timing, true),
                        time(order, tq1, timing, false)));
    }

    /** ORC-7, where the timing of older versions stands for RXO. */
    private record Timing(Order order) {
        Field field() {
            return order.first("ORC")
                    .map(orc -> orc.field(7))
                    .orElseGet(() -> order.segments().getFirst().field(999));
        }
    }

    private static int index(Order order, String name) {
        for (int at = 0; at < order.segments().size(); at++) {
            if (order.segments().get(at).is(name)) {
                return at;
            }
        }
        return -1;
    }

    private static Optional<Segment> first(List<Segment> segments, String name) {
        return segments.stream().filter(segment -> segment.is(name)).findFirst();
    }

    /** RXE-3 to 5, RXO-2 to 4: minimum, maximum, unit. */
    private static String dose(Segment line) {
        int least = line.is("RXE") ? 3 : 2;
        String most = line.value(least + 1);
        String amount = DataTypes.joined("–", line.value(least), most.equals(line.value(least)) ? "" : most);
        return amount.isEmpty() ? "" : DataTypes.joined(" ", amount, unit(line.field(least + 2)));
    }

    private static String unit(Field coded) {
        String text = coded.value(2);
        return text.isEmpty() ? coded.value(1) : text;
    }

    private static Coded withComponents(Coded medication, List<Segment> segments) {
        String components = segments.stream()
                .filter(segment -> segment.is("RXC"))
                .map(rxc -> DataTypes.joined(
                        " ", DataTypes.coded(rxc.field(2)).display(), rxc.value(3), unit(rxc.field(4))))
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(" + "));
        return components.isEmpty()
                ? medication
                : new Coded(medication.code(), medication.display() + " (" + components + ")", medication.system());
    }

    private static String route(List<Segment> after, Order order) {
        return first(after, "RXR")
                .or(() -> order.first("RXR"))
                .map(rxr -> DataTypes.display(rxr.field(1)))
                .orElse("");
    }

    private static String frequency(Optional<Segment> tq1, Field timing) {
        String said = tq1.map(segment -> DataTypes.display(segment.field(3))).orElse("");
        return said.isEmpty() ? timing.value(2) : said;
    }

    private static String prescriber(Segment line) {
        return DataTypes.person(line.field(line.is("RXE") ? 13 : 14));
    }

    /** TQ1-7 and 8, else components 4 and 5 of the older timing, else ORC-15 for the start. */
    private static @Nullable PartialTime time(Order order, Optional<Segment> tq1, Field timing, boolean start) {
        Findings findings = order.content().findings();
        PartialTime said = tq1.isPresent() ? findings.time(tq1.get(), start ? 7 : 8) : null;
        if (said == null) {
            said = findings.time(timing.component(start ? 4 : 5), "ORC-7");
        }
        return said == null && start ? order.commonTime(15) : said;
    }

    static void foldAdministrations(Order order) {
        List<Segment> segments = order.segments();
        for (int at = 0; at < segments.size(); at++) {
            Segment rxa = segments.get(at);
            if (rxa.is("RXA")) {
                given(order, rxa, segments.subList(at + 1, segments.size()));
            }
        }
    }

    private static void given(Order order, Segment rxa, List<Segment> after) {
        Coded medication = DataTypes.coded(rxa.field(5));
        if (medication.display().isEmpty()) {
            order.content().findings().flag("feeds.flag.empty-item", "RXA-5");
            return;
        }
        String amount = rxa.value(6);
        order.content()
                .findings()
                .add(new MedicationGiven(
                        order.content().record(),
                        order.common(2),
                        medication,
                        amount.isEmpty() || amount.equals("999")
                                ? ""
                                : DataTypes.joined(" ", amount, unit(rxa.field(7))),
                        route(after, order),
                        DataTypes.person(rxa.field(10)),
                        rxa.value(20),
                        order.content().findings().time(rxa, 3)));
    }
}
