package org.relais.care.identity;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.relais.care.ClinicalFact;
import org.relais.care.ClinicalFact.Action;
import org.relais.care.ClinicalFact.IdentifierChanged;
import org.relais.care.ClinicalFact.IdentityStated;
import org.relais.care.ClinicalFact.Linked;
import org.relais.care.ClinicalFact.Merged;
import org.relais.care.ClinicalFact.Moved;
import org.relais.care.ClinicalFact.Trigger;
import org.relais.care.ClinicalFact.VisitMoved;
import org.relais.care.Interpretation;
import org.relais.care.identity.Links.Edge;
import org.relais.care.identity.Links.Kind;
import org.relais.journal.Entry;
import org.relais.kernel.Identifier;
import org.relais.kernel.RecordKey;
import org.relais.kernel.WardCode;

/** Takes what one entry after another says of identities, movements and links into the {@link Registry}. */
final class PatientsFold {
    private final Registry registry;

    PatientsFold(Registry registry) {
        this.registry = registry;
    }

    void take(Entry entry, Interpretation said) {
        boolean full = said.label().startsWith("ADT");
        Touched touched = new Touched(new HashSet<>(), new HashSet<>());
        for (ClinicalFact fact : said.facts()) {
            if (!fact.record().localId().isBlank()) {
                take(fact, entry, full, touched);
            }
        }
        touched.said.forEach(registry::reindex);
        registry.settle(touched.moved);
    }

    /** Records whose words, and whose places, an entry may have changed. */
    private record Touched(Set<Integer> said, Set<Integer> moved) {}

    private void take(ClinicalFact fact, Entry entry, boolean full, Touched touched) {
        int record = hear(fact.record(), entry);
        switch (fact) {
            case IdentityStated identity -> {
                if (registry.at(record).take(identity, full, registry::pooled)) {
                    touched.said.add(record);
                }
            }
            case Moved move -> {
                boolean visited = visited(record, move.visit());
                if (move(record, entry.position(), move)) {
                    touched.moved.add(record);
                    if (!visited) {
                        touched.said.add(record);
                    }
                }
            }
            case Merged merged -> join(Kind.MERGE, record, hear(merged.absorbed(), entry), touched);
            case IdentifierChanged changed -> join(Kind.RENAME, record, hear(changed.former(), entry), touched);
            case Linked linked when linked.linked() -> join(Kind.LINK, record, hear(linked.other(), entry), touched);
            case Linked parted -> part(record, hear(parted.other(), entry), touched);
            case VisitMoved visit -> hand(hear(visit.from(), entry), record, visit.visit(), touched);
            default -> {
                // Said of a known record: its place in the journal is all the index keeps.
            }
        }
    }

    private int hear(RecordKey key, Entry entry) {
        int ordinal = registry.open(key);
        PatientRecord record = registry.at(ordinal);
        record.positions.add(entry.position());
        record.lastHeardAt = Math.max(record.lastHeardAt, entry.recordedAt().toEpochMilli());
        return ordinal;
    }

    private void join(Kind kind, int record, int other, Touched touched) {
        registry.links.join(new Edge(kind, record, other));
        touched.moved.add(record);
    }

    private void part(int record, int other, Touched touched) {
        for (int member : registry.links.members(record)) {
            touched.moved.add(member);
        }
        registry.links.part(record, other);
    }

    private void hand(int from, int to, Identifier visit, Touched touched) {
        if (from == to) {
            return;
        }
        List<Move> source = registry.at(from).moves;
        List<Move> target = registry.at(to).moves;
        source.stream().filter(move -> visit.equals(move.said().visit())).forEach(target::add);
        source.removeIf(move -> visit.equals(move.said().visit()));
        target.sort(Comparator.comparingLong(Move::position));
        touched.said.addAll(List.of(from, to));
        touched.moved.addAll(List.of(from, to));
    }

    /** Whether a record is found by the number of a visit already. */
    private boolean visited(int record, @Nullable Identifier visit) {
        for (Move move : registry.at(record).moves) {
            Identifier known = move.said().visit();
            if (visit != null && known != null && known.value().equals(visit.value())) {
                return true;
            }
        }
        return visit == null;
    }

    /** Keeps a movement, unless it only repeats what the last one said of the same stay. */
    private boolean move(int record, long position, Moved said) {
        List<Move> moves = registry.at(record).moves;
        boolean remark = said.action() != Action.CANCEL
                && said.movementId().isEmpty()
                && (said.trigger() == Trigger.UPDATE || said.trigger() == Trigger.DOCTOR_CHANGE);
        if (remark && !moves.isEmpty() && repeats(moves.getLast().said(), said)) {
            return false;
        }
        moves.add(new Move(position, pooled(said)));
        return true;
    }

    private static boolean repeats(Moved last, Moved said) {
        return last.action() != Action.CANCEL
                && !last.historic()
                && last.trigger() != Trigger.DISCHARGE
                && Objects.equals(last.visit(), said.visit())
                && (said.ward() == null || Objects.equals(last.ward(), said.ward()))
                && last.room().equals(said.room())
                && last.bed().equals(said.bed())
                && last.patientClass().equals(said.patientClass())
                && (said.attending() == null || Objects.equals(last.attending(), said.attending()));
    }

    private Moved pooled(Moved said) {
        Identifier visit = said.visit();
        WardCode ward = said.ward();
        return new Moved(
                new RecordKey(
                        registry.pooled(said.record().authority()),
                        said.record().localId()),
                said.movementId(),
                said.trigger(),
                said.action(),
                said.historic(),
                visit == null
                        ? null
                        : new Identifier(
                                registry.pooled(visit.authority()), registry.pooled(visit.type()), visit.value()),
                ward == null ? null : new WardCode(registry.pooled(ward.value())),
                pooled(said.wardLabel()),
                registry.pooled(said.room()),
                registry.pooled(said.bed()),
                registry.pooled(said.patientClass()),
                pooled(said.attending()),
                said.start(),
                said.end());
    }

    private @Nullable String pooled(@Nullable String text) {
        return text == null ? null : registry.pooled(text);
    }
}
