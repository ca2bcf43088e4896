package org.relais.paper;

import java.io.OutputStream;
import java.util.List;

/** A short print, done in one go. */
final class Job {
    private Job() {}

    static List<PrintedPage> print(Kit kit, List<Part> parts, OutputStream out) {
        Press press = new Press(kit, Tally.silent());
        int[] counts = press.measure(parts);
        PdfInk ink =
                new PdfInk(kit.fonts(), out, PdfHead.open(kit, parts.getFirst().sheet()));
        List<PrintedPage> pages = press.print(parts, counts, ink, kit.stamp().job());
        ink.finish();
        return pages;
    }
}
