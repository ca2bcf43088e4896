package org.relais.care.births;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.relais.care.ClinicalFact;
import org.relais.care.ClinicalFact.IdentityStated;
import org.relais.care.ClinicalFact.Moved;
import org.relais.care.Interpretation;
import org.relais.care.Interpreter;
import org.relais.care.births.BirthFact.Annulled;
import org.relais.care.births.BirthFact.Born;
import org.relais.care.births.BirthFact.Issue;
import org.relais.care.identity.desk.IdentityFact.Named;
import org.relais.care.identity.numbers.DowntimeNumber;
import org.relais.journal.Entry;
import org.relais.kernel.Identifier;
import org.relais.kernel.PartialTime;
import org.relais.kernel.RecordKey;
import org.relais.kernel.WardCode;

/** Reads births as the facts that a message would give: the mother, the minute of birth, changes of ward. */
public final class BirthInterpreter implements Interpreter {
    private static final int VERSION = 1;
    private static final String SOURCE = "Relais";
    private final Supplier<ZoneId> zone;

    /** @param zone the hospital's: a day of birth is read there */
    public BirthInterpreter(Supplier<ZoneId> zone) {
        this.zone = zone;
    }

    @Override
    public Optional<Interpretation> interpret(Entry entry, Depth depth) {
        List<ClinicalFact> facts = new ArrayList<>();
        BirthFact.BORN.read(entry).ifPresent(said -> facts.add(born(said)));
        BirthFact.ANNULLED.read(entry).ifPresent(said -> facts.add(annulled(said)));
        BirthFact.RENAMED.read(entry).ifPresent(said -> facts.add(renamed(said)));
        BirthFact.SEPARATED
                .read(entry)
                .filter(said -> !said.ward().isEmpty())
                .ifPresent(said ->
                        facts.add(moved(said.number(), said.ward(), said.told().occurredAt())));
        BirthFact.REUNITED
                .read(entry)
                .filter(said -> !said.ward().isEmpty())
                .ifPresent(said ->
                        facts.add(moved(said.number(), said.ward(), said.told().occurredAt())));
        return facts.isEmpty()
                ? Optional.empty()
                : Optional.of(new Interpretation(
                        List.copyOf(facts), SOURCE, Interpretation.BY_PEOPLE, null, List.of(), List.of()));
    }

    @Override
    public int version() {
        return VERSION;
    }

    private IdentityStated born(Born said) {
        PartialTime at = exact(said.told().occurredAt());
        Named mother = said.mother();
        return stated(
                said.number(),
                mother == null ? null : new Identifier(mother.authority(), "", mother.localId()),
                new Times(at, said.issue() == Issue.STILL ? at : null));
    }

    /** Nothing is said but that there is no mother any more. */
    private static IdentityStated annulled(Annulled said) {
        return stated(said.number(), new Identifier("", "", ClinicalFact.DELETED), new Times(null, null));
    }

    /** Without its mother: nothing links the two. */
    private IdentityStated renamed(BirthFact.Renamed said) {
        PartialTime at = exact(said.bornAt());
        return stated(said.number(), null, new Times(at, said.issue() == Issue.STILL ? at : null));
    }

    private record Times(
            @Nullable PartialTime birth, @Nullable PartialTime death) {}

    private static IdentityStated stated(String number, @Nullable Identifier mother, Times times) {
        return new IdentityStated(
                key(number),
                List.of(),
                List.of(),
                times.birth,
                null,
                null,
                null,
                null,
                List.of(),
                mother,
                null,
                null,
                times.death);
    }

    private Moved moved(String number, String ward, Instant at) {
        return new Moved(
                key(number),
                "",
                ClinicalFact.Trigger.TRANSFER,
                ClinicalFact.Action.INSERT,
                false,
                null,
                null,
                new WardCode(ward),
                null,
                "",
                "",
                "",
                null,
                exact(at),
                null);
    }

    private static RecordKey key(String number) {
        return new RecordKey(DowntimeNumber.AUTHORITY, number);
    }

    private PartialTime exact(Instant at) {
        ZoneId here = zone.get();
        LocalDateTime local = LocalDateTime.ofInstant(at, here);
        return new PartialTime(
                local, PartialTime.Precision.MINUTE, here.getRules().getOffset(at));
    }
}
