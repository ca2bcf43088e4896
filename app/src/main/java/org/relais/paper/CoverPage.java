package org.relais.paper;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.relais.kernel.Language;

/** The first page of a ward's pack: what it is, as of when, what is inside, how to use it, who was given it. */
final class CoverPage {
    private final WardParts parts;
    private final Flow flow;
    private final Kit kit;

    CoverPage(WardParts parts, Flow flow) {
        this.parts = parts;
        this.flow = flow;
        kit = flow.kit();
    }

    void write() {
        flow.down(4);
        flow.write(Para.of(Face.DISPLAY, name()));
        flow.gap(6);
        facts();
        inside();
        use();
        handed();
    }

    private String name() {
        String name = kit.stamp().language() == Language.FR
                ? parts.content().ward().nameFr()
                : parts.content().ward().nameEn();
        return name.isBlank() ? parts.content().ward().code().value() : name;
    }

    private void facts() {
        Stamp stamp = kit.stamp();
        Moments moments = kit.moments();
        Instant cut = stamp.crisis().t0();
        Table table = new Table(flow, List.of(), 42, 136);
        fact(table, "cover.as-of", moments.at(stamp.asOf()));
        fact(
                table,
                "cover.cut",
                cut == null ? kit.say("cover.cut.none") : moments.at(cut) + " · " + moments.sinceCut(cut));
        fact(table, "cover.printed", moments.at(stamp.printedAt()));
        fact(
                table,
                "cover.patients",
                Integer.toString(parts.content().census().byName().size()));
        int pages = parts.pages();
        Duration printing = PackPlan.printing(pages, parts.options().pagesPerMinute());
        fact(table, "cover.pages", kit.words().say("cover.pages.value", Integer.toString(pages), time(printing)));
        if (!stamp.journalHead().isBlank()) {
            table.row(List.of(
                    Cell.text(kit.say("cover.head")),
                    Cell.of(
                            Para.of(Face.SMALL_BOLD, grouped(stamp.journalHead())),
                            Para.small(kit.say("cover.head.use")))));
        }
    }

    private void fact(Table table, String key, String value) {
        table.row(List.of(Cell.text(kit.say(key)), Cell.bold(value)));
    }

    private String time(Duration printing) {
        long minutes = Math.max(1, Math.ceilDiv(printing.toSeconds(), 60L));
        return minutes < 60
                ? kit.words().say("time.minutes", Long.toString(minutes))
                : kit.words()
                        .say(
                                "time.hours",
                                Long.toString(minutes / 60),
                                String.format(Locale.ROOT, "%02d", minutes % 60));
    }

    /** In groups of eight, so that it can be read aloud. */
    private static String grouped(String head) {
        return head.replaceAll("(.{8})(?=.)", "$1 ");
    }

    private void inside() {
        flow.heading(kit.say("cover.inside"));
        Table table = new Table(flow, List.of(), 158, 20);
        part(table, kit.say(Sheet.CENSUS_BY_BED.titleKey()), Sheet.CENSUS_BY_BED);
        part(table, kit.say(Sheet.CENSUS_BY_NAME.titleKey()), Sheet.CENSUS_BY_NAME);
        if (parts.parts().stream().anyMatch(part -> part.sheet() == Sheet.SUMMARY)) {
            part(table, kit.say("cover.of-patients"), Sheet.SUMMARY);
        }
        StringBuilder forms = new StringBuilder();
        for (BlankForm form : BlankForm.of(parts.content().ward().kind())) {
            forms.append(forms.isEmpty() ? "" : " · ")
                    .append(kit.say(form.sheet().titleKey()));
        }
        String text = kit.say("cover.blank-forms");
        table.row(List.of(Cell.of(Para.text(text), Para.small(forms.toString())), page(Sheet.ADMISSION)));
    }

    private void part(Table table, String text, Sheet sheet) {
        table.row(List.of(Cell.text(text), page(sheet)));
    }

    private Cell page(Sheet sheet) {
        return Cell.bold("p.\u00A0" + parts.start(sheet)).flushRight();
    }

    private void use() {
        flow.heading(kit.say("cover.use"));
        boolean both = parts.options().sides() == Sides.TWO;
        for (String key : List.of(
                "cover.use.1",
                both ? "cover.use.2.two" : "cover.use.2",
                "cover.use.3",
                "cover.use.4",
                "cover.use.5",
                "cover.use.6")) {
            flow.write(Para.text(kit.say(key)));
            flow.down(1);
        }
    }

    private void handed() {
        flow.gap(8);
        new Form(flow)
                .fields(
                        Form.field("cover.handed", 3),
                        Form.field("cover.handed-at", 1.4f),
                        Form.field("cover.signature", 1.6f));
    }
}
