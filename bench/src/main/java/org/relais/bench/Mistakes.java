package org.relais.bench;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.relais.bench.Population.Invented;

/** How somebody is asked for: as she is, or with one mistake of a class, or two. What is typed is names, then the date. */
final class Mistakes {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 26);
    private static final DateTimeFormatter DAY_FIRST = DateTimeFormatter.ofPattern("dd/MM/yyyy");
    private static final String[][] SOUNDS = {
        {"PH", "F"},
        {"EAULT", "O"},
        {"AULT", "O"},
        {"EAU", "O"},
        {"AU", "O"},
        {"AI", "E"},
        {"Y", "I"},
        {"QU", "K"},
        {"SS", "C"},
        {"LL", "L"},
        {"TT", "T"},
        {"NN", "N"},
        {"RR", "R"},
        {"TH", "T"},
        {"EN", "AN"},
        {"CH", "SH"},
        {"C", "K"},
        {"Z", "S"}
    };

    /** Classes of mistakes. */
    enum Kind {
        NONE,
        THREE_LETTERS,
        NAMES,
        LETTERS_ALONE,
        TYPO,
        PHONETIC,
        SWAPPED,
        COMPOUND,
        MAIDEN,
        DATE,
        TWO
    }

    private String surname;
    private String given;
    private LocalDate birth;
    private boolean swapped;
    private final SplittableRandom random;

    private Mistakes(Invented person, SplittableRandom random) {
        this.surname = person.birthName();
        this.given = person.given().split(" ")[0];
        this.birth = person.birth();
        this.random = random;
    }

    /** What is typed; null when a person cannot be asked for with such a mistake. */
    static @Nullable String typed(Invented person, Kind mistake, SplittableRandom random) {
        Mistakes typed = new Mistakes(person, random);
        if (mistake == Kind.THREE_LETTERS) {
            return person.birthName().substring(0, 3) + " " + person.birth().format(DAY_FIRST);
        }
        if (mistake == Kind.NAMES) {
            return person.birthName() + " " + person.given().split(" ")[0];
        }
        if (mistake == Kind.LETTERS_ALONE) {
            return person.birthName().substring(0, 3);
        }
        boolean done = mistake == Kind.TWO ? typed.two(person) : typed.make(person, mistake);
        return done ? typed.text() : null;
    }

    private boolean two(Invented person) {
        Kind[] some = {Kind.TYPO, Kind.PHONETIC, Kind.SWAPPED, Kind.DATE, Kind.TYPO};
        Kind first = some[random.nextInt(some.length)];
        Kind second = some[random.nextInt(some.length)];
        return !(first == second && first != Kind.TYPO) && make(person, first) && make(person, second);
    }

    private String text() {
        return (swapped ? given + " " + surname : surname + " " + given) + " " + birth.format(DAY_FIRST);
    }

    private boolean make(Invented person, Kind mistake) {
        switch (mistake) {
            case TYPO -> {
                if (random.nextInt(3) < 2) {
                    surname = slip(surname);
                } else {
                    given = slip(given);
                }
            }
            case PHONETIC -> {
                String before = surname + given;
                surname = byEar(surname);
                given = surname.length() + given.length() == before.length() && before.startsWith(surname)
                        ? byEar(given)
                        : given;
                return !before.equals(surname + given);
            }
            case SWAPPED -> swapped = true;
            case COMPOUND -> {
                return compound();
            }
            case MAIDEN -> {
                surname = person.used();
                return !person.used().isEmpty();
            }
            case DATE -> birth = otherDay();
            default -> {
                return true;
            }
        }
        return true;
    }

    private boolean compound() {
        String[] parts = surname.split("-");
        if (parts.length < 2) {
            return false;
        }
        surname = switch (random.nextInt(4)) {
            case 0 -> parts[0];
            case 1 -> parts[1];
            case 2 -> parts[0] + parts[1];
            default -> parts[1] + " " + parts[0];
        };
        return true;
    }

    private String slip(String name) {
        int at = 1 + random.nextInt(Math.max(1, name.length() - 1));
        char letter = (char) ('A' + random.nextInt(26));
        return switch (random.nextInt(4)) {
            case 0 -> name.substring(0, at) + letter + name.substring(at);
            case 1 -> name.substring(0, at) + name.substring(at + 1);
            case 2 -> name.substring(0, at) + letter + name.substring(at + 1);
            default ->
                at + 1 < name.length()
                        ? name.substring(0, at) + name.charAt(at + 1) + name.charAt(at) + name.substring(at + 2)
                        : name.substring(0, at - 1) + name.charAt(at) + name.charAt(at - 1);
        };
    }

    private String byEar(String name) {
        int from = random.nextInt(SOUNDS.length);
        for (int step = 0; step < SOUNDS.length; step++) {
            String[] sound = SOUNDS[(from + step) % SOUNDS.length];
            int at = name.indexOf(sound[0]);
            boolean end = sound[0].equals("AU") && name.startsWith("AULT", Math.max(at, 0));
            boolean hard =
                    !sound[0].equals("C") || (at + 1 < name.length() && "AOURL".indexOf(name.charAt(at + 1)) >= 0);
            boolean nasal =
                    !sound[0].equals("EN") || (at + 2 < name.length() && "AEIOUYN".indexOf(name.charAt(at + 2)) < 0);
            if (at >= 0 && hard && nasal && !end) {
                return name.substring(0, at) + sound[1] + name.substring(at + sound[0].length());
            }
        }
        return name;
    }

    private LocalDate otherDay() {
        LocalDate other = birth;
        while (other.equals(birth)) {
            int day = birth.getDayOfMonth();
            int month = birth.getMonthValue();
            int year = birth.getYear();
            switch (random.nextInt(4)) {
                case 0 -> {
                    int before = month;
                    month = day;
                    day = before;
                }
                case 1 -> day = 1 + random.nextInt(31);
                case 2 -> month = 1 + random.nextInt(12);
                default -> year = year + 1 - 2 * random.nextInt(2);
            }
            other = month <= 12
                            && day <= YearMonth.of(year, month).lengthOfMonth()
                            && !LocalDate.of(year, month, day).isAfter(TODAY)
                    ? LocalDate.of(year, month, day)
                    : birth;
        }
        return other;
    }
}
