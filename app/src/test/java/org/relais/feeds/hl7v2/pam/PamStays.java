package org.relais.feeds.hl7v2.pam;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Where one patient must be after what was said of her stays, in the order it arrived: the movements half of the oracle. */
final class PamStays {
    /** A movement or remark that stands, as corrected. */
    private static final class Standing {
        final String id;
        final PamEvent first;
        String code;
        String visit;
        String place;
        String kind;
        LocalDateTime at;
        boolean historic;

        Standing(PamEvent event) {
            id = event.movement();
            first = event;
            code = meant(event);
            visit = event.visit();
            place = event.place();
            kind = event.kind();
            at = event.at();
            historic = event.historic();
        }

        boolean remark() {
            return id.isEmpty() && code.equals("A08");
        }
    }

    /** A stay while its movements happen. */
    private static final class Visit {
        final String number;
        String kind = "";
        String place = "";
        boolean closed;
        boolean awaited;
        boolean begun;
        boolean onLeave;
        int placedAt;
        int touchedAt;

        Visit(String number) {
            this.number = number;
        }
    }

    private final List<Standing> standing = new ArrayList<>();
    private final Set<String> gone = new HashSet<>();
    private @Nullable PamEvent lastCancel;

    static PamStays of(List<PamEvent> arrived) {
        PamStays stays = new PamStays();
        arrived.forEach(stays::arrive);
        return stays;
    }

    /** The event that a message is about: ZBE-6 where it corrects or takes back. */
    private static String meant(PamEvent event) {
        return event.original().isEmpty() ? event.code() : event.original();
    }

    private void arrive(PamEvent event) {
        String cancelled = cancelled(event);
        if (cancelled.isEmpty()) {
            said(event);
        } else if (!event.movement().isEmpty()) {
            gone.add(event.movement());
            standing.stream()
                    .filter(one -> one.id.equals(event.movement()))
                    .findFirst()
                    .ifPresent(one -> takeBack(one, false));
        } else if (!same(event, lastCancel)) {
            lastCancel = event;
            for (int at = standing.size() - 1; at >= 0; at--) {
                Standing one = standing.get(at);
                if (kind(one.code).equals(kind(cancelled)) && sameVisit(one.visit, event.visit())) {
                    takeBack(one, cancelled.equals("A01"));
                    return;
                }
            }
        }
    }

    private static String kind(String code) {
        return switch (code) {
            case "A04" -> "A01";
            case "A07" -> "A06";
            default -> code;
        };
    }

    private static String cancelled(PamEvent event) {
        if (event.action().equals("CANCEL")) {
            return event.original();
        }
        return switch (event.code()) {
            case "A11" -> "A01";
            case "A12" -> "A02";
            case "A13" -> "A03";
            case "A38" -> "A05";
            case "A52" -> "A21";
            case "A53" -> "A22";
            default -> "";
        };
    }

    private static boolean same(PamEvent one, @Nullable PamEvent other) {
        return one.equals(other);
    }

    private static boolean sameVisit(String one, String other) {
        return one.isEmpty() || other.isEmpty() || one.equals(other);
    }

    private void takeBack(Standing one, boolean whole) {
        int at = standing.indexOf(one);
        standing.remove(at);
        List<Standing> later = standing.subList(at, standing.size());
        later.removeIf(other -> sameVisit(other.visit, one.visit) && (whole || other.remark()));
    }

    private void said(PamEvent event) {
        if (event.movement().isEmpty()) {
            if (standing.stream().noneMatch(one -> one.first.equals(event))) {
                standing.add(new Standing(event));
                lastCancel = null;
            }
            return;
        }
        if (gone.contains(event.movement())) {
            return;
        }
        Standing known = standing.stream()
                .filter(one -> one.id.equals(event.movement()))
                .findFirst()
                .orElse(null);
        if (known == null) {
            standing.add(new Standing(event));
        } else if (event.action().equals("INSERT")) {
            insert(known, event);
        } else {
            correct(known, event);
        }
    }

    /** The movement itself, after its correction or once more. */
    private static void insert(Standing known, PamEvent event) {
        known.visit = known.visit.isEmpty() ? event.visit() : known.visit;
        known.place = known.place.isEmpty() ? event.place() : known.place;
        known.kind = known.kind.isEmpty() ? event.kind() : known.kind;
    }

    private void correct(Standing known, PamEvent event) {
        boolean historic = event.historic() && !known.historic;
        if (historic && known.equals(run().placing)) {
            return;
        }
        known.visit = event.visit().isEmpty() ? known.visit : event.visit();
        known.place = event.place().isEmpty() ? known.place : event.place();
        known.kind = event.kind().isEmpty() ? known.kind : event.kind();
        known.at = historic ? known.at : event.at();
        known.historic = !historic && event.historic();
    }

    /** What has happened: the movements that stand, in order of time. */
    private static final class Run {
        final Map<String, Visit> visits = new LinkedHashMap<>();
        final Map<String, Standing> placedBy = new LinkedHashMap<>();

        @Nullable
        Standing placing;

        int step;

        @Nullable
        Visit lying() {
            return visits.values().stream()
                    .filter(visit -> !visit.place.isEmpty())
                    .max(Comparator.comparingInt(visit -> visit.placedAt))
                    .orElse(null);
        }

        @Nullable
        Visit last() {
            return visits.values().stream()
                    .filter(visit -> visit.touchedAt > 0)
                    .max(Comparator.comparing((Visit visit) -> !visit.awaited)
                            .thenComparingInt(visit -> visit.touchedAt))
                    .orElse(null);
        }

        @Nullable
        Visit shown() {
            Visit lying = lying();
            return lying == null ? last() : lying;
        }

        void happen(Standing one) {
            step++;
            Visit visit = visit(one);
            visit.touchedAt = step;
            visit.kind = one.kind.isEmpty() ? visit.kind : one.kind;
            switch (one.code) {
                case "A01", "A04" -> {
                    visit.begun = true;
                    open(visit);
                    place(visit, one);
                }
                case "A02", "A06", "A07", "A22" -> {
                    open(visit);
                    place(visit, one);
                }
                case "A03" -> {
                    visit.closed = true;
                    visit.onLeave = false;
                    visit.place = "";
                }
                case "A05" -> visit.awaited = !visit.begun && visit.place.isEmpty();
                case "A21" -> visit.onLeave = true;
                default -> {
                    if (!visit.closed && !visit.awaited) {
                        place(visit, one);
                    }
                }
            }
        }

        private Visit visit(Standing one) {
            boolean begins = Set.of("A01", "A04", "A05").contains(one.code);
            Visit shown = shown();
            if (one.visit.isEmpty() && !begins && shown != null) {
                return shown;
            }
            Visit unnamed = visits.get("");
            if (one.visit.isEmpty() && unnamed != null && unnamed.closed) {
                visits.remove("");
            }
            return visits.computeIfAbsent(one.visit, Visit::new);
        }

        private void open(Visit visit) {
            visit.closed = false;
            visit.awaited = false;
            visit.onLeave = false;
        }

        private void place(Visit visit, Standing one) {
            if (!one.place.isEmpty()) {
                visit.place = one.place;
                visit.placedAt = step;
                placedBy.put(visit.number, one);
            }
        }
    }

    private Run run() {
        Run run = new Run();
        List<Standing> inTime = new ArrayList<>(standing);
        inTime.sort(Comparator.comparing(one -> one.at));
        for (Standing one : inTime) {
            if (!one.historic) {
                run.happen(one);
            } else if (kind(one.code).equals("A01")) {
                run.visit(one).begun = true;
            }
        }
        Visit lying = run.lying();
        run.placing = lying == null ? null : run.placedBy.get(lying.number);
        return run;
    }

    /** State, place, stay and class, as one line. */
    String shown() {
        Visit visit = run().shown();
        if (visit == null) {
            return "unknown";
        }
        String state = !visit.place.isEmpty()
                ? visit.onLeave ? "on leave" : "present"
                : visit.closed ? "gone" : visit.awaited ? "awaited" : "nowhere";
        return String.join(" ", state, visit.place, visit.number, visit.kind);
    }
}
