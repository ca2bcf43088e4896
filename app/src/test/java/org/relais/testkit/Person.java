package org.relais.testkit;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.relais.care.ClinicalFact.Action;
import org.relais.care.ClinicalFact.IdentityStated;
import org.relais.care.ClinicalFact.Moved;
import org.relais.care.ClinicalFact.Name;
import org.relais.care.ClinicalFact.Trigger;
import org.relais.care.identity.numbers.DowntimeNumber;
import org.relais.kernel.Identifier;
import org.relais.kernel.PartialTime;
import org.relais.kernel.RecordKey;
import org.relais.kernel.Sex;
import org.relais.kernel.WardCode;

/** An invented patient's record, from which the facts about it are built. */
public final class Person {
    public static final String AUTHORITY = "IPP-POINTE";

    public final RecordKey record;
    private final List<Name> names = new ArrayList<>();
    private final List<Identifier> numbers = new ArrayList<>();
    private @Nullable PartialTime birth;
    private Sex sex = Sex.FEMALE;
    private @Nullable Identifier mother;

    private Person(RecordKey record, String kind) {
        this.record = record;
        numbers.add(new Identifier(record.authority(), kind, record.localId()));
    }

    public static Person of(String ipp, String family, String given, String birth) {
        return named(new Person(new RecordKey(AUTHORITY, ipp), "PI"), new Name(family, given, "L"), birth);
    }

    /** Somebody whom a desk registered: her movements are of no numbered stay. */
    public static Person newcomer(String number, String family, String given, String birth) {
        RecordKey record = new RecordKey(DowntimeNumber.AUTHORITY, number);
        return named(new Person(record, DowntimeNumber.AUTHORITY), new Name(family, given, "L"), birth);
    }

    private static Person named(Person person, Name name, String birth) {
        person.names.add(name);
        person.birth = Said.day(birth);
        return person;
    }

    public Person used(String family) {
        names.add(new Name(family, names.getFirst().given(), "D"));
        return this;
    }

    public Person sex(Sex said) {
        this.sex = said;
        return this;
    }

    public Person number(String authority, String type, String value) {
        numbers.add(new Identifier(authority, type, value));
        return this;
    }

    public Person childOf(String motherNumber) {
        this.mother = new Identifier("", "", motherNumber);
        return this;
    }

    public IdentityStated identity() {
        return new IdentityStated(
                record, numbers, names, birth, sex, null, null, null, List.of("VALI"), mother, null, null, null);
    }

    public Moved admitted(String movementId, String place, String start) {
        return moved(movementId, Trigger.ADMIT, Action.INSERT, place, start);
    }

    public Moved moved(String movementId, Trigger trigger, Action action, String place, String start) {
        return moved(movementId, trigger, action, false, place, start);
    }

    /** @param place {@code WARD/ROOM/BED}, or empty */
    public Moved moved(
            String movementId, Trigger trigger, Action action, boolean historic, String place, String start) {
        String[] parts = (place + "//").split("/", -1);
        return new Moved(
                record,
                movementId,
                trigger,
                action,
                historic,
                record.authority().equals(DowntimeNumber.AUTHORITY)
                        ? null
                        : new Identifier("GAM", "VN", "V" + record.localId()),
                null,
                parts[0].isEmpty() ? null : new WardCode(parts[0]),
                null,
                parts[1],
                parts[2],
                "I",
                null,
                start.isEmpty() ? null : Said.at(start),
                null);
    }
}
