package org.relais.testkit;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.relais.care.ClinicalFact;
import org.relais.care.ClinicalFact.Action;
import org.relais.care.ClinicalFact.AllergyStated;
import org.relais.care.ClinicalFact.Coded;
import org.relais.care.ClinicalFact.IdentifierChanged;
import org.relais.care.ClinicalFact.Linked;
import org.relais.care.ClinicalFact.MedicationOrdered;
import org.relais.care.ClinicalFact.Merged;
import org.relais.care.ClinicalFact.Observed;
import org.relais.care.ClinicalFact.Trigger;
import org.relais.care.ClinicalFact.VisitMoved;
import org.relais.kernel.Identifier;

/** Invented days of a small hospital, the same for the same seed: lists of facts, one list a message. */
public final class Stories {
    private static final List<String> FAMILIES = List.of("ZOBEL", "ADÉLAÏDE", "JOSEPH-MONROSE", "D'ABADIE", "CÉSAIRE");
    private static final List<String> GIVEN = List.of("Élise", "Jean-Paul", "Cœline", "Line", "Marie Ange");
    private static final List<String> PLACES = List.of("MAT/101/A", "MED/4/B", "URG//", "CHI/2/A", "REA//1");

    private final Random random;
    private final List<Person> people = new ArrayList<>();
    private LocalDateTime clock = LocalDateTime.parse("2026-11-01T08:00");
    private int movement;

    private Stories(long seed) {
        this.random = new Random(seed);
        for (int at = 0; at < 8; at++) {
            people.add(person(String.valueOf(100 + at)));
        }
        people.add(Person.newcomer("108", pick(random, FAMILIES), pick(random, GIVEN), "1990-02-03"));
        people.add(Person.newcomer("109", pick(random, FAMILIES), pick(random, GIVEN), "1991-02-03"));
    }

    /** A story of so many messages. Movements have ids, so that a message may be sent again at any time. */
    public static List<List<ClinicalFact>> of(long seed, int messages) {
        Stories story = new Stories(seed);
        List<List<ClinicalFact>> said = new ArrayList<>();
        for (int at = 0; at < messages; at++) {
            said.add(story.message());
        }
        return said;
    }

    public static Person person(Random random, int number) {
        return Person.of(
                String.valueOf(number),
                pick(random, FAMILIES) + (char) ('A' + random.nextInt(26)) + (char) ('A' + random.nextInt(26)),
                pick(random, GIVEN),
                LocalDate.of(1930, 1, 1).plusDays(random.nextInt(35_000)).toString());
    }

    private Person person(String ipp) {
        return Person.of(
                ipp,
                pick(random, FAMILIES),
                pick(random, GIVEN),
                LocalDate.of(1930, 1, 1).plusDays(random.nextInt(35_000)).toString());
    }

    private List<ClinicalFact> message() {
        clock = clock.plusMinutes(1 + random.nextInt(90));
        Person who = pick(random, people);
        return switch (random.nextInt(12)) {
            case 0, 1, 2 -> List.of(who.identity(), move(who, Trigger.ADMIT));
            case 3, 4 -> List.of(who.identity(), move(who, Trigger.TRANSFER));
            case 5 -> List.of(who.identity(), move(who, Trigger.DISCHARGE));
            case 6 -> List.of(change(who, random.nextBoolean() ? Action.CANCEL : Action.UPDATE));
            case 7 -> List.of(result(who));
            case 8 ->
                List.of(new AllergyStated(
                        who.record,
                        new Coded("A" + random.nextInt(3), "Allergène", "L"),
                        "",
                        "",
                        "",
                        false,
                        random.nextInt(4) == 0 ? "D" : "A",
                        null));
            case 9 -> List.of(order(who));
            case 10 -> List.of(link(who, pick(random, people)));
            default -> List.of(who.identity());
        };
    }

    private ClinicalFact move(Person who, Trigger trigger) {
        String start = clock.minusMinutes(random.nextInt(180)).toString();
        return who.moved("m" + ++movement, trigger, Action.INSERT, random.nextInt(8) == 0, pick(random, PLACES), start);
    }

    private ClinicalFact change(Person who, Action action) {
        String id = "m" + (1 + random.nextInt(Math.max(1, movement)));
        return who.moved(id, Trigger.UPDATE, action, random.nextInt(3) == 0, pick(random, PLACES), clock.toString());
    }

    private ClinicalFact link(Person who, Person other) {
        return switch (random.nextInt(5)) {
            case 0 -> new IdentifierChanged(who.record, other.record);
            case 1 -> new Linked(who.record, other.record, true);
            case 2 -> new Linked(who.record, other.record, false);
            case 3 ->
                new VisitMoved(who.record, other.record, new Identifier("GAM", "VN", "V" + other.record.localId()));
            default -> new Merged(who.record, other.record);
        };
    }

    private ClinicalFact result(Person who) {
        return new Observed(
                who.record,
                "OBX-1",
                new Coded("2823-3", "Potassium", "LN"),
                "3." + random.nextInt(10),
                "mmol/L",
                "",
                "",
                pick(random, List.of("P", "F", "F", "C", "X")),
                new Coded("IONO", "Ionogramme", "L"),
                "F" + random.nextInt(20),
                false,
                "",
                Said.at("2026-11-0" + (1 + random.nextInt(9)) + "T06:00"));
    }

    private ClinicalFact order(Person who) {
        return new MedicationOrdered(
                who.record,
                "P" + random.nextInt(20),
                pick(random, List.of("NW", "XO", "DC", "HD", "RL")),
                "",
                new Coded("PARA", "Paracétamol", "UCD"),
                random.nextInt(5) + " g",
                "PO",
                "4/j",
                "Dr LAMBERT",
                null,
                null);
    }

    private static <T> T pick(Random random, List<T> some) {
        return some.get(random.nextInt(some.size()));
    }
}
