package org.relais.feeds.hl7v2;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.relais.care.ClinicalFact.Action;
import org.relais.care.ClinicalFact.Trigger;

/** What an ADT trigger event does (HL7 v2.5.1 chapter 3.3, IHE PAM France). */
enum AdtEvent {
    A01(Trigger.ADMIT),
    A02(Trigger.TRANSFER),
    A03(Trigger.DISCHARGE),
    A04(Trigger.OUTPATIENT),
    A05(Trigger.PREADMIT),
    A06(Trigger.CLASS_CHANGE),
    A07(Trigger.CLASS_CHANGE),
    A08(Trigger.UPDATE),
    A09(Kind.AWAITED),
    A10(Kind.AWAITED),
    A11(Trigger.ADMIT, Action.CANCEL),
    A12(Trigger.TRANSFER, Action.CANCEL),
    A13(Trigger.DISCHARGE, Action.CANCEL),
    A14(Kind.AWAITED),
    A15(Kind.AWAITED),
    A16(Kind.AWAITED),
    A17(Trigger.TRANSFER),
    A18(Kind.MERGE),
    A21(Trigger.LEAVE),
    A22(Trigger.RETURN),
    A23(Kind.DELETION),
    A24(Kind.LINK),
    A25(Kind.AWAITED),
    A26(Kind.AWAITED),
    A27(Kind.AWAITED),
    A28(Kind.PERSON),
    A29(Kind.DELETION),
    A30(Kind.MERGE),
    A31(Kind.PERSON),
    A32(Kind.AWAITED),
    A33(Kind.AWAITED),
    A34(Kind.MERGE),
    A35(Kind.NOT_FOLDED),
    A36(Kind.MERGE),
    A37(Kind.UNLINK),
    A38(Trigger.PREADMIT, Action.CANCEL),
    A39(Kind.MERGE),
    A40(Kind.MERGE),
    A41(Kind.NOT_FOLDED),
    A42(Kind.NOT_FOLDED),
    A43(Kind.NOT_FOLDED),
    A44(Kind.VISIT_MOVED),
    A45(Kind.VISIT_MOVED),
    A46(Kind.RENAMED),
    A47(Kind.RENAMED),
    A48(Kind.PERSON),
    A49(Kind.NOT_FOLDED),
    A50(Kind.NOT_FOLDED),
    A51(Kind.NOT_FOLDED),
    A52(Trigger.LEAVE, Action.CANCEL),
    A53(Trigger.RETURN, Action.CANCEL),
    A54(Trigger.DOCTOR_CHANGE),
    A55(Trigger.DOCTOR_CHANGE, Action.CANCEL),
    A60(Kind.PERSON),
    A61(Kind.PERSON),
    A62(Kind.PERSON),
    /** IHE PAM France: a movement is corrected; ZBE-6 says which kind. */
    Z99(Trigger.UPDATE, Action.UPDATE);

    /** Families of events. */
    enum Kind {
        MOVE,
        /** About the person only. */
        PERSON,
        /** Something is expected, or in transit: nothing has moved yet. */
        AWAITED,
        MERGE,
        RENAMED,
        LINK,
        UNLINK,
        VISIT_MOVED,
        /** Account and visit numbers merged or changed: kept, shown to a human. */
        NOT_FOLDED,
        /** A record is to be erased: never done by a message, shown to a human. */
        DELETION
    }

    private static final Map<String, AdtEvent> BY_NAME = java.util.Arrays.stream(values())
            .collect(java.util.stream.Collectors.toUnmodifiableMap(AdtEvent::name, event -> event));

    private final Kind kind;
    private final Trigger trigger;
    private final Action action;

    AdtEvent(Kind kind) {
        this(kind, Trigger.UPDATE, Action.INSERT);
    }

    AdtEvent(Trigger trigger) {
        this(Kind.MOVE, trigger, Action.INSERT);
    }

    AdtEvent(Trigger trigger, Action action) {
        this(Kind.MOVE, trigger, action);
    }

    AdtEvent(Kind kind, Trigger trigger, Action action) {
        this.kind = kind;
        this.trigger = trigger;
        this.action = action;
    }

    /** The event of that code, or null when no standard knows it. */
    static @Nullable AdtEvent of(String code) {
        return BY_NAME.get(code);
    }

    Kind kind() {
        return kind;
    }

    Trigger trigger() {
        return trigger;
    }

    Action action() {
        return action;
    }
}
