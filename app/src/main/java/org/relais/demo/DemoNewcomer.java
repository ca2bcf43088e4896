package org.relais.demo;

import java.time.LocalDate;
import java.util.List;
import java.util.Random;

/**
 * Somebody whom the fictitious hospital's staff register by hand.
 *
 * @param login      who types
 * @param forWhom    whose act it is when it came by telephone, else empty
 * @param family     empty for somebody unknown
 * @param birthplace COG code
 * @param document   whether an identity card was checked
 * @param ward       where, or empty
 * @param features   of somebody unknown
 */
public record DemoNewcomer(
        String login,
        String forWhom,
        Kind kind,
        String family,
        String given,
        LocalDate birth,
        boolean female,
        String birthplace,
        boolean document,
        String ward,
        String features) {
    /** What kind of newcomer. */
    public enum Kind {
        NEWCOMER,
        UNKNOWN,
        SECRET
    }

    private static final String CLERK = "accueil";
    private static final String TOWN = "97209";
    private static final int TOWNS = 34;
    private static final int OLDEST = 95;
    private static final LocalDate TWINS = LocalDate.of(2021, 4, 18);

    /** Two homonyms, twins, a patient nobody knows, a woman who gives birth in secret. */
    public static List<DemoNewcomer> first() {
        return List.of(
                known("BELROSE", "MARIE-LINE", LocalDate.of(1957, 3, 2), true),
                known("BELROSE", "MARIE-LINE", LocalDate.of(1975, 3, 2), true),
                known("VERTPRE", "THEO", TWINS, false),
                known("VERTPRE", "LEO", TWINS, false),
                new DemoNewcomer(
                        CLERK,
                        "",
                        Kind.UNKNOWN,
                        "",
                        "",
                        TWINS,
                        true,
                        "",
                        false,
                        DemoWard.URG.name(),
                        "Femme de 25 à 30 ans, enceinte, robe jaune, amenée par le SMUR"),
                new DemoNewcomer(
                        "sagefemme",
                        "",
                        Kind.SECRET,
                        "ROSELIE",
                        "ANNE",
                        LocalDate.of(1998, 6, 9),
                        true,
                        "99999",
                        false,
                        DemoWard.MAT.name(),
                        ""));
    }

    private static DemoNewcomer known(String family, String given, LocalDate birth, boolean female) {
        return new DemoNewcomer(CLERK, "", Kind.NEWCOMER, family, given, birth, female, TOWN, true, "", "");
    }

    /** A woman in labour who comes straight to the maternity, by the seed. */
    public static DemoNewcomer inLabour(Random random) {
        return new DemoNewcomer(
                "sagefemme",
                "",
                Kind.NEWCOMER,
                Names.family(random),
                Names.given(true, random),
                LocalDate.of(2026, 1, 1).minusDays(18 * 365 + random.nextInt(22 * 365)),
                true,
                TOWN,
                random.nextBoolean(),
                DemoWard.MAT.name(),
                "");
    }

    /** One more at the door, by the seed. */
    public static DemoNewcomer next(Random random) {
        boolean female = random.nextBoolean();
        LocalDate birth = LocalDate.of(2026, 1, 1).minusDays(random.nextInt(OLDEST * 365));
        return new DemoNewcomer(
                CLERK,
                random.nextInt(4) == 0 ? "Mme Louise, urgences" : "",
                Kind.NEWCOMER,
                Names.family(random),
                Names.given(female, random),
                birth,
                female,
                "972%02d".formatted(1 + random.nextInt(TOWNS)),
                random.nextBoolean(),
                DemoWard.URG.name(),
                "");
    }
}
