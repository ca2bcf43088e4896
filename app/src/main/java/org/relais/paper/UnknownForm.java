package org.relais.paper;

import static org.relais.paper.Form.field;

/** The form of a patient whom nobody knows: code-name, what can be seen of her, who brought her, and how she was identified. */
final class UnknownForm {
    private UnknownForm() {}

    static void body(Flow flow) {
        Form form = new Form(flow);
        form.section("unknown.arrival");
        form.fields(field("unknown.code-name", 3), field("form.date-time", 2));
        form.fields(field("unknown.found", 3), field("unknown.brought", 3));
        form.section("unknown.features");
        form.ticks("unknown.sex", "sex.short.female", "sex.short.male", "sex.short.indeterminate");
        form.fields(field("unknown.age", 1), field("unknown.height", 1), field("unknown.build", 1));
        form.fields(field("unknown.hair", 1), field("unknown.eyes", 1), field("unknown.skin", 1));
        form.lines("unknown.marks", 2);
        form.lines("unknown.clothes", 2);
        form.lines("unknown.belongings", 2);
        form.section("unknown.safety");
        form.fields(field("unknown.allergy", 1), field("unknown.blood", 1));
        form.ticks("unknown.band", "form.yes", "form.no");
        form.section("unknown.identified");
        form.fields(field("unknown.who", 3), field("form.date-time", 2));
        form.ticks(
                "unknown.how",
                "unknown.how.document",
                "unknown.how.family",
                "unknown.how.police",
                "unknown.how.herself");
        form.fields(field("unknown.proposed", 1));
        form.fields(field("form.written-by", 3), field("form.date-time", 2), field("form.signature", 2));
    }
}
