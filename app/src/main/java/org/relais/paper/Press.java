package org.relais.paper;

import java.util.ArrayList;
import java.util.List;

/**
 * Prints parts twice: once without ink, to number the pages, then on the PDF. Both times by the same code, so that
 * <em>n/m</em> is exact and nothing is kept in memory but the counts.
 */
final class Press {
    private final Kit kit;
    private final Tally tally;

    Press(Kit kit, Tally tally) {
        this.kit = kit;
        this.tally = tally;
    }

    /** Thrown at the next page once the print is cancelled; never leaves the room. */
    static final class Stopped extends RuntimeException {
        Stopped() {
            super("the print was cancelled", null, false, false);
        }
    }

    /** Pages of each part. */
    int[] measure(List<Part> parts) {
        int[] counts = new int[parts.size()];
        for (int i = 0; i < counts.length; i++) {
            Part part = parts.get(i);
            Letterhead head = new Letterhead(kit, new NoInk());
            Letterhead.Place nowhere = new Letterhead.Place(kit.stamp().job(), 1, 1, 1, 1);
            counts[i] = new Flow(kit, new NoInk(), page -> {
                        check();
                        return head.draw(part, nowhere);
                    })
                    .fill(part);
        }
        return counts;
    }

    /** Draws the parts; says what each page is. */
    List<PrintedPage> print(List<Part> parts, int[] counts, Ink ink, String job) {
        Numbers numbers = new Numbers(parts, counts);
        Letterhead head = new Letterhead(kit, ink);
        List<PrintedPage> printed = new ArrayList<>();
        for (int i = 0; i < counts.length; i++) {
            Part part = parts.get(i);
            int index = i;
            int laid = new Flow(kit, ink, page -> {
                        check();
                        Letterhead.Place place = numbers.place(index, page, job);
                        float top = head.draw(part, place);
                        printed.add(new PrintedPage(
                                new PageCode(part.sheet(), kit.stamp().nodePrefix(), job, place.page()),
                                Whose.patient(part.subject())));
                        tally.page();
                        return top;
                    })
                    .fill(part);
            if (laid != counts[i]) {
                throw new IllegalStateException("a part took " + laid + " pages, not " + counts[i]);
            }
        }
        return printed;
    }

    private void check() {
        if (tally.cancelled()) {
            throw new Stopped();
        }
    }

    /** Where each page stands in the print, and among the sheets of its patient. */
    private static final class Numbers {
        private final List<Part> parts;
        private final int[] counts;
        private final int[] before;
        private final int total;

        Numbers(List<Part> parts, int[] counts) {
            this.parts = parts;
            this.counts = counts;
            before = new int[counts.length];
            int sum = 0;
            for (int i = 0; i < counts.length; i++) {
                before[i] = sum;
                sum += counts[i];
            }
            total = sum;
        }

        Letterhead.Place place(int part, int page, String job) {
            Object whose = Whose.of(parts.get(part).subject());
            int first = part;
            int last = part;
            if (whose != null) {
                while (first > 0 && whose.equals(Whose.of(parts.get(first - 1).subject()))) {
                    first--;
                }
                while (last + 1 < counts.length
                        && whose.equals(Whose.of(parts.get(last + 1).subject()))) {
                    last++;
                }
            }
            int n = before[part] + page;
            int start = before[first];
            return new Letterhead.Place(job, n, total, n - start, before[last] + counts[last] - start);
        }
    }
}
