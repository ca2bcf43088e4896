package org.relais.web.node;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.relais.paper.PackPlan;
import org.relais.paper.Sides;
import org.relais.web.shell.Frame;

/**
 * One pack: what it will come to, how far it is, or the document.
 *
 * @param what  the ward, or every ward
 * @param state {@code waiting}, {@code counting}, {@code counted}, {@code printing}, {@code done}, {@code cancelled} or
 *     {@code failed}
 * @param done  wards counted or pages printed
 * @param left  time left, or the printer's time once counted; in words, may be empty
 */
public record PackJobPage(
        String id,
        String what,
        String options,
        String state,
        int done,
        int all,
        String left,
        int patients,
        List<WardRow> wards,
        boolean running) {

    /** What one ward will come to. */
    public record WardRow(String name, int patients, int pages, int alike) {}

    /** How many patients could be taken for another. */
    public int alike() {
        return wards.stream().mapToInt(WardRow::alike).sum();
    }

    /** Share done, 0 to 100. */
    public int percent() {
        return all == 0 ? 0 : Math.min(100, 100 * done / all);
    }

    static PackJobPage of(Frame f, PackJob job, Map<String, String> names) {
        PackStep step = job.step();
        PackJobPage page = new PackJobPage(
                job.id(),
                what(f, job.order(), names),
                options(f, job.order()),
                "",
                0,
                0,
                "",
                0,
                List.of(),
                step.running());
        return switch (step) {
            case PackStep.Waiting _ -> page.at("waiting", 0, 0, "");
            case PackStep.Counting(int done, int wards) -> page.at("counting", done, wards, "");
            case PackStep.Counted(PackPlan plan) ->
                page.at("counted", 0, plan.pages(), time(f, plan.printing())).with(rows(plan, names));
            case PackStep.Printing(int done, int expected, Duration left) ->
                page.at("printing", done, expected, done == 0 ? "" : time(f, left));
            case PackStep.Done done ->
                page.at("done", done.pages(), done.pages(), "").withPatients(done.patients());
            case PackStep.Cancelled _ -> page.at("cancelled", 0, 0, "");
            case PackStep.Failed _ -> page.at("failed", 0, 0, "");
        };
    }

    private static List<WardRow> rows(PackPlan plan, Map<String, String> names) {
        return plan.wards().stream()
                .map(ward -> new WardRow(
                        names.getOrDefault(ward.ward().value(), ward.ward().value()),
                        ward.patients(),
                        ward.pages(),
                        ward.alike()))
                .toList();
    }

    private PackJobPage at(String how, int sofar, int whole, String time) {
        return new PackJobPage(id, what, options, how, sofar, whole, time, patients, wards, running);
    }

    private PackJobPage with(List<WardRow> rows) {
        int sum = rows.stream().mapToInt(WardRow::patients).sum();
        return new PackJobPage(id, what, options, state, done, all, left, sum, rows, running);
    }

    private PackJobPage withPatients(int count) {
        return new PackJobPage(id, what, options, state, done, all, left, count, wards, running);
    }

    /** The ward by name, or every ward. */
    static String what(Frame f, PackOrder order, Map<String, String> names) {
        String code = order.about();
        return order.every() ? f.t("node.packs.every") : names.getOrDefault(code, code);
    }

    private static String options(Frame f, PackOrder order) {
        return String.join(
                " · ",
                f.t("node.packs.language." + order.language().code()),
                f.t("node.packs.span." + order.options().span().name()),
                f.t(order.options().sides() == Sides.ONE ? "node.packs.one-side" : "node.packs.two-sides"));
    }

    private static String time(Frame f, Duration length) {
        long seconds = Math.max(1, length.toSeconds());
        return seconds < 60
                ? f.t("node.packs.seconds", seconds)
                : f.t("node.packs.minutes", Math.ceilDiv(seconds, 60L));
    }
}
