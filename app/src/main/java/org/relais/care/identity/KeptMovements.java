package org.relais.care.identity;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.relais.care.ClinicalFact.Action;
import org.relais.care.ClinicalFact.Moved;
import org.relais.care.ClinicalFact.Trigger;

/**
 * The movements of one chart that still stand, once what was corrected is corrected and what was taken back is gone: a
 * fold over the messages in the order they came (IHE PAM France ZBE-4; HL7 v2 A11, A12, A13, A38 without ZBE).
 *
 * <p>A movement with an id is corrected and taken back by its id; taken back, it never returns. Without an id, a
 * cancel takes back the last one of its kind in the same numbering and stay, and with it what mere updates (A08) said
 * of the place since. A historic correction never moves the place where the patient lies now.
 */
final class KeptMovements {
    private static final Set<Trigger> REMARKS = EnumSet.of(Trigger.UPDATE, Trigger.DOCTOR_CHANGE);

    private final ZoneId zone;
    private final List<Kept> kept = new ArrayList<>();
    private final Set<String> takenBack = new HashSet<>();
    private @Nullable Moved lastCancel;

    /**
     * A movement that stands.
     *
     * @param shown   as last corrected
     * @param placing what of it counts for the present place
     */
    record Kept(long position, Moved shown, Moved placing) {}

    private KeptMovements(ZoneId zone) {
        this.zone = zone;
    }

    static List<Kept> of(List<Move> moves, ZoneId zone) {
        KeptMovements fold = new KeptMovements(zone);
        moves.forEach(fold::take);
        return List.copyOf(fold.kept);
    }

    private void take(Move move) {
        Moved said = move.said();
        if (said.action() == Action.CANCEL) {
            cancel(said);
        } else if (said.movementId().isEmpty()) {
            if (kept.stream().noneMatch(one -> sameMovement(one.shown, said))) {
                kept.add(new Kept(move.position(), said, said));
                lastCancel = null;
            }
        } else if (!takenBack.contains(name(said))) {
            int at = indexOf(said);
            if (at < 0) {
                kept.add(new Kept(move.position(), said, said));
            } else {
                kept.set(at, corrected(kept.get(at), said));
            }
        }
    }

    /** The same message sent again says the same movement; without a time only when nothing else came between. */
    private boolean sameMovement(Moved known, Moved said) {
        return known.equals(said)
                && (said.start() != null || kept.getLast().shown().equals(said));
    }

    private void cancel(Moved said) {
        if (!said.movementId().isEmpty()) {
            takenBack.add(name(said));
            int at = indexOf(said);
            if (at >= 0) {
                Kept gone = kept.remove(at);
                forgetRemarks(at, gone.shown, false);
            }
        } else if (!said.equals(lastCancel)) {
            lastCancel = said;
            Predicate<Moved> target = target(said);
            for (int at = kept.size() - 1; at >= 0; at--) {
                if (target.test(kept.get(at).shown)) {
                    Moved gone = kept.remove(at).shown;
                    forgetRemarks(at, gone, said.trigger() == Trigger.ADMIT || said.trigger() == Trigger.OUTPATIENT);
                    return;
                }
            }
        }
    }

    private static Predicate<Moved> target(Moved cancel) {
        return one -> sameKind(one.trigger(), cancel.trigger()) && sameNumbering(one, cancel) && sameVisit(one, cancel);
    }

    private static boolean sameKind(Trigger one, Trigger cancelled) {
        return one == cancelled
                || (cancelled == Trigger.ADMIT && one == Trigger.OUTPATIENT)
                || (cancelled == Trigger.OUTPATIENT && one == Trigger.ADMIT);
    }

    private static boolean sameNumbering(Moved one, Moved other) {
        return one.record().authority().equals(other.record().authority());
    }

    private static boolean sameVisit(Moved one, Moved other) {
        return one.visit() == null || other.visit() == null || one.visit().sameNumber(other.visit());
    }

    /** Drops what updates said after a movement that is taken back; every movement of the stay when it was the first. */
    private void forgetRemarks(int from, Moved gone, boolean all) {
        List<Kept> since = kept.subList(from, kept.size());
        since.removeIf(
                one -> sameNumbering(one.shown, gone) && sameVisit(one.shown, gone) && (all || isRemark(one.shown)));
    }

    static boolean isRemark(Moved said) {
        return said.action() != Action.CANCEL
                && REMARKS.contains(said.trigger())
                && said.movementId().isEmpty();
    }

    private Kept corrected(Kept known, Moved said) {
        boolean knownCorrects = known.shown.action() == Action.UPDATE;
        if (said.action() == Action.INSERT) {
            return knownCorrects
                    ? new Kept(known.position, over(said, known.shown), over(said, known.placing))
                    : new Kept(known.position, said, said);
        }
        Moved shown = over(known.shown, said);
        if (!said.historic() || known.placing.historic()) {
            return new Kept(known.position, shown, over(known.placing, said));
        }
        Moved placing = known.equals(Standing.placing(kept, zone)) ? known.placing : withStart(shown, known.placing);
        return new Kept(known.position, shown, withHistoric(placing, false));
    }

    private int indexOf(Moved said) {
        for (int at = 0; at < kept.size(); at++) {
            if (name(kept.get(at).shown).equals(name(said))) {
                return at;
            }
        }
        return -1;
    }

    private static String name(Moved said) {
        return said.record().authority() + "\u0000" + said.movementId();
    }

    /** A movement with what a later message says of it laid over; what the later one does not say stays. */
    private static Moved over(Moved known, Moved said) {
        boolean place = said.ward() != null;
        return new Moved(
                said.record(),
                said.movementId(),
                said.trigger() == Trigger.UPDATE ? known.trigger() : said.trigger(),
                said.action(),
                said.historic(),
                said.visit() == null ? known.visit() : said.visit(),
                said.account() == null ? known.account() : said.account(),
                place ? said.ward() : known.ward(),
                said.wardLabel() == null ? known.wardLabel() : said.wardLabel(),
                place ? said.room() : known.room(),
                place ? said.bed() : known.bed(),
                said.patientClass().isEmpty() ? known.patientClass() : said.patientClass(),
                said.attending() == null ? known.attending() : said.attending(),
                said.start() == null ? known.start() : said.start(),
                said.end() == null ? known.end() : said.end());
    }

    private static Moved withStart(Moved one, Moved timed) {
        return copy(one, one.historic(), timed);
    }

    private static Moved withHistoric(Moved one, boolean historic) {
        return copy(one, historic, one);
    }

    private static Moved copy(Moved one, boolean historic, Moved timed) {
        return new Moved(
                one.record(),
                one.movementId(),
                one.trigger(),
                one.action(),
                historic,
                one.visit(),
                one.account(),
                one.ward(),
                one.wardLabel(),
                one.room(),
                one.bed(),
                one.patientClass(),
                one.attending(),
                timed.start(),
                one.end());
    }
}
