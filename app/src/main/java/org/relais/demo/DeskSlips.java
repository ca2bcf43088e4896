package org.relais.demo;

import java.util.Random;

/**
 * How a person of the index is written down at a desk in downtime, by hand and by ear. 30% of records bear one error, 5%
 * two, over the classes: typing, phonetic, names exchanged, compound cut or turned, used for birth name, birth date. The
 * first given name alone is written. What may be missing or old: identifier (75% not at hand), phone (30%, 8% changed),
 * address (40%, 6% moved), town and postcode (15%), birthplace (10%).
 */
public final class DeskSlips {
    private static final String[][] SOUNDS = {
        {"EAU", "O"},
        {"PH", "F"},
        {"AU", "O"},
        {"Y", "I"},
        {"TH", "T"},
        {"LL", "L"},
        {"QU", "K"},
        {"AI", "E"},
        {"TT", "T"},
        {"SS", "C"},
        {"RI", "RY"},
        {"NN", "N"},
        {"IE", "I"}
    };

    private final Random random;
    private final Crowd crowd;
    private String surname = "";
    private String given = "";
    private int birth;

    /** @param crowd whose names others bear */
    public DeskSlips(long seed, Crowd crowd) {
        this.random = new Random(seed);
        this.crowd = crowd;
    }

    /** The person as she is written down. */
    public Islander write(Islander one) {
        surname = one.surname();
        given = one.given().split("[ -]")[0];
        given = random.nextInt(3) > 0 && one.given().contains("-") ? one.given().split(" ")[0] : given;
        birth = one.birth();
        int drawn = random.nextInt(100);
        int errors = drawn < 30 ? 1 : drawn < 35 ? 2 : 0;
        for (int error = 0; error < errors; error++) {
            slip(one);
        }
        boolean moved = random.nextInt(100) < 6;
        boolean housed = random.nextInt(100) < 60;
        boolean town = random.nextInt(100) < 85;
        return new Islander(
                one.household(),
                surname,
                "",
                given,
                birth,
                one.female(),
                random.nextInt(10) > 0 ? one.birthplace() : "",
                !housed ? "" : moved ? crowd.next().address() : one.address(),
                town ? one.postcode() : "",
                town ? one.town() : "",
                random.nextInt(100) < 30
                        ? ""
                        : random.nextInt(100) < 8 ? crowd.next().phone() : one.phone(),
                random.nextInt(4) == 0 ? one.ins() : "");
    }

    private void slip(Islander one) {
        switch (random.nextInt(6)) {
            case 0 -> typed();
            case 1 -> heard();
            case 2 -> {
                String before = surname;
                surname = given;
                given = before;
            }
            case 3 -> turned();
            case 4 -> surname = one.used().isEmpty() ? typo(surname) : one.used();
            default -> birth = otherDate(birth);
        }
    }

    private void typed() {
        if (random.nextBoolean()) {
            surname = typo(surname);
        } else {
            given = typo(given);
        }
    }

    private void heard() {
        if (random.nextBoolean()) {
            surname = byEar(surname);
        } else {
            given = byEar(given);
        }
    }

    private void turned() {
        String[] parts = surname.split("-");
        surname = parts.length < 2
                ? typo(surname)
                : random.nextBoolean() ? parts[random.nextInt(2)] : parts[1] + " " + parts[0];
    }

    private String typo(String name) {
        if (name.length() < 3) {
            return name + "E";
        }
        int at = 1 + random.nextInt(name.length() - 2);
        char letter = (char) ('A' + random.nextInt(26));
        return switch (random.nextInt(4)) {
            case 0 -> name.substring(0, at) + letter + name.substring(at);
            case 1 -> name.substring(0, at) + name.substring(at + 1);
            case 2 -> name.substring(0, at) + letter + name.substring(at + 1);
            default -> name.substring(0, at) + name.charAt(at + 1) + name.charAt(at) + name.substring(at + 2);
        };
    }

    private String byEar(String name) {
        int from = random.nextInt(SOUNDS.length);
        for (int step = 0; step < SOUNDS.length; step++) {
            String[] sound = SOUNDS[(from + step) % SOUNDS.length];
            int at = name.indexOf(sound[0]);
            if (at >= 0) {
                return name.substring(0, at) + sound[1] + name.substring(at + sound[0].length());
            }
        }
        return typo(name);
    }

    private int otherDate(int date) {
        int year = date / 10000;
        int month = date / 100 % 100;
        int day = date % 100;
        return switch (random.nextInt(4)) {
            case 0 -> year * 10000 + (day <= 12 ? day * 100 + month : month * 100 + day % 28 + 1);
            case 1 -> year * 10000 + month * 100 + 1 + (day + random.nextInt(26)) % 28;
            case 2 -> year * 10000 + (1 + (month + random.nextInt(10)) % 12) * 100 + day;
            default ->
                (year + (random.nextBoolean() ? 1 : -1) * (random.nextBoolean() ? 1 : 10)) * 10000 + date % 10000;
        };
    }
}
