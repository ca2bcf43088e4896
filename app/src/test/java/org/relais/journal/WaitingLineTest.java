package org.relais.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.relais.journal.WaitingLine.Added.COMPLETES;
import static org.relais.journal.WaitingLine.Added.NOT;
import static org.relais.journal.WaitingLine.Added.WAITS;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class WaitingLineTest {
    private static final long LONG = 10_000_000_000L;

    private final WaitingLine<Integer> line = new WaitingLine<>();

    @Test
    void isTakenInTheOrderInWhichTheyCame() {
        line.add(1);
        line.add(2);
        assertThat(line.poll(_ -> true)).isEqualTo(1);
        assertThat(line.poll(job -> job > 2)).isNull();
        assertThat(line.poll(job -> job == 2)).isEqualTo(2);
        assertThat(line.poll(_ -> true)).isNull();
    }

    @Test
    void tellsOneOnlyThatAllAreThere() {
        assertThat(line.add(1)).isEqualTo(COMPLETES);
        assertThat(line.add(2)).isEqualTo(WAITS);
        assertThat(line.expect(4)).isFalse();
        assertThat(line.add(3)).isEqualTo(WAITS);
        assertThat(line.add(4)).isEqualTo(COMPLETES);
        assertThat(line.add(5)).isEqualTo(WAITS);
        assertThat(line.expect(3)).isTrue();
        assertThat(line.add(6)).isEqualTo(WAITS);
    }

    @Test
    void restsOnlyWhenNothingWaits() {
        line.expect(3);
        line.add(1);
        assertThat(line.rest()).isFalse();
        line.poll(_ -> true);
        assertThat(line.rest()).isTrue();
        assertThat(line.add(2)).isEqualTo(COMPLETES);
    }

    @Test
    void knowsHowLongTheFirstHasWaited() {
        assertThat(line.overdue(0)).isFalse();
        line.add(1);
        assertThat(line.overdue(LONG)).isFalse();
        assertThat(line.overdue(0)).isTrue();
    }

    @Test
    void takesNothingOnceClosed() {
        line.add(1);
        line.close();
        assertThat(line.add(2)).isEqualTo(NOT);
        assertThat(line.size()).isEqualTo(1);
    }

    /** Whoever is told that all are there takes some, and waits for a number at random: nothing is lost or left. */
    @Test
    void losesNothingOfManyThreads() {
        int each = 20_000;
        AtomicLong sum = new AtomicLong();
        AtomicInteger taken = new AtomicInteger();
        ReentrantLock turn = new ReentrantLock();
        List<CompletableFuture<Void>> adding = new ArrayList<>();
        for (int thread = 0; thread < 4; thread++) {
            Random random = new Random(thread);
            adding.add(CompletableFuture.runAsync(() -> {
                for (int n = 0; n < each; n++) {
                    if (line.add(n) == COMPLETES) {
                        turn.lock();
                        try {
                            takeAll(sum, taken, random);
                        } finally {
                            turn.unlock();
                        }
                    }
                }
            }));
        }
        CompletableFuture.allOf(adding.toArray(CompletableFuture[]::new)).join();
        takeAll(sum, taken, new Random(5));
        assertThat(taken).hasValue(4 * each);
        assertThat(sum).hasValue(4L * each * (each - 1) / 2);
    }

    private void takeAll(AtomicLong sum, AtomicInteger taken, Random random) {
        do {
            Integer job = line.poll(_ -> true);
            while (job != null) {
                sum.addAndGet(job);
                taken.incrementAndGet();
                job = line.poll(_ -> true);
            }
        } while (line.expect(1 + random.nextInt(6)));
    }
}
