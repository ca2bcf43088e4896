package org.relais.paper;

import static org.relais.paper.Form.field;

import java.util.List;
import java.util.stream.Stream;

/**
 * The form of a newborn: whose child it is and which of several, the bands that were put on and read, and a line for each time it
 * leaves its mother and comes back ({@code domain/wards.md}, newborn identity and separation log).
 */
final class NewbornForm {
    private NewbornForm() {}

    static void body(Flow flow) {
        Form form = new Form(flow);
        form.section("newborn.birth");
        form.fields(field("newborn.mother", 3), field("newborn.matching", 2));
        form.fields(field("form.date-time", 2), field("newborn.rank", 1), field("newborn.of", 1));
        form.ticks("newborn.sex", "sex.short.female", "sex.short.male", "sex.short.indeterminate");
        form.fields(field("newborn.names", 3), field("newborn.weight", 1));
        form.section("newborn.bands");
        form.ticks("newborn.two", "form.yes", "form.no");
        form.ticks("newborn.hers", "form.yes", "form.no");
        form.fields(field("newborn.clamp", 2), field("newborn.read-by", 3), field("form.signature", 2));
        form.section("newborn.separations");
        flow.write(Para.text(flow.kit().say("newborn.rule")));
        log(flow);
    }

    private static void log(Flow flow) {
        List<String> heads = Stream.of(
                        "newborn.left",
                        "newborn.where",
                        "newborn.by",
                        "newborn.both",
                        "newborn.back",
                        "newborn.both-again",
                        "newborn.initials")
                .map(flow.kit()::say)
                .toList();
        Table table = new Table(flow, heads, 26, 34, 32, 20, 26, 20, 20).grid().rowsAtLeast(Box.WRITING);
        table.head();
        table.blankToFoot();
    }
}
