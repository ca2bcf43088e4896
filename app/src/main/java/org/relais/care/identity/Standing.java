package org.relais.care.identity;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.relais.care.ClinicalFact;
import org.relais.care.ClinicalFact.Moved;
import org.relais.care.identity.KeptMovements.Kept;
import org.relais.care.identity.numbers.DowntimeNumber;
import org.relais.kernel.Identifier;
import org.relais.kernel.PartialTime;
import org.relais.kernel.WardCode;

/**
 * Where a patient lies and in which stay: the standing movements run through in the order they happened. Of several
 * open stays the one that moved last says the place. A stay that only a desk wrote down stands in for one that the
 * hospital's systems number: it joins the one that is open, and ends when they open one or end one not heard of before.
 *
 * @param place null when she lies nowhere in the hospital
 * @param stay  the stay of that place, else the last one, else null
 */
record Standing(@Nullable Place place, @Nullable Stay stay) {
    static final Standing NOWHERE = new Standing(null, null);

    static Standing of(List<Kept> kept, ZoneId zone) {
        Fold fold = new Fold();
        inTime(kept, zone).forEach(fold::take);
        return fold.standing();
    }

    /** The movement that says where the patient lies now, or null. */
    static @Nullable Kept placing(List<Kept> kept, ZoneId zone) {
        Fold fold = new Fold();
        inTime(kept, zone).forEach(fold::take);
        return fold.current().map(visit -> visit.placedBy).orElse(null);
    }

    /** The movements as they happened; those whose time was not said, or not finely, as they came. */
    static List<Kept> inTime(List<Kept> kept, ZoneId zone) {
        record Timed(LocalDateTime at, Kept kept) {}
        List<Timed> timed = new ArrayList<>(kept.size());
        LocalDateTime latest = LocalDateTime.MIN;
        for (Kept one : kept) {
            LocalDateTime at = when(one.placing().start(), latest, zone);
            timed.add(new Timed(at, one));
            latest = at.isAfter(latest) ? at : latest;
        }
        return timed.stream()
                .sorted(Comparator.comparing(Timed::at))
                .map(Timed::kept)
                .toList();
    }

    private static LocalDateTime when(@Nullable PartialTime start, LocalDateTime latest, ZoneId zone) {
        if (start == null) {
            return latest;
        }
        LocalDateTime earliest =
                start.offset() == null ? start.local() : LocalDateTime.ofInstant(start.instant(zone), zone);
        LocalDateTime end = switch (start.precision()) {
            case YEAR -> earliest.plusYears(1);
            case MONTH -> earliest.plusMonths(1);
            case DAY -> earliest.plusDays(1);
            case HOUR -> earliest.plusHours(1);
            case MINUTE -> earliest.plusMinutes(1);
            case SECOND -> earliest.plusSeconds(1);
        };
        return latest.isAfter(earliest) && latest.isBefore(end) ? latest : earliest;
    }

    /** One stay while it is run through. */
    private static final class Visit {
        private @Nullable Identifier id;
        private String patientClass = "";
        private String attending = "";
        private @Nullable PartialTime admitted;
        private @Nullable PartialTime discharged;
        private boolean closed;
        private boolean awaited;
        private boolean onLeave;
        /** Whether only desks have spoken of it. */
        private boolean standIn;

        private @Nullable Place place;
        private @Nullable Kept placedBy;
        private int placedAt;
        private int touchedAt;

        private Stay stay() {
            return new Stay(id, patientClass, attending, admitted, discharged, onLeave, awaited);
        }
    }

    private static final class Fold {
        private final Map<String, Visit> visits = new LinkedHashMap<>();
        private int step;

        private void take(Kept kept) {
            Moved said = kept.placing();
            Visit visit = visit(said);
            if (said.historic()) {
                past(visit, said);
                return;
            }
            boolean joined = byDesk(said) && visit.id != null;
            visit.standIn = byDesk(said) && (visit.standIn || visit.touchedAt == 0);
            boolean unheard = visit.touchedAt == 0;
            visit.touchedAt = ++step;
            describe(visit, said);
            move(visit, kept, joined);
            if (!byDesk(said) && visit.id != null && (visit.place != null || (unheard && visit.closed))) {
                visits.values().removeIf(one -> one.standIn);
            }
        }

        private void move(Visit visit, Kept kept, boolean joined) {
            Moved said = kept.placing();
            switch (said.trigger()) {
                case ADMIT, OUTPATIENT -> {
                    visit.admitted = joined ? visit.admitted : said.start();
                    open(visit);
                    place(visit, kept);
                }
                case PREADMIT -> visit.awaited = visit.place == null && visit.admitted == null;
                case TRANSFER, CLASS_CHANGE, RETURN -> {
                    open(visit);
                    place(visit, kept);
                }
                case UPDATE, DOCTOR_CHANGE -> {
                    if (!visit.closed && !visit.awaited) {
                        place(visit, kept);
                    }
                }
                case LEAVE -> visit.onLeave = true;
                case DISCHARGE -> {
                    visit.closed = true;
                    visit.discharged = said.start();
                    visit.place = null;
                    visit.onLeave = false;
                }
            }
        }

        private static boolean byDesk(Moved said) {
            return said.record().authority().equals(DowntimeNumber.AUTHORITY);
        }

        private static void past(Visit visit, Moved said) {
            boolean begins =
                    said.trigger() == ClinicalFact.Trigger.ADMIT || said.trigger() == ClinicalFact.Trigger.OUTPATIENT;
            if (begins && visit.admitted == null) {
                visit.admitted = said.start();
            }
        }

        private static void open(Visit visit) {
            visit.closed = false;
            visit.awaited = false;
            visit.onLeave = false;
            visit.discharged = null;
        }

        private static void describe(Visit visit, Moved said) {
            visit.id = said.visit() == null ? visit.id : said.visit();
            visit.patientClass = said.patientClass().isEmpty() ? visit.patientClass : said.patientClass();
            visit.attending = said.attending() == null ? visit.attending : plain(said.attending());
        }

        private void place(Visit visit, Kept kept) {
            Moved said = kept.placing();
            WardCode ward = said.ward();
            if (ward == null) {
                return;
            }
            if (ward.value().equals(ClinicalFact.DELETED)) {
                visit.place = null;
                return;
            }
            visit.placedAt = step;
            visit.placedBy = kept;
            Place before = visit.place;
            Place after = new Place(ward, plain(said.room()), plain(said.bed()), said.start());
            boolean same = before != null
                    && before.ward().equals(after.ward())
                    && before.room().equals(after.room())
                    && before.bed().equals(after.bed());
            visit.place = same ? before : after;
        }

        private static String plain(String text) {
            return text.equals(ClinicalFact.DELETED) ? "" : text;
        }

        private Visit visit(Moved said) {
            Identifier id = said.visit();
            boolean begins = said.trigger() == ClinicalFact.Trigger.ADMIT
                    || said.trigger() == ClinicalFact.Trigger.OUTPATIENT
                    || said.trigger() == ClinicalFact.Trigger.PREADMIT;
            if (id == null && !begins) {
                return current().or(this::last).orElseGet(() -> named(""));
            }
            Visit open = current().orElse(null);
            if (id == null && byDesk(said) && open != null && open.id != null) {
                return open;
            }
            if (id == null && !said.historic()) {
                Visit unnamed = visits.get("");
                if (unnamed != null && unnamed.closed) {
                    visits.remove("");
                }
            }
            return named(id == null ? "" : id.authority() + "\u0000" + id.value());
        }

        private Visit named(String name) {
            return visits.computeIfAbsent(name, first -> new Visit());
        }

        private Optional<Visit> current() {
            return visits.values().stream()
                    .filter(visit -> visit.place != null)
                    .max(Comparator.comparingInt(visit -> visit.placedAt));
        }

        private Optional<Visit> last() {
            return visits.values().stream()
                    .filter(visit -> visit.touchedAt > 0)
                    .max(Comparator.comparing((Visit visit) -> !visit.awaited)
                            .thenComparingInt(visit -> visit.touchedAt));
        }

        private Standing standing() {
            Visit visit = current().or(this::last).orElse(null);
            return visit == null ? NOWHERE : new Standing(visit.place, visit.stay());
        }
    }
}
