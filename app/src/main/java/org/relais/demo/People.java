package org.relais.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * The town's people, invented one after the other. Some share names and not birth dates, some birth dates and almost
 * the name, as in any town.
 */
final class People {
    private static final List<String> STREETS = List.of(
            "rue des Colibris",
            "rue du Flamboyant",
            "allée des Frangipaniers",
            "chemin de la Ravine",
            "rue de la Pointe",
            "quartier Fond-Vert",
            "impasse des Alizés",
            "rue des Balisiers");
    private static final List<String> COMMUNES = List.of("97209", "97213", "97222", "97230", "97215", "97228");
    private static final List<String> GROUPS = List.of(
            "O RH:1", "O RH:1", "O RH:1", "O RH:1", "A RH:1", "A RH:1", "B RH:1", "B RH:1", "AB RH:1", "O RH:-1",
            "A RH:-1");

    private final Random random;
    private final Instant start;
    private int count;
    private @Nullable Person former;

    People(Random random, Instant start) {
        this.random = random;
        this.start = start;
    }

    /** The woman of the story: pregnant, O RH:-1. */
    static Person heroine() {
        return new Person(
                "JOSEPH-MONROSE",
                "MAELLE",
                "MAELLE ANGE",
                "VALCÉRAN",
                "Maëlle",
                true,
                LocalDate.of(1994, 3, 17),
                null,
                "97209",
                nir(true, LocalDate.of(1994, 3, 17), 0),
                "14 rue des Colibris",
                "0639980100",
                "VALCÉRAN^Rodrigue^SPO^Conjoint^0639980101",
                78.4,
                "O RH:-1");
    }

    Person adult(int from, int to) {
        return someone(random.nextBoolean(), from, to);
    }

    Person woman(int from, int to) {
        return someone(true, from, to);
    }

    private Person someone(boolean female, int from, int to) {
        count++;
        Person twin = former;
        if (twin != null && twin.ageAt(start) >= from && twin.ageAt(start) < to && twin.female() == female) {
            if (count % 29 == 0) {
                return copy(twin, twin.family(), twin.given(), birthDate(from, to));
            }
            if (count % 31 == 0) {
                return copy(twin, twin.family(), Names.rniv(Names.given(female, random)), twin.birth());
            }
        }
        LocalDate birth = birthDate(from, to);
        double age = ChronoUnit.DAYS.between(
                        birth, start.atOffset(ZoneOffset.ofHours(-4)).toLocalDate())
                / 365.25;
        Person person = build(female, birth, weight(age, female));
        former = person;
        return person;
    }

    private Person build(boolean female, LocalDate birth, double weight) {
        String family = Names.family(random);
        String given = Names.given(female, random);
        String second = Names.given(female, random);
        boolean married = female && birth.getYear() < 2001 && random.nextInt(10) < 4;
        String used = married ? Names.family(random) : null;
        String nir = random.nextInt(10) < 6 ? nir(female, birth, count) : null;
        String spouse = Names.family(random) + "^" + Names.given(!female, random);
        String relation =
                birth.getYear() > 2007 ? "^MTH^Mère^" : random.nextBoolean() ? "^SPO^Conjoint^" : "^SIB^Fratrie^";
        return new Person(
                Names.rniv(family),
                Names.rniv(given),
                Names.rniv(given + " " + second),
                used,
                given,
                female,
                birth,
                null,
                Names.pick(COMMUNES, random),
                nir,
                address(),
                phone(),
                spouse + relation + phone(),
                weight,
                Names.pick(GROUPS, random));
    }

    /** A child of a woman in the hospital, born now. */
    Person newborn(Person mother, Instant bornAt, double weight) {
        boolean girl = random.nextBoolean();
        String given = Names.given(girl, random);
        return new Person(
                mother.family(),
                Names.rniv(given),
                Names.rniv(given),
                null,
                given,
                girl,
                bornAt.atOffset(ZoneOffset.ofHours(-4)).toLocalDate(),
                bornAt,
                "97209",
                null,
                mother.address(),
                mother.phone(),
                mother.family() + "^" + mother.given() + "^MTH^Mère^" + mother.phone(),
                weight,
                Names.pick(GROUPS, random));
    }

    private Person copy(Person other, String family, String given, LocalDate birth) {
        String nir = other.nir() == null ? null : nir(other.female(), birth, count);
        return new Person(
                family,
                given,
                given,
                null,
                given.charAt(0) + given.substring(1).toLowerCase(Locale.FRENCH),
                other.female(),
                birth,
                null,
                other.birthplace(),
                nir,
                address(),
                phone(),
                other.relative(),
                other.weight() + 1,
                Names.pick(GROUPS, random));
    }

    private LocalDate birthDate(int from, int to) {
        LocalDate day = start.atOffset(ZoneOffset.ofHours(-4)).toLocalDate();
        int span = Math.max(1, (to - from) * 365 - 2);
        return day.minusDays(from * 366L + random.nextInt(span));
    }

    private double weight(double age, boolean female) {
        double usual = age < 16 ? 6 + age * 3.2 : female ? 67 : 77;
        return Math.round(usual * (1 + random.nextGaussian() * 0.13) * 100) / 100.0;
    }

    private String address() {
        return (1 + random.nextInt(90)) + " " + Names.pick(STREETS, random);
    }

    /** A number of the range kept for fiction in France (06 39 98 XX XX). */
    private String phone() {
        return "063998%04d".formatted(random.nextInt(10_000));
    }

    /** Thirteen digits and their key; commune 972 60 and above does not exist, so that it is nobody's. */
    static String nir(boolean female, LocalDate birth, int serial) {
        long digits = Long.parseLong("%d%02d%02d972%02d%03d"
                .formatted(
                        female ? 2 : 1,
                        birth.getYear() % 100,
                        birth.getMonthValue(),
                        60 + serial / 990 % 39,
                        1 + serial % 990));
        return "%013d%02d".formatted(digits, 97 - digits % 97);
    }
}
