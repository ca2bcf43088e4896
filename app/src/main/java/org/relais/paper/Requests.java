package org.relais.paper;

import static org.relais.paper.Form.field;

/** Requests for exams: who asks, whom to call back, and room for the result read over the telephone. */
final class Requests {
    private Requests() {}

    static void laboratory(Flow flow) {
        Form form = new Form(flow);
        asked(form);
        form.fields(field("request.collector", 2), field("request.collected", 2));
        form.fields(field("request.tubes", 1));
        form.section("request.tests");
        form.choices(
                4,
                "test.cbc",
                "test.electrolytes",
                "test.creatinine",
                "test.glucose",
                "test.crp",
                "test.liver",
                "test.pt",
                "test.aptt",
                "test.fibrinogen",
                "test.antixa",
                "test.troponin",
                "test.lactate",
                "test.gases",
                "test.hcg",
                "test.urine",
                "test.blood-culture",
                "test.group",
                "test.csf");
        form.fields(field("request.other", 1));
        form.section("request.reception");
        form.fields(field("request.received", 1));
        form.ticks("request.conform", "form.yes", "form.no");
        result(form);
    }

    static void imaging(Flow flow) {
        Form form = new Form(flow);
        asked(form);
        form.ticks("imaging.kind", "imaging.xray", "imaging.ct", "imaging.mri", "imaging.us", "imaging.other");
        form.fields(field("imaging.region", 1));
        form.ticks("imaging.side", "imaging.side.right", "imaging.side.left", "imaging.side.both", "imaging.side.none");
        form.lines("imaging.question", 2);
        form.section("imaging.safety");
        form.ticks("imaging.pregnancy", "form.unknown", "form.no", "form.yes");
        form.ticks("imaging.contrast", "form.unknown", "form.no", "form.yes");
        form.ticks("imaging.device", "form.unknown", "form.no", "form.yes");
        form.fields(field("imaging.creatinine", 1));
        form.ticks(
                "imaging.transport",
                "imaging.transport.walk",
                "imaging.transport.chair",
                "imaging.transport.bed",
                "imaging.transport.oxygen");
        form.section("imaging.preliminary");
        form.fields(field("imaging.performed", 1), field("imaging.downtime-number", 1));
        form.lines("request.result.text", 3);
        form.fields(field("imaging.radiologist", 1));
    }

    private static void asked(Form form) {
        form.section("request.asked");
        form.fields(field("request.number", 2), field("form.ward", 2), field("form.date-time", 2));
        form.fields(field("request.prescriber", 1));
        form.fields(field("request.call", 1));
        form.ticks("request.priority", "request.priority.vital", "request.priority.urgent", "request.priority.routine");
        form.lines("request.context", 2);
    }

    private static void result(Form form) {
        form.section("request.result");
        form.fields(field("request.result.caller", 3), field("request.result.receiver", 3), field("form.date-time", 2));
        form.ticks("request.result.identifiers", "form.yes");
        form.lines("request.result.text", 3);
        form.ticks("request.result.readback", "form.yes");
    }
}
