package org.relais.bench;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.relais.care.identity.linkage.ListField;
import org.relais.care.identity.linkage.ListMapping;
import org.relais.care.identity.linkage.ListReader;
import org.relais.care.identity.linkage.PersonList;
import org.relais.care.identity.linkage.Truth;
import org.relais.care.identity.match.Decision;
import org.relais.care.identity.match.Linkage;
import org.relais.care.identity.match.LinkedPairs;
import org.relais.care.identity.match.Register;
import org.relais.care.identity.match.Traits;
import org.relais.demo.Crowd;
import org.relais.demo.DeskSlips;
import org.relais.demo.Islander;
import org.relais.kernel.Sex;

/**
 * Linking without labels, measured: {@code febrl DIR}, {@code desk N M SEED} (M written down in downtime against an index
 * of N), {@code doubles N SEED} (an index of N, three in ten written down a second time).
 */
public final class LinkageBench {
    private static final ListMapping FEBRL = new ListMapping(Map.of(
            ListField.ROW_ID, List.of("rec_id"),
            ListField.SURNAME, List.of("surname"),
            ListField.GIVEN_NAME, List.of("given_name"),
            ListField.BIRTH_DATE, List.of("date_of_birth"),
            ListField.ADDRESS, List.of("address_1"),
            ListField.POSTCODE, List.of("postcode"),
            ListField.PLACE, List.of("suburb"),
            ListField.IDENTIFIER, List.of("soc_sec_id")));

    private LinkageBench() {}

    public static void main(String[] words) throws IOException {
        switch (words[0]) {
            case "febrl" -> {
                febrl(Path.of(words[1]), "dataset1.csv");
                febrl(Path.of(words[1]), "dataset4a.csv", "dataset4b.csv");
            }
            case "desk" -> desk(Integer.parseInt(words[1]), Integer.parseInt(words[2]), Long.parseLong(words[3]));
            default -> doubles(Integer.parseInt(words[1]), Long.parseLong(words[2]));
        }
    }

    private static void febrl(Path folder, String... names) throws IOException {
        PersonList list = new PersonList();
        long began = System.nanoTime();
        for (String name : names) {
            if (list.register().rows() > 0) {
                list.register().beginRight();
            }
            try (Reader file = Files.newBufferedReader(folder.resolve(name))) {
                ListReader reader = Objects.requireNonNull(ListReader.open(file));
                reader.map(FEBRL);
                reader.truth("rec_id");
                reader.read(list, LocalDate.of(2026, 11, 26));
            }
        }
        LinkedPairs pairs = Linkage.run(list.register()).pairs();
        double seconds = (System.nanoTime() - began) / 1e9;
        Truth truth = Truth.of(list, pairs);
        int wrong = 0;
        for (int at = 0; at < pairs.size(); at++) {
            boolean sure = pairs.probability(at) >= Decision.SURE;
            wrong += sure && list.truth(pairs.left(at)) != list.truth(pairs.right(at)) ? 1 : 0;
        }
        row(
                "FEBRL " + names[0]
                        + ": precision %.5f, recall %.5f, F1 %.5f, wrong at p >= .9999: %d, %.1f s, heap %d MB",
                truth.precision(),
                truth.recall(),
                truth.f1(),
                wrong,
                seconds,
                heap());
    }

    /** One newcomer in ten is not in the index, though her household may be. */
    private static void desk(int known, int newcomers, long seed) {
        int[] truth = new int[newcomers];
        Register register = new Register();
        boolean[] absent = new boolean[known + newcomers];
        DeskSlips slips = new DeskSlips(seed + 1, new Crowd(seed + 2));
        Crowd crowd = new Crowd(seed);
        int asked = 0;
        int index = 0;
        for (int number = 0; index < known; number++) {
            Islander one = crowd.next();
            if (number % (known / newcomers) == 0 && asked < newcomers) {
                absent[number] = asked % 10 == 9;
                truth[asked++] = absent[number] ? -1 : index;
                register.add(traits(slips.write(one)));
            }
            index += absent[number] ? 0 : 1;
        }
        register.beginRight();
        crowd = new Crowd(seed);
        for (int number = 0; register.rows() < known + newcomers; number++) {
            Islander one = crowd.next();
            if (!absent[number]) {
                register.add(traits(one));
            }
        }
        long began = System.nanoTime();
        LinkedPairs pairs = Linkage.run(register).pairs();
        double seconds = (System.nanoTime() - began) / 1e9;
        tally(pairs, truth, "desk, " + newcomers + " against " + known + ", seed " + seed);
        row("%.1f s, heap %d MB", seconds, heap());
    }

    private static void tally(LinkedPairs pairs, int[] truth, String title) {
        double[] best = new double[truth.length];
        int wrong = 0;
        for (int at = 0; at < pairs.size(); at++) {
            int left = pairs.left(at);
            best[left] = Math.max(best[left], pairs.probability(at));
            wrong += pairs.probability(at) >= Decision.SURE && pairs.right(at) - truth.length != truth[left] ? 1 : 0;
        }
        int sure = 0;
        int clerical = 0;
        int missed = 0;
        for (int left = 0; left < truth.length; left++) {
            sure += best[left] >= Decision.SURE ? 1 : 0;
            clerical += best[left] >= Decision.DOUBT && best[left] < Decision.SURE ? 1 : 0;
            missed += best[left] < Decision.DOUBT && truth[left] >= 0 ? 1 : 0;
        }
        row(
                title + ": sure %d, wrongly sure %d, clerical %d (%.2f%%), known and not found %d",
                sure,
                wrong,
                clerical,
                100.0 * clerical / truth.length,
                missed);
    }

    private static void doubles(int known, long seed) {
        Register register = new Register();
        Crowd crowd = new Crowd(seed);
        DeskSlips slips = new DeskSlips(seed + 1, new Crowd(seed + 2));
        int[] person = new int[known * 13 / 10 + 1];
        int truePairs = 0;
        for (int number = 0; number < known * 10 / 13; number++) {
            Islander one = crowd.next();
            person[register.rows()] = number;
            register.add(traits(one));
            if (number % 10 < 3) {
                person[register.rows()] = number;
                register.add(traits(slips.write(one)));
                truePairs++;
            }
        }
        long began = System.nanoTime();
        LinkedPairs pairs = Linkage.run(register).pairs();
        double seconds = (System.nanoTime() - began) / 1e9;
        int[] right = new int[2];
        int[] wrong = new int[2];
        for (int at = 0; at < pairs.size(); at++) {
            boolean same = person[pairs.left(at)] == person[pairs.right(at)];
            for (int which = 0; which < 2; which++) {
                if (pairs.probability(at) >= (which == 0 ? Truth.SAID : Decision.SURE)) {
                    right[which] += same ? 1 : 0;
                    wrong[which] += same ? 0 : 1;
                }
            }
        }
        row(
                "doubles in " + register.rows() + ", seed " + seed
                        + ": %d true, at p >= .5 %d right %d wrong, at p >= .9999 %d right %d wrong, %.1f s, heap %d MB",
                truePairs,
                right[0],
                wrong[0],
                right[1],
                wrong[1],
                seconds,
                heap());
    }

    private static Traits traits(Islander one) {
        return Traits.builder()
                .surname(one.surname())
                .usedSurname(one.used())
                .givenNames(one.given())
                .birthDate(one.birth())
                .sex(one.female() ? Sex.FEMALE : Sex.MALE)
                .birthplace(one.birthplace())
                .address(one.address())
                .postcode(one.postcode())
                .place(one.town())
                .phone(one.phone())
                .identifier(one.ins())
                .build();
    }

    /** What is left once rubbish is collected; the JVM runs under -Xmx512m. */
    private static long heap() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return (runtime.totalMemory() - runtime.freeMemory()) >> 20;
    }

    @SuppressWarnings("AnnotateFormatMethod")
    private static void row(String format, Object... values) {
        System.out.println("- " + String.format(Locale.ROOT, format, values));
    }
}
