package org.relais.web.node;

import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.relais.care.identity.Patient;
import org.relais.kernel.PatientId;
import org.relais.kernel.Problem;
import org.relais.kernel.Who;
import org.relais.paper.PackContent;
import org.relais.paper.PackPlan;
import org.relais.paper.PackResult;
import org.relais.paper.PackSource;
import org.relais.paper.WardPack;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The packs being made and those just made: one at a time, a few at most, in memory only, and gone a quarter of an hour
 * after they were last of use. Thread-safe.
 */
public final class PackJobs implements AutoCloseable {
    static final Duration KEPT = Duration.ofMinutes(15);
    private static final int MOST = 4;
    private static final Logger LOG = LoggerFactory.getLogger(PackJobs.class);

    private final PackSource source;
    private final InstantSource clock;
    private final Map<String, PackJob> jobs = new LinkedHashMap<>();
    private final Semaphore press = new Semaphore(1, true);
    private final ScheduledExecutorService broom = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("pack-broom").factory());

    public PackJobs(PackSource source, InstantSource clock) {
        this.source = source;
        this.clock = clock;
        broom.scheduleWithFixedDelay(this::sweep, 1, 1, TimeUnit.MINUTES);
    }

    /** Begins to count the pages of a pack. Refuses when too many are under way. */
    PackJob order(Who who, PackOrder order) {
        return order(who, order, "");
    }

    /** @param once key of the form; the same one names the same job, so that a form sent twice orders once */
    PackJob order(Who who, PackOrder order, String once) {
        PackJob job = new PackJob(
                org.relais.web.shell.FormKey.wellFormed(once) ? once : FormKey.fresh(), who, order, clock.instant());
        synchronized (jobs) {
            PackJob before = jobs.get(job.id());
            if (before != null && before.who().equals(who)) {
                return before;
            }
            makeRoom();
            jobs.put(job.id(), job);
        }
        start(job, this::count);
        return job;
    }

    /** Prints a pack whose pages are counted; does nothing in any other state. */
    void print(PackJob job) {
        synchronized (job) {
            if (!(job.step() instanceof PackStep.Counted(PackPlan plan))) {
                return;
            }
            job.to(new PackStep.Waiting(), clock.instant());
            start(job, one -> print(one, plan));
        }
    }

    void cancel(PackJob job) {
        synchronized (job) {
            job.cancel(clock.instant());
        }
    }

    /** A job of somebody's own. */
    Optional<PackJob> find(String id, Who who) {
        synchronized (jobs) {
            return Optional.ofNullable(jobs.get(id)).filter(job -> job.who().equals(who));
        }
    }

    /** Somebody's jobs, the newest first. */
    List<PackJob> of(Who who) {
        synchronized (jobs) {
            return new ArrayList<>(jobs.values())
                    .reversed().stream().filter(job -> job.who().equals(who)).toList();
        }
    }

    /** Forgets what nobody needs any longer. */
    void sweep() {
        Instant limit = clock.instant().minus(KEPT);
        synchronized (jobs) {
            jobs.values().removeIf(job -> !job.step().running() && job.touched().isBefore(limit));
        }
    }

    private void makeRoom() {
        while (jobs.size() >= MOST) {
            PackJob idle = jobs.values().stream()
                    .filter(job -> !job.step().running())
                    .findFirst()
                    .orElseThrow(() ->
                            Problem.of(Problem.Category.BUSY, "node.packs.busy").asException());
            jobs.remove(idle.id());
        }
    }

    @FunctionalInterface
    private interface Work {
        PackStep of(PackJob job);
    }

    private void start(PackJob job, Work work) {
        Thread.ofVirtual().name("pack-" + job.id().substring(0, 6)).start(() -> run(job, work));
    }

    private void run(PackJob job, Work work) {
        PackStep last = new PackStep.Failed();
        try {
            press.acquire();
            try {
                last = job.cancelled() ? new PackStep.Cancelled() : work.of(job);
            } finally {
                press.release();
            }
        } catch (CancellationException cancelled) {
            last = new PackStep.Cancelled();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException broken) {
            LOG.error("a pack could not be made", broken);
        } finally {
            job.to(last, clock.instant());
        }
    }

    private PackStep count(PackJob job) {
        PackOrder order = job.order();
        WardPack pack = new WardPack(source.stamp(order.language()), order.options());
        int[] done = {0};
        Iterable<PackContent> contents = () -> order.wards().stream()
                .map(ward -> {
                    job.to(new PackStep.Counting(done[0]++, order.wards().size()), clock.instant());
                    return unlessCancelled(job, source.content(ward));
                })
                .iterator();
        return new PackStep.Counted(pack.plan(contents));
    }

    private PackStep print(PackJob job, PackPlan plan) {
        PackOrder order = job.order();
        job.progress(0, plan.pages(), Duration.ZERO);
        WardPack pack = new WardPack(source.stamp(order.language()), order.options());
        List<PackStep.Printed> wards = new ArrayList<>();
        Iterable<PackContent> contents = () -> order.wards().stream()
                .map(ward -> {
                    PackContent content = unlessCancelled(job, source.content(ward));
                    List<PatientId> patients =
                            content.census().byName().stream().map(Patient::id).toList();
                    wards.add(new PackStep.Printed(ward, pack.job(wards.size() + 1), patients));
                    return content;
                })
                .iterator();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        return switch (pack.print(contents, plan, out, job)) {
            case PackResult.Printed(var pages) ->
                new PackStep.Done(out.toByteArray(), pages.size(), List.copyOf(wards));
            case PackResult.Cancelled() -> new PackStep.Cancelled();
        };
    }

    private static PackContent unlessCancelled(PackJob job, PackContent content) {
        if (job.cancelled()) {
            throw new CancellationException("the pack was cancelled");
        }
        return content;
    }

    /** Stops what is under way and drops every document. */
    @Override
    public void close() {
        broom.shutdownNow();
        synchronized (jobs) {
            jobs.values().forEach(job -> job.cancel(clock.instant()));
            jobs.clear();
        }
    }
}
