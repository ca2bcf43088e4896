package org.relais.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.relais.bench.Population.Invented;
import org.relais.care.identity.NameText;
import org.relais.care.identity.SearchText;
import org.relais.care.identity.search.Findable;
import org.relais.care.identity.search.Findable.Word;
import org.relais.care.identity.search.Found;
import org.relais.care.identity.search.Grouping;
import org.relais.care.identity.search.Part;
import org.relais.care.identity.search.SearchIndex;

/** The index of identities by itself: time to make it, memory, time of a search, and how often who is meant is among the first five. */
final class IndexBench {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 26);
    private static final ThreadMXBean THREAD = ManagementFactory.getThreadMXBean();
    private static final int SHOWN = 51;
    private static final int FIRST = 5;
    private static final int BATCH = 10_000;
    private static final Grouping ALONE = new Grouping() {
        @Override
        public boolean isLinked(int record) {
            return false;
        }

        @Override
        public int root(int record) {
            return record;
        }

        @Override
        public int[] members(int record) {
            return new int[] {record};
        }
    };

    private final Population population;
    private final SearchIndex index = new SearchIndex(ALONE);
    private final BitSet present = new BitSet();
    private final int people;

    private IndexBench(long seed, int people) {
        this.population = new Population(seed);
        this.people = people;
    }

    /** Arguments: how many people, how many questions of each class, then seeds. */
    public static void main(String[] args) {
        int people = Integer.parseInt(args[0]);
        int questions = Integer.parseInt(args[1]);
        System.out.printf(
                "| seed | people | made in s | heap MB | class | asked | recall@5 %% | p50 ms | p99 ms | most ms | p99 cpu ms |%n");
        for (String seed : Arrays.asList(args).subList(2, args.length)) {
            IndexBench bench = new IndexBench(Long.parseLong(seed), people);
            double made = bench.fill();
            bench.ask(500, 99);
            bench.report(seed, made, bench.ask(questions, Long.parseLong(seed)));
        }
    }

    /** Seconds of processor it took, the inventing of people left out. */
    private double fill() {
        long spent = 0;
        List<Findable> some = new ArrayList<>();
        for (int number = 0; number < people; number++) {
            some.add(findable(population.person(number)));
            if (some.size() == BATCH || number == people - 1) {
                long began = THREAD.getCurrentThreadCpuTime();
                for (int at = 0; at < some.size(); at++) {
                    index.put(number - some.size() + 1 + at, some.get(at));
                }
                spent += THREAD.getCurrentThreadCpuTime() - began;
                some.clear();
            }
        }
        SplittableRandom random = new SplittableRandom(1);
        for (int lying = 0; lying < 900; lying++) {
            present.set(random.nextInt(people));
        }
        return spent / 1e9;
    }

    private static Findable findable(Invented person) {
        List<Word> words = new ArrayList<>(8);
        add(words, person.birthName(), Part.BIRTH_NAME);
        add(words, person.used(), Part.USED_NAME);
        String[] given = person.given().split(" ");
        add(words, given[0], Part.FIRST_GIVEN);
        if (given.length > 1) {
            add(words, given[1], Part.GIVEN);
        }
        LocalDate birth = person.birth();
        return new Findable(
                words,
                birth.getYear() * 10_000 + birth.getMonthValue() * 100 + birth.getDayOfMonth(),
                List.of(person.ipp(), person.ins()));
    }

    private static void add(List<Word> words, String name, Part part) {
        List<String> some = NameText.words(name);
        some.forEach(word -> words.add(new Word(word, part, false)));
        if (some.size() > 1) {
            words.add(new Word(String.join("", some), part, true));
        }
    }

    /** What was measured of one class of mistakes. */
    private static final class Measured {
        private final List<Long> nanos = new ArrayList<>();
        private final List<Long> cpu = new ArrayList<>();
        private int found;
    }

    private Map<Mistakes.Kind, Measured> ask(int questions, long seed) {
        SplittableRandom random = new SplittableRandom(seed * 31 + 7);
        Map<Mistakes.Kind, Measured> all = new EnumMap<>(Mistakes.Kind.class);
        for (int turn = 0; turn < questions; turn++) {
            for (Mistakes.Kind mistake : Mistakes.Kind.values()) {
                String typed = null;
                Invented person = population.person(0);
                while (typed == null) {
                    person = population.person(random.nextInt(people));
                    typed = Mistakes.typed(person, mistake, random);
                }
                long began = System.nanoTime();
                long cpu = THREAD.getCurrentThreadCpuTime();
                List<Found> found = index.find(SearchText.read(typed, TODAY), present, SHOWN);
                Measured measured = all.computeIfAbsent(mistake, first -> new Measured());
                measured.nanos.add(System.nanoTime() - began);
                measured.cpu.add(THREAD.getCurrentThreadCpuTime() - cpu);
                int meant = person.number();
                boolean hit = found.stream().limit(FIRST).anyMatch(one -> one.chart() == meant);
                measured.found += hit ? 1 : 0;
                if (!hit && Boolean.getBoolean("misses")) {
                    System.out.println(mistake + ": " + typed + " <> " + person + " -> "
                            + found.stream().limit(3).toList());
                }
            }
        }
        return all;
    }

    private void report(String seed, double made, Map<Mistakes.Kind, Measured> all) {
        for (int turn = 0; turn < 3; turn++) {
            System.gc();
        }
        long heap = Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
        all.forEach((mistake, measured) -> {
            long[] nanos =
                    measured.nanos.stream().mapToLong(Long::longValue).sorted().toArray();
            long[] cpu =
                    measured.cpu.stream().mapToLong(Long::longValue).sorted().toArray();
            System.out.printf(
                    "| %s | %d | %.1f | %d | %s | %d | %.2f | %.2f | %.2f | %.2f | %.2f |%n",
                    seed,
                    people,
                    made,
                    heap >> 20,
                    mistake.name().toLowerCase(java.util.Locale.ROOT),
                    nanos.length,
                    100.0 * measured.found / nanos.length,
                    nanos[nanos.length / 2] / 1e6,
                    nanos[nanos.length * 99 / 100] / 1e6,
                    nanos[nanos.length - 1] / 1e6,
                    cpu[cpu.length * 99 / 100] / 1e6);
        });
    }
}
