package org.relais.care.identity;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.relais.care.ClinicalFact;
import org.relais.care.ClinicalFact.IdentityStated;
import org.relais.care.ClinicalFact.Name;
import org.relais.kernel.Identifier;
import org.relais.kernel.PartialTime;
import org.relais.kernel.PatientId;
import org.relais.kernel.RecordKey;
import org.relais.kernel.Sex;

/**
 * One record of a patient in one system, as last said. What an ADT message states replaces what was known, field by
 * field; what another message (a result, an order) repeats of the identity only fills what was not known, so that a
 * laboratory's short name never wipes out the birth name.
 */
final class PatientRecord {
    final RecordKey key;
    final PatientId id;
    final Positions positions = new Positions();
    final List<Move> moves = new ArrayList<>(4);

    /** Where it was written at a desk who she is, ascending; what is said at the same place goes with it. */
    final List<Long> stated = new ArrayList<>(0);

    long lastHeardAt;

    /** Whether no search may find her. */
    boolean withheld;

    List<Name> names = List.of();

    @Nullable
    PartialTime birth;

    Sex sex = Sex.UNKNOWN;
    String birthplace = "";
    String address = "";
    String phone = "";
    List<Identifier> identifiers = List.of();
    List<Identifier> formerIdentifiers = List.of();
    List<String> status = List.of();

    @Nullable
    Identifier mother;

    @Nullable
    PartialTime death;

    PatientRecord(RecordKey key, PatientId id) {
        this.key = key;
        this.id = id;
    }

    /** This record without anything that was written at a desk of who she is. */
    PatientRecord hidden() {
        PatientRecord left = new PatientRecord(key, id);
        for (long position : positions.toArray()) {
            if (!stated.contains(position)) {
                left.positions.add(position);
            }
        }
        moves.stream().filter(move -> !stated.contains(move.position())).forEach(left.moves::add);
        left.lastHeardAt = lastHeardAt;
        left.withheld = withheld;
        return left;
    }

    /**
     * Takes in what a message says.
     *
     * @param full whether the message is one about identity (ADT)
     * @return whether she is found by other words or numbers from now on
     */
    boolean take(IdentityStated said, boolean full) {
        List<Name> namesBefore = names;
        PartialTime birthBefore = birth;
        List<Identifier> before = identifiers;
        List<Identifier> formerBefore = formerIdentifiers;
        name(said.names(), full);
        if (said.birth() != null && (full || birth == null)) {
            birth = said.birth();
        }
        if (said.sex() != null && (full || sex == Sex.UNKNOWN)) {
            sex = said.sex();
        }
        birthplace = text(birthplace, said.birthplace(), full);
        address = text(address, said.address(), full);
        phone = text(phone, said.phone(), full);
        if (!said.status().isEmpty()
                && (full || status.isEmpty())
                && !said.status().equals(status)) {
            status = said.status().stream()
                    .filter(code -> !code.equals(ClinicalFact.DELETED))
                    .toList();
        }
        if (said.mother() != null && (full || mother == null)) {
            mother = said.mother().value().equals(ClinicalFact.DELETED) ? null : said.mother();
        }
        if (said.death() != null && (full || death == null)) {
            death = said.death();
        }
        number(said.identifiers(), full);
        return !names.equals(namesBefore)
                || !Objects.equals(birth, birthBefore)
                || !identifiers.equals(before)
                || !formerIdentifiers.equals(formerBefore);
    }

    private void name(List<Name> said, boolean full) {
        boolean counts = names.isEmpty() || (full && !said.isEmpty());
        if (counts && !said.equals(names)) {
            names = said.stream()
                    .filter(name -> !name.family().equals(ClinicalFact.DELETED))
                    .toList();
        }
    }

    private static String text(String known, @Nullable String said, boolean full) {
        if (said == null || said.isEmpty() || (!full && !known.isEmpty())) {
            return known;
        }
        return said.equals(ClinicalFact.DELETED) ? "" : said;
    }

    private void number(List<Identifier> said, boolean full) {
        if (identifiers.containsAll(said) && (!full || said.containsAll(identifiers))) {
            return;
        }
        List<Identifier> stated = said.stream()
                .filter(one -> !one.value().isBlank() && !one.value().equals(ClinicalFact.DELETED))
                .distinct()
                .toList();
        List<Identifier> current = new ArrayList<>();
        List<Identifier> former = new ArrayList<>(formerIdentifiers);
        for (Identifier known : identifiers) {
            boolean replaced =
                    full && !stated.contains(known) && stated.stream().anyMatch(one -> sameKind(one, known));
            (replaced ? former : current).add(known);
        }
        for (Identifier one : stated) {
            if (!current.contains(one) && (full || !former.contains(one))) {
                current.add(one);
            }
        }
        former.removeAll(current);
        identifiers = List.copyOf(current);
        formerIdentifiers = former.stream().distinct().toList();
    }

    /** Gives every movement of a visit or an account to another record, and its number with it. */
    void hand(Identifier visit, PatientRecord to) {
        moves.stream().filter(move -> move.isOf(visit)).forEach(to.moves::add);
        moves.removeIf(move -> move.isOf(visit));
        identifiers = without(identifiers, visit);
        formerIdentifiers = without(formerIdentifiers, visit);
    }

    private static List<Identifier> without(List<Identifier> numbers, Identifier gone) {
        return numbers.stream().filter(one -> !one.sameNumber(gone)).toList();
    }

    private static boolean sameKind(Identifier one, Identifier other) {
        return one.authority().equals(other.authority()) && one.type().equals(other.type());
    }
}
