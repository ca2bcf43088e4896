package org.relais.care.identity.match;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import java.util.stream.IntStream;

/** Goes through rows in stripes, by as many threads as the machine has cores, each with a {@link Comparing} of its own. */
final class Crew {
    private static final int STRIPE = 512;

    private final Ways ways;
    private final Rarity rarity;
    private final Linkage.Progress progress;
    private final Queue<Comparing> idle = new ConcurrentLinkedQueue<>();

    Crew(Ways ways, Rarity rarity, Linkage.Progress progress) {
        this.ways = ways;
        this.rarity = rarity;
        this.progress = progress;
    }

    /** What is to be done with the numbers {@code from} to the one before {@code to}. */
    record Stripe(int from, int to) {}

    /** What came of each stripe, in their order: the same whoever did which. */
    <T> List<T> each(Linkage.Phase phase, int count, BiFunction<Comparing, Stripe, T> work) {
        AtomicInteger done = new AtomicInteger();
        return IntStream.range(0, (count + STRIPE - 1) / STRIPE)
                .parallel()
                .mapToObj(number -> {
                    Stripe stripe = new Stripe(number * STRIPE, Math.min(count, (number + 1) * STRIPE));
                    Comparing mine = borrow();
                    T came = work.apply(mine, stripe);
                    idle.add(mine);
                    progress.at(phase, done.addAndGet(stripe.to - stripe.from), count);
                    return came;
                })
                .toList();
    }

    /** One of them; whoever needs it for long keeps it. */
    Comparing borrow() {
        Comparing free = idle.poll();
        return free == null ? new Comparing(ways, rarity) : free;
    }
}
