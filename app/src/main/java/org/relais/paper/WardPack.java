package org.relais.paper;

import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.relais.kernel.WardCode;

/**
 * The ward pack: cover, census by bed and by name, summary and medication chart of each patient, blank forms. One ward
 * or many in one document; each ward's pages are numbered by themselves. Contents are asked for one ward at a time and
 * let go once printed.
 */
public final class WardPack {
    private final Stamp stamp;
    private final PackOptions options;
    private final Kit kit;
    private final @Nullable PackSeal seal;

    public WardPack(Stamp stamp, PackOptions options) {
        this(stamp, options, null);
    }

    private WardPack(Stamp stamp, PackOptions options, @Nullable PackSeal seal) {
        this.stamp = stamp;
        this.options = options;
        this.seal = seal;
        kit = Kit.of(stamp);
    }

    /** The same pack, locked: what is printed opens with the passphrase of a ward's envelope only. */
    public WardPack locked(WardCode ward, String passphrase) {
        return new WardPack(stamp, options, new PackSeal(passphrase, ward, stamp.asOf(), stamp.job()));
    }

    /**
     * The name of a ward's pages, as their codes hold it.
     *
     * @param ward its number within the pack, from 1
     */
    public String job(int ward) {
        return stamp.job() + String.format(Locale.ROOT, "-%02d", ward);
    }

    /** Counts the pages without printing any. */
    public PackPlan plan(Iterable<PackContent> wards) {
        List<PackPlan.WardPages> plans = new ArrayList<>();
        for (PackContent content : wards) {
            WardParts parts = new WardParts(kit, options, content);
            int[] counts = parts.measure(new Press(kit, Tally.silent()));
            plans.add(new PackPlan.WardPages(
                    content.ward().code(), content.census().byName().size(), sum(counts), alike(content)));
        }
        return PackPlan.of(plans, options.pagesPerMinute());
    }

    private static int alike(PackContent content) {
        return (int) content.charts().stream()
                .filter(chart -> !chart.homonyms().isEmpty())
                .count();
    }

    /**
     * Prints. The stream stays open and gets each page as soon as it is laid out.
     *
     * @param plan what was announced; progress is told against it
     */
    public PackResult print(Iterable<PackContent> wards, PackPlan plan, OutputStream out, Watch watch) {
        Press press = new Press(kit, new Tally(watch, plan.pages()));
        PdfHead head = PdfHead.open(kit, Sheet.COVER);
        PdfInk ink = new PdfInk(kit.fonts(), out, new PdfHead(head.title(), head.locale(), seal));
        if (options.sides() == Sides.ONE) {
            ink.oneSided();
        }
        List<PrintedPage> pages = new ArrayList<>();
        try {
            int ward = 0;
            for (PackContent content : wards) {
                ward++;
                WardParts parts = new WardParts(kit, options, content);
                int[] counts = parts.measure(press);
                pages.addAll(press.print(parts.parts(), counts, ink, job(ward)));
            }
        } catch (Press.Stopped cancelled) {
            return new PackResult.Cancelled();
        }
        ink.finish();
        return new PackResult.Printed(List.copyOf(pages));
    }

    private static int sum(int[] counts) {
        int sum = 0;
        for (int count : counts) {
            sum += count;
        }
        return sum;
    }
}
