package org.relais.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class WaitingLineTest {
    private static final long LONG = 10_000_000_000L;

    private final WaitingLine<Integer> line = new WaitingLine<>();

    @Test
    void takesInTheOrderInWhichTheyCame() {
        line.add(1);
        line.add(2);
        assertThat(line.take(2, LONG)).isEqualTo(1);
        assertThat(line.poll()).isEqualTo(2);
        assertThat(line.poll()).isNull();
    }

    @Test
    void doesNotWaitForMoreThanTheTimeAllows() {
        line.add(1);
        assertThat(line.take(5, 1_000)).isEqualTo(1);
    }

    @Test
    void wakesForOneAfterTheTimeForManyIsOver() {
        CompletableFuture<Integer> taken = CompletableFuture.supplyAsync(() -> line.take(5, 1));
        line.add(7);
        assertThat(taken.join()).isEqualTo(7);
    }

    @Test
    void wakesAsSoonAsThereAreAsManyAsAreWaitedFor() {
        CompletableFuture<Integer> taken = CompletableFuture.supplyAsync(() -> line.take(3, LONG * 100));
        line.add(1);
        line.add(2);
        line.add(3);
        assertThat(taken.join()).isEqualTo(1);
    }

    @Test
    void takesNothingAfterTheLast() {
        assertThat(line.close(9)).isTrue();
        assertThat(line.add(1)).isFalse();
        assertThat(line.close(2)).isFalse();
        assertThat(line.take(3, LONG)).isEqualTo(9);
        assertThat(line.size()).isZero();
    }

    @Test
    void losesNothingOfManyThreads() {
        int each = 20_000;
        List<CompletableFuture<Void>> adding = new ArrayList<>();
        for (int thread = 0; thread < 4; thread++) {
            adding.add(CompletableFuture.runAsync(() -> {
                for (int n = 0; n < each; n++) {
                    line.add(n);
                }
            }));
        }
        Random random = new Random(5);
        long sum = 0;
        for (int n = 0; n < 4 * each; n++) {
            sum += line.take(random.nextInt(6), 20_000);
        }
        CompletableFuture.allOf(adding.toArray(CompletableFuture[]::new)).join();
        assertThat(sum).isEqualTo(4L * each * (each - 1) / 2);
        assertThat(line.size()).isZero();
    }
}
