package org.relais.care.identity.desk;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.relais.care.ClinicalFact;
import org.relais.care.ClinicalFact.IdentityStated;
import org.relais.care.ClinicalFact.Moved;
import org.relais.care.ClinicalFact.Name;
import org.relais.care.Interpretation;
import org.relais.care.Interpreter;
import org.relais.care.identity.desk.IdentityFact.Bond;
import org.relais.care.identity.desk.IdentityFact.Bound;
import org.relais.care.identity.desk.IdentityFact.Guarded;
import org.relais.care.identity.desk.IdentityFact.Left;
import org.relais.care.identity.desk.IdentityFact.Person;
import org.relais.care.identity.desk.IdentityFact.Registered;
import org.relais.care.identity.desk.IdentityFact.Stayed;
import org.relais.care.identity.desk.IdentityFact.Whither;
import org.relais.care.identity.numbers.DowntimeNumber;
import org.relais.care.identity.rniv.Sinus;
import org.relais.journal.Entry;
import org.relais.kernel.Identifier;
import org.relais.kernel.PartialTime;
import org.relais.kernel.RecordKey;
import org.relais.kernel.Sex;
import org.relais.kernel.WardCode;

/** Reads what people wrote about identities as the facts that a message of the hospital's systems would give. */
public final class DeskInterpreter implements Interpreter {
    private static final int VERSION = 3;
    private static final String SOURCE = "Relais";

    @Override
    public Optional<Interpretation> interpret(Entry entry, Depth depth) {
        List<ClinicalFact> facts = new ArrayList<>();
        IdentityFact.REGISTERED.read(entry).ifPresent(fact -> registered(fact, facts));
        IdentityFact.CORRECTED.read(entry).ifPresent(fact -> facts.add(stated(fact.number(), fact.person())));
        IdentityFact.BOUND.read(entry).ifPresent(fact -> facts.add(bound(fact)));
        IdentityFact.GUARDED.read(entry).ifPresent(fact -> guarded(fact, facts));
        IdentityFact.LEFT
                .read(entry)
                .ifPresent(fact -> facts.add(moved(fact.number(), Step.of(fact), fact.ward(), fact.told())));
        IdentityFact.STAYED
                .read(entry)
                .ifPresent(fact -> facts.add(moved(fact.number(), Step.of(fact), "", fact.told())));
        return facts.isEmpty()
                ? Optional.empty()
                : Optional.of(new Interpretation(
                        List.copyOf(facts), SOURCE, Interpretation.BY_PEOPLE, null, List.of(), List.of()));
    }

    @Override
    public int version() {
        return VERSION;
    }

    private static void registered(Registered fact, List<ClinicalFact> facts) {
        facts.add(stated(fact.number(), fact.person()));
        if (!fact.ward().isBlank()) {
            facts.add(moved(fact.number(), Step.ADMISSION, fact.ward(), fact.told()));
        }
    }

    /** What kind of movement, and by which name it is annulled. */
    private record Step(String movement, ClinicalFact.Trigger trigger, ClinicalFact.Action action) {
        static final Step ADMISSION = new Step("", ClinicalFact.Trigger.ADMIT, ClinicalFact.Action.INSERT);

        static Step of(Left fact) {
            return new Step(
                    fact.departure(),
                    fact.where() == Whither.WARD ? ClinicalFact.Trigger.TRANSFER : ClinicalFact.Trigger.DISCHARGE,
                    ClinicalFact.Action.INSERT);
        }

        static Step of(Stayed fact) {
            return new Step(fact.departure(), ClinicalFact.Trigger.UPDATE, ClinicalFact.Action.CANCEL);
        }
    }

    /** @param ward code, or empty */
    private static Moved moved(String number, Step step, String ward, Told told) {
        return new Moved(
                key(number),
                step.movement,
                step.trigger,
                step.action,
                false,
                null,
                null,
                ward.isBlank() ? null : new WardCode(ward),
                null,
                "",
                "",
                "",
                null,
                exact(told.occurredAt()),
                null);
    }

    private static RecordKey key(String number) {
        return new RecordKey(DowntimeNumber.AUTHORITY, number);
    }

    private static PartialTime exact(Instant at) {
        return new PartialTime(
                LocalDateTime.ofInstant(at, ZoneOffset.UTC), PartialTime.Precision.MINUTE, ZoneOffset.UTC);
    }

    private static IdentityStated stated(String number, Person said) {
        List<Name> names = new ArrayList<>(List.of(new Name(said.family(), said.given(), "L")));
        if (!said.used().isBlank()) {
            names.add(new Name(said.used(), said.given(), "D"));
        }
        return new IdentityStated(
                key(number),
                identifiers(number, said),
                List.copyOf(names),
                birth(said.birth()),
                sex(said.sex()),
                said.birthplace(),
                null,
                null,
                said.codes(),
                null,
                null,
                null,
                null);
    }

    private static List<Identifier> identifiers(String number, Person said) {
        List<Identifier> numbers =
                new ArrayList<>(List.of(new Identifier(DowntimeNumber.AUTHORITY, DowntimeNumber.AUTHORITY, number)));
        if (!said.ins().isBlank()) {
            numbers.add(new Identifier(said.oid(), "INS", said.ins()));
        }
        if (!said.sinus().isBlank()) {
            numbers.add(new Identifier(Sinus.AUTHORITY, Sinus.AUTHORITY, said.sinus()));
        }
        return List.copyOf(numbers);
    }

    private static @Nullable PartialTime birth(String iso) {
        try {
            return iso.isBlank() ? null : PartialTime.ofDay(LocalDate.parse(iso));
        } catch (DateTimeParseException none) {
            return null;
        }
    }

    private static Sex sex(String name) {
        for (Sex sex : Sex.values()) {
            if (sex.name().equals(name)) {
                return sex;
            }
        }
        return Sex.UNKNOWN;
    }

    private static ClinicalFact bound(Bound fact) {
        RecordKey record = fact.record().key();
        RecordKey other = fact.other().key();
        return switch (fact.bond()) {
            case Bond.PROVISIONAL -> new ClinicalFact.Linked(record, other, true, true);
            case Bond.MERGED -> new ClinicalFact.Merged(record, other);
            case Bond.PARTED -> new ClinicalFact.Linked(record, other, false);
        };
    }

    private static void guarded(Guarded fact, List<ClinicalFact> facts) {
        if (fact.kind().withheld()) {
            facts.add(new ClinicalFact.Withheld(fact.record().key(), fact.on()));
        }
    }
}
