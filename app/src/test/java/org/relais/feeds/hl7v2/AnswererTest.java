package org.relais.feeds.hl7v2;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class AnswererTest {
    /** An answer whose sender takes nothing, until the line is cut. */
    private static final class Stuck implements Answerer.Due {
        private final CountDownLatch begun = new CountDownLatch(1);
        private final CountDownLatch cut = new CountDownLatch(1);

        @Override
        public void give() {
            begun.countDown();
            try {
                cut.await();
            } catch (InterruptedException told) {
                Thread.currentThread().interrupt();
            }
        }

        @Override
        public void letGo() {
            cut.countDown();
        }
    }

    /** An answer that is taken at once. */
    private static final class Taken implements Answerer.Due {
        private final CountDownLatch given = new CountDownLatch(1);
        private final AtomicBoolean letGo = new AtomicBoolean();

        @Override
        public void give() {
            given.countDown();
        }

        @Override
        public void letGo() {
            letGo.set(true);
        }
    }

    @Test
    void letsGoOfASenderWhoTakesNoAnswerAndAnswersTheOthers() throws InterruptedException {
        try (Answerer answerer = new Answerer("test")) {
            Stuck stuck = new Stuck();
            Taken other = new Taken();
            Thread giver = Thread.ofVirtual().start(() -> answerer.add(stuck));
            assertThat(stuck.begun.await(20, TimeUnit.SECONDS)).isTrue();
            answerer.add(other);
            giver.join();
            assertThat(other.given.await(20, TimeUnit.SECONDS)).isTrue();
            assertThat(stuck.cut.getCount()).isZero();
            assertThat(other.letGo).isFalse();
        }
    }

    @Test
    void givesWhatIsDueWhenItIsClosed() {
        Taken before = new Taken();
        Taken after = new Taken();
        Answerer answerer = new Answerer("test");
        answerer.add(before);
        answerer.close();
        answerer.add(after);
        assertThat(before.given.getCount()).isZero();
        assertThat(after.given.getCount()).isZero();
    }
}
