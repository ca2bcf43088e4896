package org.relais.web.care.births.watch;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.relais.care.births.watch.CtgWatch;
import org.relais.care.births.watch.Escalation;
import org.relais.care.births.watch.Intervals;
import org.relais.care.births.watch.Phase;
import org.relais.care.births.watch.Reading;
import org.relais.care.births.watch.Signed;
import org.relais.care.births.watch.StopReason;
import org.relais.web.care.ChartBanner;
import org.relais.web.care.identity.NewcomerPage.ToldFields;
import org.relais.web.shell.Frame;
import org.relais.web.shell.State;

/**
 * The watch of one woman.
 *
 * @param now      how she is watched, or null when she is not
 * @param lines    what was written of this watch and those before, the newest first
 * @param problem  why a form was refused, or empty
 * @param typed    what stands in the fields
 * @param phases   what a watch can begin with; none of a child
 * @param interval the intervals in force and who validated them
 */
public record CtgPage(
        ChartBanner banner,
        @Nullable Now now,
        List<Line> lines,
        Typed typed,
        String problem,
        List<Choice> phases,
        List<Choice> readings,
        List<Choice> reasons,
        String interval) {

    /** The same page, with why a form was refused. */
    CtgPage refused(String why) {
        return new CtgPage(banner, now, lines, typed, why, phases, readings, reasons, interval);
    }

    /** The same page of a child, whom no watch begins for: why, and nothing to fill in. */
    CtgPage ofChild(String why) {
        return now != null
                ? refused(why)
                : new CtgPage(banner, null, lines, typed, why, List.of(), readings, reasons, interval);
    }

    /** How she is watched. */
    public record Now(
            State state, String due, @Nullable Alert alert, String phase, String midwife, String since, String paper) {}

    /**
     * The alert about a review that is due.
     *
     * @param step   whom it has come to, to be signed
     * @param what   whom to tell, or who took it
     * @param told   whether a name is asked for
     * @param taken  whether somebody took it
     */
    public record Alert(String step, String what, boolean told, boolean taken) {}

    /** A fact in words. */
    public record Line(String when, String what, String by) {}

    /** A value to choose. */
    public record Choice(String value, String label, boolean chosen) {}

    /** What stands in the fields. */
    public record Typed(String midwife, String minutes, String paper, String note, String called, ToldFields told) {
        static Typed of(CtgForm form, String midwife) {
            return new Typed(
                    form.midwife() == null ? midwife : WatchRooms.text(form.midwife()),
                    WatchRooms.text(form.minutes()),
                    WatchRooms.text(form.paper()),
                    WatchRooms.text(form.note()),
                    WatchRooms.text(form.called()),
                    form.fields());
        }
    }

    /** What stands around the forms. */
    record Around(ChartBanner banner, List<Line> lines, Intervals site) {}

    static CtgPage of(Frame f, @Nullable CtgWatch open, CtgForm form, Around around) {
        String phase = form.phase() != null
                ? WatchRooms.text(form.phase())
                : open == null ? "" : open.now().phase().name();
        String midwife = open == null ? person(f) : open.now().midwife();
        return new CtgPage(
                around.banner(),
                open == null ? null : now(f, open),
                around.lines(),
                Typed.of(form, midwife),
                "",
                Arrays.stream(Phase.values())
                        .map(one -> choice(
                                one, f.t("watch.phase." + one, around.site().minutes(one)), phase))
                        .toList(),
                Arrays.stream(Reading.values())
                        .map(one -> choice(one, f.t("watch.reading." + one), form.reading()))
                        .toList(),
                Arrays.stream(StopReason.values())
                        .map(one -> choice(one, f.t("watch.stop." + one), form.reason()))
                        .toList(),
                intervals(f, around.site()));
    }

    static String intervals(Frame f, Intervals site) {
        return site.validated()
                ? f.t(
                        "watch.intervals.validated",
                        site.active(),
                        site.pushing(),
                        site.validatedBy(),
                        f.show().dateTime(site.occurredAt()))
                : f.t("watch.intervals.default", site.active(), site.pushing());
    }

    private static String person(Frame f) {
        var person = f.person();
        return person == null ? "" : person.name();
    }

    private static Choice choice(Enum<?> one, String label, @Nullable String chosen) {
        return new Choice(one.name(), label, one.name().equals(chosen));
    }

    private static Now now(Frame f, CtgWatch open) {
        return new Now(
                CtgLine.state(f, open),
                CtgLine.due(f, open),
                alert(f, open),
                f.t("watch.phase." + open.now().phase(), open.now().minutes()),
                open.now().midwife(),
                f.show().dateTime(open.since()),
                open.now().paper() ? "" : f.t("watch.no-paper"));
    }

    private static @Nullable Alert alert(Frame f, CtgWatch open) {
        Escalation step = open.escalation(f.show().now()).orElse(null);
        String alert = CtgLine.alert(f, open);
        boolean calls = open.calling(f.show().now()).isPresent();
        return step == null
                ? null
                : new Alert(
                        step.name(),
                        alert.isEmpty() ? f.t("watch.alert.MIDWIFE") : alert,
                        step != Escalation.MIDWIFE,
                        !calls);
    }

    static Line line(Frame f, Signed line, WatchRooms rooms) {
        return new Line(
                f.show().dateTime(line.at()),
                WatchWords.said(f, line),
                WatchWords.by(f, line, rooms.care().staff()));
    }
}
