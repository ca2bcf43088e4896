package org.relais.web.node;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import org.relais.access.Account;
import org.relais.access.Trace;
import org.relais.kernel.Language;
import org.relais.kernel.PatientId;
import org.relais.kernel.StaffId;
import org.relais.kernel.WardCode;
import org.relais.paper.PackContent;
import org.relais.paper.PackOptions;
import org.relais.paper.PackPlan;
import org.relais.paper.PackResult;
import org.relais.paper.WardPack;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The packs being printed to memory: one at a time, the last few kept until the program stops. */
public final class PackJobs {
    private static final Logger LOG = LoggerFactory.getLogger(PackJobs.class);
    private static final int KEPT = 3;

    private final PackSupply supply;
    private final Trace trace;
    private final Map<String, PackJob> jobs = new ConcurrentHashMap<>();
    private final AtomicLong next = new AtomicLong();
    private final Semaphore press = new Semaphore(1);

    public PackJobs(PackSupply supply, Trace trace) {
        this.supply = supply;
        this.trace = trace;
    }

    /** What printing these wards will come to. */
    PackPlan plan(List<WardCode> wards, Language language) {
        return new WardPack(supply.apply(language), PackOptions.USUAL).plan(contents(wards));
    }

    /** Starts a print; its trace is on disk before the first page. */
    PackJob start(Account account, List<WardCode> wards, String what, Language language) {
        List<PatientId> patients = new ArrayList<>();
        wards.forEach(ward -> supply.content(ward).census().byName().forEach(one -> patients.add(one.id())));
        String codes = String.join(" ", wards.stream().map(WardCode::value).toList());
        trace.printed(account.who(), "pack", codes, patients);
        PackJob job = new PackJob(HexFormat.of().toHexDigits(next.incrementAndGet()), account.id(), what);
        jobs.put(job.id(), job);
        forgetOld(account.id());
        Thread.ofVirtual().name("pack-" + job.id()).start(() -> print(job, wards, language));
        return job;
    }

    /** A person's own job. */
    Optional<PackJob> job(String id, StaffId owner) {
        return Optional.ofNullable(jobs.get(id)).filter(job -> job.owner().equals(owner));
    }

    /** A person's jobs, newest first. */
    List<PackJob> of(StaffId owner) {
        return jobs.values().stream()
                .filter(job -> job.owner().equals(owner))
                .sorted(Comparator.comparing(PackJob::id).reversed())
                .toList();
    }

    private void forgetOld(StaffId owner) {
        of(owner).stream().skip(KEPT).forEach(old -> {
            old.cancel();
            jobs.remove(old.id());
        });
    }

    private void print(PackJob job, List<WardCode> wards, Language language) {
        press.acquireUninterruptibly();
        try {
            WardPack pack = new WardPack(supply.apply(language), PackOptions.USUAL);
            PackPlan plan = pack.plan(contents(wards));
            job.expect(plan.pages());
            switch (pack.print(contents(wards), plan, job.out(), job)) {
                case PackResult.Printed _ -> job.finish();
                case PackResult.Cancelled() -> job.end(PackJob.State.CANCELLED);
            }
        } catch (RuntimeException broken) {
            LOG.error(
                    "pack {} could not be printed: {}",
                    job.id(),
                    broken.getClass().getName());
            job.end(PackJob.State.FAILED);
        } finally {
            press.release();
        }
    }

    private Iterable<PackContent> contents(List<WardCode> wards) {
        return () -> wards.stream().map(supply::content).iterator();
    }
}
