package org.relais.care.identity;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.relais.care.ClinicalFact;
import org.relais.care.ClinicalFact.IdentifierChanged;
import org.relais.care.ClinicalFact.IdentityStated;
import org.relais.care.ClinicalFact.Linked;
import org.relais.care.ClinicalFact.Merged;
import org.relais.care.ClinicalFact.Moved;
import org.relais.care.ClinicalFact.VisitMoved;
import org.relais.care.Interpretation;
import org.relais.care.identity.Links.Edge;
import org.relais.care.identity.Links.Kind;
import org.relais.care.identity.numbers.DowntimeNumber;
import org.relais.journal.Entry;
import org.relais.kernel.Identifier;
import org.relais.kernel.PartialTime;
import org.relais.kernel.RecordKey;

/** Takes what one entry after another says of identities, movements and links into the {@link Registry}. */
final class PatientsFold {
    private final Registry registry;

    PatientsFold(Registry registry) {
        this.registry = registry;
    }

    void take(Entry entry, Interpretation said) {
        boolean full = said.aboutIdentity();
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
                PatientRecord changing = registry.records.changing(record);
                if (identity.record().authority().equals(DowntimeNumber.AUTHORITY)) {
                    changing.stated.add(entry.position());
                }
                if (changing.take(identity, full)) {
                    touched.said.add(record);
                }
            }
            case Moved move -> {
                boolean visited = visited(record, move.visit());
                move(record, entry.position(), move);
                touched.moved.add(record);
                if (!visited) {
                    touched.said.add(record);
                }
            }
            case Merged merged -> join(Kind.MERGE, record, hear(merged.absorbed(), entry), touched);
            case IdentifierChanged changed -> join(Kind.RENAME, record, hear(changed.former(), entry), touched);
            case Linked linked
            when linked.linked() ->
                join(linked.provisional() ? Kind.PROVISIONAL : Kind.LINK, record, hear(linked.other(), entry), touched);
            case Linked parted -> part(record, hear(parted.other(), entry), touched);
            case ClinicalFact.Withheld withheld -> registry.records.changing(record).withheld = withheld.withheld();
            case VisitMoved visit -> hand(hear(visit.from(), entry), record, visit.visit(), touched);
            default -> {
                // Said of a known record: its place in the journal is all the index keeps.
            }
        }
    }

    private int hear(RecordKey key, Entry entry) {
        int ordinal = registry.open(key);
        PatientRecord record = registry.records.changing(ordinal);
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
        for (int member : registry.links.members(from)) {
            if (member != to) {
                hand(member, to, visit);
                touched.said.add(member);
                touched.moved.add(member);
            }
        }
        registry.records.changing(to).moves.sort(Comparator.comparingLong(Move::position));
        touched.said.add(to);
        touched.moved.add(to);
    }

    /** Gives a visit on, and no longer finds who had it by what came with it alone. */
    private void hand(int from, int to, Identifier visit) {
        PatientRecord source = registry.records.changing(from);
        Set<String> numbers = FoundBy.numbers(source);
        source.hand(visit, registry.records.changing(to));
        numbers.removeAll(FoundBy.numbers(source));
        numbers.forEach(number -> registry.index.withdraw(from, number));
    }

    /** Whether a record is found by the number of a visit already. */
    private boolean visited(int record, @Nullable Identifier visit) {
        for (Move move : registry.at(record).moves) {
            if (visit != null && move.isOf(visit)) {
                return true;
            }
        }
        return visit == null;
    }

    /** Keeps a movement. Of remarks in a row that say the same, the first and the last are enough. */
    private void move(int record, long position, Moved said) {
        List<Move> moves = registry.records.changing(record).moves;
        int size = moves.size();
        if (size >= 2
                && repeats(moves.get(size - 1).said(), said)
                && repeats(moves.get(size - 2).said(), moves.get(size - 1).said())) {
            moves.removeLast();
        }
        moves.add(new Move(position, said));
    }

    /** Whether both are remarks on the same stay that say the same, the second not of an earlier time. */
    private static boolean repeats(Moved last, Moved said) {
        return KeptMovements.isRemark(last)
                && KeptMovements.isRemark(said)
                && said.visit() != null
                && said.visit().equals(last.visit())
                && Objects.equals(last.ward(), said.ward())
                && last.room().equals(said.room())
                && last.bed().equals(said.bed())
                && last.patientClass().equals(said.patientClass())
                && Objects.equals(last.attending(), said.attending())
                && notBefore(said.start(), last.start());
    }

    private static boolean notBefore(@Nullable PartialTime one, @Nullable PartialTime other) {
        return one != null
                && other != null
                && one.precision() == other.precision()
                && Objects.equals(one.offset(), other.offset())
                && !one.local().isBefore(other.local());
    }
}
