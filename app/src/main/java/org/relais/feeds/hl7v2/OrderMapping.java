package org.relais.feeds.hl7v2;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.relais.care.ClinicalFact.ExamOrdered;
import org.relais.hl7.Segment;
import org.relais.kernel.PartialTime;

/**
 * ORC and what it commands (HL7 v2.5.1 chapter 4): OBR → an exam asked for; RXO, RXE → a prescription line; RXA → an
 * administration. An order goes from its ORC to the next; without ORC, from its OBR, RXO, RXE or RXA.
 */
final class OrderMapping {
    private OrderMapping() {}

    /** The segments of one order. */
    record Order(ClinicalContent content, List<Segment> segments) {
        Optional<Segment> first(String name) {
            return segments.stream().filter(segment -> segment.is(name)).findFirst();
        }

        /** A field of ORC; empty without one. */
        String common(int number) {
            return first("ORC").map(orc -> orc.value(number)).orElse("");
        }

        @Nullable
        PartialTime commonTime(int number) {
            return first("ORC").map(orc -> content.findings().time(orc, number)).orElse(null);
        }

        /** ORC-12: who asks for it. */
        String prescriber() {
            return first("ORC").map(orc -> DataTypes.person(orc.field(12))).orElse("");
        }
    }

    static void fold(ClinicalContent content) {
        for (Order order : orders(content)) {
            if (content.type().reads() != MessageType.Reads.VACCINATIONS) {
                order.segments().stream().filter(segment -> segment.is("OBR")).forEach(obr -> exam(order, obr));
                MedicationMapping.foldOrder(order);
            }
            MedicationMapping.foldAdministrations(order);
        }
    }

    private static List<Order> orders(ClinicalContent content) {
        List<Order> orders = new ArrayList<>();
        List<Segment> open = new ArrayList<>();
        for (Segment segment : content.group().segments()) {
            boolean begins = segment.is("ORC") || (open.isEmpty() && starts(segment));
            if (begins && !open.isEmpty()) {
                orders.add(new Order(content, open));
                open = new ArrayList<>();
            }
            if (begins || !open.isEmpty()) {
                open.add(segment);
            }
        }
        if (!open.isEmpty()) {
            orders.add(new Order(content, open));
        }
        return orders;
    }

    private static boolean starts(Segment segment) {
        return segment.is("OBR") || segment.is("RXO") || segment.is("RXE") || segment.is("RXA");
    }

    private static void exam(Order order, Segment obr) {
        String placer = order.common(2);
        String filler = order.common(3);
        String prescriber = order.prescriber();
        PartialTime asked = order.commonTime(9);
        order.content()
                .findings()
                .add(new ExamOrdered(
                        order.content().record(),
                        placer.isEmpty() || !obr.value(2).isEmpty() ? obr.value(2) : placer,
                        filler.isEmpty() || !obr.value(3).isEmpty() ? obr.value(3) : filler,
                        order.common(1),
                        order.common(5),
                        DataTypes.coded(obr.field(4)),
                        priority(order, obr),
                        prescriber.isEmpty() ? DataTypes.person(obr.field(16)) : prescriber,
                        asked == null ? order.content().findings().time(obr, 6) : asked,
                        obr.value(24)));
    }

    /** TQ1-9, else OBR-27.6, ORC-7.6, OBR-5 of older versions. */
    private static String priority(Order order, Segment obr) {
        String said = order.first("TQ1").map(tq1 -> tq1.value(9)).orElse("");
        if (said.isEmpty()) {
            said = obr.value(27, 6);
        }
        if (said.isEmpty()) {
            said = order.first("ORC").map(orc -> orc.value(7, 6)).orElse("");
        }
        return said.isEmpty() ? obr.value(5) : said;
    }
}
