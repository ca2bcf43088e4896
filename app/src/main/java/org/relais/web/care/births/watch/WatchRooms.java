package org.relais.web.care.births.watch;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.relais.access.Account;
import org.relais.access.Sight;
import org.relais.care.births.watch.MidwifeLoad;
import org.relais.care.births.watch.Signed;
import org.relais.care.births.watch.WatchDesk;
import org.relais.care.births.watch.Watches;
import org.relais.care.births.watch.Watches.Watched;
import org.relais.care.chart.Chart;
import org.relais.care.identity.Patient;
import org.relais.care.identity.desk.Told;
import org.relais.journal.Receipt;
import org.relais.kernel.Language;
import org.relais.kernel.Outcome;
import org.relais.kernel.PatientId;
import org.relais.kernel.Problem;
import org.relais.paper.Stamp;
import org.relais.web.care.CareRooms;
import org.relais.web.care.ChartBanner;
import org.relais.web.care.identity.ToldForm;
import org.relais.web.shell.Frame;

/**
 * The rooms that the pages of watches ask.
 *
 * @param stamps what a print says about itself
 */
public record WatchRooms(CareRooms care, Watches watches, WatchDesk desk, Function<Language, Stamp> stamps) {
    private static final Duration FOLDED = Duration.ofSeconds(2);

    /** A form about one woman, filled in by whoever did it or for another. */
    interface Written {
        @Nullable
        String patient();

        ToldForm told();
    }

    /** An act, once whose it is was read. */
    @FunctionalInterface
    interface Act {
        Outcome<Receipt> by(WatchDesk.About about, Told told);
    }

    /** Does what a form asks about her, and waits until it shows. */
    Outcome<Receipt> act(Account account, Chart chart, Written form, Act act) {
        WatchDesk.About about = about(account, chart, form.patient());
        Outcome<Receipt> outcome = told(form.told()).then(told -> act.by(about, told));
        if (outcome instanceof Outcome.Done<Receipt>(Receipt receipt)) {
            folded(receipt);
        }
        return outcome;
    }

    /** An act that only a mother's care begins with: of a child it is refused in words. */
    Act begins(Act act) {
        return (about, told) -> child(about.patient())
                ? Outcome.refused(Problem.of(Problem.Category.INCORRECT, "refused.watch.child"))
                : act.by(about, told);
    }

    /** Whether somebody is too young to be a mother. */
    boolean child(PatientId id) {
        return care.models().query(() -> {
            LocalDate today = LocalDate.ofInstant(
                    care.clock().instant(), care.wards().hospital().zoneId());
            return care.wards().patients().get(id).stream().anyMatch(patient -> Watches.child(patient, today));
        });
    }

    /** Waits until what was written shows. */
    void folded(Receipt receipt) {
        care.models().await(receipt.position(), FOLDED);
    }

    /** Her chart, once the trace that it was seen is on disk. */
    Chart opened(Account account, String id, String what) {
        Chart chart = care.allowed(account, new PatientId(id));
        care.trace().opened(account.who(), chart.patient().id(), what);
        return chart;
    }

    /** Who writes about her, and what was written before; a form about anybody else is refused. */
    private WatchDesk.About about(Account account, Chart chart, @Nullable String form) {
        if (!chart.patient().id().hex().equals(form)) {
            throw Problem.of(Problem.Category.CONFLICT, "refused.found.other-patient")
                    .asException();
        }
        List<Signed> before = watches.lines(chart.patient().id());
        return new WatchDesk.About(account.who(), chart.patient().id(), before);
    }

    Outcome<Told> told(ToldForm form) {
        ZoneId zone = care.models().query(() -> care.wards().hospital().zoneId());
        return form.told(care.clock().instant(), zone);
    }

    ChartBanner banner(Frame f, Account account, Chart chart) {
        return care.banner(f, account, chart);
    }

    boolean sees(Account account, Patient patient) {
        return care.guard().sight(account, patient.id()) == Sight.WHOLE;
    }

    /** The midwives who are named for too many of these, and who took care of it. */
    List<WatchPage.Load> loads(Frame f, List<Watched> open) {
        return Watches.tooMuch(open).stream().map(load -> load(f, load)).toList();
    }

    private WatchPage.Load load(Frame f, MidwifeLoad load) {
        String what = f.t(load.pushing() ? "watch.load.pushing" : "watch.load", load.midwife(), load.traces());
        String taken = watches.taken(load, care.clock().instant())
                .map(line -> f.t(
                        "watch.load.taken",
                        f.show().time(line.said().told().occurredAt()),
                        care.staff().apply(line.by()),
                        line.said().called()))
                .orElse("");
        return new WatchPage.Load(load.midwife(), what, taken);
    }

    /** The women under watch whose charts this reader may open. */
    List<Watched> open(Account account) {
        return watches.open().stream()
                .filter(one -> sees(account, one.patient()))
                .toList();
    }

    static String text(@Nullable String typed) {
        return Objects.requireNonNullElse(typed, "").strip();
    }
}
