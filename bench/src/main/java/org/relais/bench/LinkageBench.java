package org.relais.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.relais.demo.Crowd;
import org.relais.demo.DeskSlips;
import org.relais.demo.Islander;

/**
 * Lists for {@code relais linkage}, and what came of them: {@code desk DIR N M SEED} writes M persons as they are written
 * down in downtime and an index of N, {@code doubles DIR N SEED} an index of which three in ten stand twice,
 * {@code tally DIR} counts what {@code pairs.csv} proposes. The number in a row's id is the person; {@code x} is nobody in
 * the index. The error profile is {@link DeskSlips}'.
 */
public final class LinkageBench {
    private static final double SURE = .9999;
    private static final double DOUBT = .01;
    private static final Pattern NUMBER = Pattern.compile("^[^0-9x]*([0-9]+)");
    private static final String HEADER =
            "row_id,surname,used_surname,given_name,birth_date,sex,birthplace,address,postcode,"
                    + "place,phone,identifier";

    private LinkageBench() {}

    public static void main(String[] words) throws IOException {
        Path folder = Path.of(words[1]);
        switch (words[0]) {
            case "desk" ->
                desk(folder, Integer.parseInt(words[2]), Integer.parseInt(words[3]), Long.parseLong(words[4]));
            case "doubles" -> doubles(folder, Integer.parseInt(words[2]), Long.parseLong(words[3]));
            default -> tally(folder);
        }
    }

    /** One newcomer in ten is not in the index, though her household may be. */
    private static void desk(Path folder, int known, int newcomers, long seed) throws IOException {
        DeskSlips slips = new DeskSlips(seed + 1, new Crowd(seed + 2));
        Crowd crowd = new Crowd(seed);
        fields(folder);
        try (Writer desk = list(folder.resolve("left.csv"));
                Writer index = list(folder.resolve("right.csv"))) {
            int asked = 0;
            int written = 0;
            for (int number = 0; written < known; number++) {
                Islander one = crowd.next();
                boolean seen = number % (known / newcomers) == 0 && asked < newcomers;
                boolean absent = seen && asked % 10 == 9;
                if (seen) {
                    row(desk, absent ? "x" + number : number + ".desk", slips.write(one));
                    asked++;
                }
                if (!absent) {
                    row(index, number + ".index", one);
                    written++;
                }
            }
        }
    }

    private static void doubles(Path folder, int rows, long seed) throws IOException {
        Crowd crowd = new Crowd(seed);
        DeskSlips slips = new DeskSlips(seed + 1, new Crowd(seed + 2));
        fields(folder);
        try (Writer list = list(folder.resolve("left.csv"))) {
            for (int number = 0; number < rows * 10 / 13; number++) {
                Islander one = crowd.next();
                row(list, number + ".org", one);
                if (number % 10 < 3) {
                    row(list, number + ".dup", slips.write(one));
                }
            }
        }
    }

    /** The columns bear the names of the fields. */
    private static void fields(Path folder) throws IOException {
        StringBuilder json = new StringBuilder("{");
        for (String name : HEADER.split(",")) {
            json.append(json.length() > 1 ? "," : "")
                    .append('"')
                    .append(name)
                    .append("\":\"")
                    .append(name)
                    .append('"');
        }
        Files.writeString(folder.resolve("fields.json"), json.append('}'));
    }

    private static Writer list(Path file) throws IOException {
        Writer list = Files.newBufferedWriter(file);
        list.write(HEADER + "\n");
        return list;
    }

    private static void row(Writer list, String id, Islander one) throws IOException {
        list.write(String.join(
                        ",",
                        id,
                        one.surname(),
                        one.used(),
                        one.given(),
                        date(one.birth()),
                        one.female() ? "F" : "M",
                        one.birthplace(),
                        '"' + one.address() + '"',
                        one.postcode(),
                        one.town(),
                        one.phone(),
                        one.ins())
                + "\n");
    }

    /** As a list writes it, a day that no calendar has too. */
    private static String date(int yyyymmdd) {
        return "%02d/%02d/%04d".formatted(yyyymmdd % 100, yyyymmdd / 100 % 100, yyyymmdd / 10_000);
    }

    private static String person(String id) {
        Matcher number = NUMBER.matcher(id);
        return number.find() ? number.group(1) : id;
    }

    private static void tally(Path folder) throws IOException {
        Map<String, Double> best = new HashMap<>();
        int sure = 0;
        int wrong = 0;
        List<String> lines = Files.readAllLines(folder.resolve("pairs.csv"));
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(",");
            double probability = Double.parseDouble(cells[2]);
            best.merge(cells[0], probability, Math::max);
            if (probability >= SURE) {
                sure++;
                wrong += person(cells[0]).equals(person(cells[1])) ? 0 : 1;
            }
        }
        long rows;
        long missed;
        try (var left = Files.lines(folder.resolve("left.csv")).skip(1)) {
            List<String> ids = left.map(line -> line.split(",")[0]).toList();
            rows = ids.size();
            missed = ids.stream()
                    .filter(id -> !id.startsWith("x") && best.getOrDefault(id, 0.0) < DOUBT)
                    .count();
        } catch (UncheckedIOException unreadable) {
            throw unreadable.getCause();
        }
        long clerical =
                best.values().stream().filter(one -> one >= DOUBT && one < SURE).count();
        System.out.printf(
                Locale.ROOT,
                "- proposed as sure %d, wrongly so %d; rows of the first list: %d, to be checked %d (%.2f%%)",
                sure,
                wrong,
                rows,
                clerical,
                100.0 * clerical / rows);
        // Of one list compared with itself a row stands on the left or on the right.
        System.out.println(Files.exists(folder.resolve("right.csv")) ? ", proposed nobody though known " + missed : "");
    }
}
