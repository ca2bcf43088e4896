package org.relais.web.care.births.watch;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.relais.care.births.watch.Bleed;
import org.relais.care.births.watch.BleedAct;
import org.relais.web.care.ChartBanner;
import org.relais.web.shell.Frame;

/**
 * The haemorrhage sheet of one woman.
 *
 * @param sheet   the open one, else the last closed, or null when there never was one
 * @param problem why a form was refused, or empty
 */
public record BleedPage(
        ChartBanner banner, @Nullable Sheet sheet, List<CtgPage.Choice> acts, Typed typed, String problem) {

    /**
     * A sheet in words.
     *
     * @param seconds since time zero while it is open
     * @param total   blood lost, or that nothing was measured
     */
    public record Sheet(boolean open, String zero, long seconds, String elapsed, String total, List<Line> lines) {}

    /** A line of the sheet. */
    public record Line(String key, String time, String after, String what, String total, String by, boolean replaced) {}

    /** What stands in the fields. */
    public record Typed(
            String millilitres,
            String note,
            String corrects,
            org.relais.web.care.identity.NewcomerPage.ToldFields told) {}

    static BleedPage of(Frame f, ChartBanner banner, BleedForm form) {
        List<CtgPage.Choice> acts = Arrays.stream(BleedAct.values())
                .map(one -> new CtgPage.Choice(
                        one.name(), f.t("bleed.act." + one), one.name().equals(form.act())))
                .toList();
        Typed typed = new Typed(
                WatchRooms.text(form.millilitres()),
                WatchRooms.text(form.note()),
                WatchRooms.text(form.corrects()),
                form.fields());
        return new BleedPage(banner, null, acts, typed, "");
    }

    BleedPage showing(Sheet shown) {
        return new BleedPage(banner, shown, acts, typed, problem);
    }

    BleedPage refused(String why) {
        return new BleedPage(banner, sheet, acts, typed, why);
    }

    /** The same page of a child, whose chart no haemorrhage begins in: why, and nothing to begin. */
    BleedPage ofChild(String why) {
        return sheet != null && sheet.open() ? refused(why) : new BleedPage(banner, sheet, List.of(), typed, why);
    }

    static Sheet sheet(Frame f, Bleed bleed, WatchRooms rooms) {
        Duration since = Duration.between(bleed.zero(), f.show().now());
        return new Sheet(
                bleed.open(),
                f.show().dateTime(bleed.zero()),
                Math.max(0, since.toSeconds()),
                f.show().span(since),
                total(f, bleed),
                bleed.lines().stream().map(line -> line(f, bleed, line, rooms)).toList());
    }

    static String total(Frame f, Bleed bleed) {
        return bleed.measured() ? f.t("bleed.ml", f.n(bleed.total())) : f.t("bleed.unmeasured");
    }

    private static Line line(Frame f, Bleed bleed, Bleed.Line line, WatchRooms rooms) {
        long minutes = Duration.between(bleed.zero(), line.signed().at()).toMinutes();
        return new Line(
                line.signed().key(),
                f.show().time(line.signed().at()),
                "+" + Math.max(0, minutes),
                WatchWords.said(f, line.signed()),
                line.noted().millilitres() == 0 || line.replaced() ? "" : f.t("bleed.ml", f.n(line.total())),
                WatchWords.by(f, line.signed(), rooms.care().staff()),
                line.replaced());
    }
}
