package org.relais.web.care.identity;

import java.util.List;
import java.util.Locale;
import org.relais.access.Right;
import org.relais.care.identity.numbers.Block;
import org.relais.care.identity.numbers.DowntimeNumber;
import org.relais.web.shell.Frame;

/**
 * The blocks of downtime numbers, the form that sets one aside, and the one that marks a number as spoilt.
 *
 * @param desks   codes of wards, to choose a desk from
 * @param reserve whether the account may set blocks aside, {@code spoil} whether it may mark numbers
 */
public record NumbersPage(
        List<Row> rows, List<String> desks, Typed typed, boolean reserve, boolean spoil, String problem) {

    /** One block. */
    public record Row(String kit, String range, String use, String desk, String left) {}

    /** What stands in the fields. */
    public record Typed(String kit, String from, String to, String desk, String number, String reason, ToldForm told) {
        NewcomerPage.ToldFields fields() {
            return NewcomerPage.ToldFields.of(told);
        }
    }

    public NewcomerPage.ToldFields toldFields() {
        return typed.fields();
    }

    static NumbersPage of(Frame f, List<Block> blocks, List<String> desks, Typed typed) {
        return new NumbersPage(
                blocks.stream().map(block -> row(f, block)).toList(),
                desks,
                typed,
                f.may(Right.MAKE_KITS),
                f.may(Right.WRITE_IDENTITY),
                "");
    }

    NumbersPage refused(String why) {
        return new NumbersPage(rows, desks, typed, reserve, spoil, why);
    }

    private static Row row(Frame f, Block block) {
        return new Row(
                String.format(Locale.ROOT, "%02d", block.kit()),
                f.t(
                        "kits.range",
                        new DowntimeNumber(block.kit(), block.from()).text(),
                        new DowntimeNumber(block.kit(), block.to()).text()),
                f.t("numbers.use." + block.use()),
                block.given().isEmpty() ? block.desk() : block.given(),
                f.n(block.left()) + " / " + f.n(block.to() - block.from() + 1L));
    }
}
