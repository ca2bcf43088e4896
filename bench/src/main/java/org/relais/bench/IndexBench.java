package org.relais.bench;

import java.lang.management.BufferPoolMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import org.relais.bench.Population.Invented;
import org.relais.care.identity.Hit;

/**
 * Finding people in the whole house: time to be ready from the snapshot, memory, time of a search as a page asks for it, and
 * how often who is meant is among the first five.
 */
final class IndexBench {
    private static final ThreadMXBean THREAD = ManagementFactory.getThreadMXBean();
    private static final int SHOWN = 51;
    private static final int FIRST = 5;
    private final Population population;
    private final InventedHouse house;
    private final int people;

    private IndexBench(long seed, int people, InventedHouse house) {
        this.population = new Population(seed);
        this.people = people;
        this.house = house;
    }

    /**
     * {@code fill FOLDER PEOPLE SEED} folds everybody and leaves a snapshot; {@code ask FOLDER PEOPLE SEED QUESTIONS} opens it
     * and asks so many questions of each class.
     */
    public static void main(String[] args) {
        Path folder = Path.of(args[1]);
        int people = Integer.parseInt(args[2]);
        long seed = Long.parseLong(args[3]);
        if (args[0].equals("fill")) {
            double[] spent = InventedHouse.fill(folder, seed, people);
            System.out.printf("- seed %d: folded in %.1f s, snapshot in %.1f s%n", seed, spent[0], spent[1]);
            return;
        }
        long began = System.nanoTime();
        try (InventedHouse house = InventedHouse.open(folder, seed, people)) {
            double ready = (System.nanoTime() - began) / 1e9;
            IndexBench bench = new IndexBench(seed, people, house);
            bench.ask(300, 99);
            Map<Mistakes.Kind, Measured> measured = bench.ask(Integer.parseInt(args[4]), seed);
            System.out.printf("- seed %d, %d people: ready in %.1f s, %s%n", seed, people, ready, memory());
            System.out.println("| mistake | asked | recall@5 % | p50 ms | p99 ms | most ms | p99 cpu ms |");
            System.out.println("|---|---|---|---|---|---|---|");
            measured.forEach(IndexBench::report);
        }
    }

    private static String memory() {
        for (int turn = 0; turn < 3; turn++) {
            System.gc();
        }
        long heap = Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
        long outside = ManagementFactory.getPlatformMXBeans(BufferPoolMXBean.class).stream()
                .filter(pool -> pool.getName().equals("direct"))
                .mapToLong(BufferPoolMXBean::getMemoryUsed)
                .sum();
        return (heap >> 20) + " MB of heap in use of " + (Runtime.getRuntime().maxMemory() >> 20) + ", "
                + (outside >> 20) + " MB outside";
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
                String question = typed;
                List<Hit> found = house.models.query(() -> house.patients.find(question, SHOWN));
                Measured measured = all.computeIfAbsent(mistake, first -> new Measured());
                measured.nanos.add(System.nanoTime() - began);
                measured.cpu.add(THREAD.getCurrentThreadCpuTime() - cpu);
                String meant = person.ipp();
                boolean hit = found.stream().limit(FIRST).anyMatch(one -> has(one, meant));
                measured.found += hit ? 1 : 0;
                if (!hit && Boolean.getBoolean("misses")) {
                    System.out.println(mistake + ": " + typed + " <> " + person + " -> "
                            + found.stream().limit(3).map(Hit::patient).toList());
                }
            }
        }
        return all;
    }

    private static boolean has(Hit hit, String number) {
        return hit.patient().identifiers().stream().anyMatch(one -> one.value().equals(number));
    }

    private static void report(Mistakes.Kind mistake, Measured measured) {
        long[] nanos =
                measured.nanos.stream().mapToLong(Long::longValue).sorted().toArray();
        long[] cpu = measured.cpu.stream().mapToLong(Long::longValue).sorted().toArray();
        System.out.printf(
                "| %s | %d | %.2f | %.2f | %.2f | %.2f | %.2f |%n",
                mistake.name().toLowerCase(Locale.ROOT).replace('_', ' '),
                nanos.length,
                100.0 * measured.found / nanos.length,
                nanos[nanos.length / 2] / 1e6,
                nanos[nanos.length * 99 / 100] / 1e6,
                nanos[nanos.length - 1] / 1e6,
                cpu[cpu.length * 99 / 100] / 1e6);
    }
}
