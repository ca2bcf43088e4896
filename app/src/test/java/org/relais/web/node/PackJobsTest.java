package org.relais.web.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.relais.care.wards.Census;
import org.relais.care.wards.Ward;
import org.relais.care.wards.WardKind;
import org.relais.command.CrisisState;
import org.relais.kernel.Language;
import org.relais.kernel.Mode;
import org.relais.kernel.StaffId;
import org.relais.kernel.WardCode;
import org.relais.kernel.Who;
import org.relais.paper.PackContent;
import org.relais.paper.PackOptions;
import org.relais.paper.PackSource;
import org.relais.paper.Stamp;
import org.relais.web.Scenes;

class PackJobsTest {
    private static final WardCode MAT = new WardCode("MAT");
    private static final Who ME = new Who.Staff(new StaffId("1".repeat(32)));
    private static final Who OTHER = new Who.Staff(new StaffId("2".repeat(32)));

    private final CountDownLatch gate = new CountDownLatch(1);
    private volatile Instant now = Scenes.NOW;
    private final PackJobs jobs = new PackJobs(new Shelf(), () -> now);

    @AfterEach
    void close() {
        gate.countDown();
        jobs.close();
    }

    @Test
    void countsFirstAndPrintsOnlyWhenTold() {
        gate.countDown();
        PackJob job = jobs.order(ME, order());
        await().until(() -> job.step() instanceof PackStep.Counted(var plan) && plan.pages() > 0);
        jobs.print(job);
        await().until(() -> job.step() instanceof PackStep.Done);
        assertThat(job.step())
                .isInstanceOfSatisfying(
                        PackStep.Done.class,
                        done -> assertThat(done.pdf()).startsWith("%PDF".getBytes(StandardCharsets.US_ASCII)));
    }

    @Test
    void isCancelledWhileItCounts() {
        PackJob job = jobs.order(ME, order());
        jobs.cancel(job);
        gate.countDown();
        await().until(() -> job.step() instanceof PackStep.Cancelled);
    }

    @Test
    void isFoundByItsOwnerOnlyAndForgottenAfterAQuarterOfAnHour() {
        gate.countDown();
        PackJob job = jobs.order(ME, order());
        await().until(() -> job.step() instanceof PackStep.Counted);
        assertThat(jobs.find(job.id(), OTHER)).isEmpty();
        assertThat(jobs.of(OTHER)).isEmpty();
        assertThat(jobs.find(job.id(), ME)).contains(job);
        now = now.plus(PackJobs.KEPT).plusSeconds(1);
        jobs.sweep();
        assertThat(jobs.find(job.id(), ME)).isEmpty();
    }

    private static PackOrder order() {
        return new PackOrder(List.of(MAT), false, PackOptions.USUAL, Language.FR);
    }

    /** One ward without patients, behind a gate. */
    private final class Shelf implements PackSource {
        @Override
        public List<WardCode> wards() {
            return List.of(MAT);
        }

        @Override
        public PackContent content(WardCode code) {
            await().until(() -> gate.getCount() == 0);
            Ward ward = new Ward(code, "Maternité", "Maternity", WardKind.MATERNITY, List.of(), List.of(), true);
            return new PackContent(ward, new Census(ward, List.of()), List.of());
        }

        @Override
        public Stamp stamp(Language language) {
            return new Stamp(
                    Mode.DEMO,
                    language,
                    Scenes.ZONE,
                    now,
                    now,
                    "3f2a9c00112233445566778899aabbcc",
                    "Centre hospitalier de la Pointe",
                    "",
                    CrisisState.WATCH,
                    "ABCDEFGH12");
        }
    }
}
