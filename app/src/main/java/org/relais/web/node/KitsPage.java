package org.relais.web.node;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.relais.access.Right;
import org.relais.paper.KitPrint;
import org.relais.prepare.kits.KitBox;
import org.relais.upkeep.printers.Printer;
import org.relais.web.shell.Frame;

/** The boxes, and the form that makes one. */
public record KitsPage(String stock, List<Row> rows, List<Choice> printers, String count, List<FormError> errors) {
    /**
     * A box.
     *
     * @param shares what of it may be printed, empty once it was handed over
     * @param give   whether it waits to be handed over, {@code open} to be unsealed, {@code empty} to be said empty
     */
    public record Row(
            String id,
            String kit,
            String range,
            String content,
            String state,
            String left,
            String where,
            List<Choice> shares,
            boolean give,
            boolean open,
            boolean empty) {}

    static KitsPage of(Frame f, List<KitBox> boxes, List<Printer> printers) {
        long ready = boxes.stream()
                .filter(box -> box.state().compareTo(KitBox.State.OPENED) < 0)
                .count();
        List<Choice> sheets = printers.stream()
                .filter(one -> one.sheet() != null)
                .map(one -> new Choice(one.id(), one.name(), false))
                .toList();
        return new KitsPage(
                f.t("kits.stock", ready), boxes.stream().map(box -> row(f, box)).toList(), sheets, "50", List.of());
    }

    KitsPage wrong(String typed, FormError error) {
        return new KitsPage(stock, rows, printers, typed, List.of(error));
    }

    private static Row row(Frame f, KitBox box) {
        KitBox.State state = box.state();
        boolean printable = state == KitBox.State.PRINTED && f.may(Right.MAKE_KITS);
        List<Choice> shares = new ArrayList<>();
        if (printable) {
            for (KitPrint.Share share : KitPrint.Share.values()) {
                shares.add(new Choice(share.name(), f.t("kits.share." + share), false));
            }
        }
        return new Row(
                box.id(),
                String.format(Locale.ROOT, "%02d", box.kit()),
                f.t(
                        "kits.range",
                        box.numbers().getFirst().text(),
                        box.numbers().getLast().text()),
                f.t("kits.content." + box.content()),
                f.t("kits.state." + state),
                f.n(Math.max(0, box.size() - box.taken())) + " / " + f.n(box.size()),
                box.given(),
                shares,
                printable,
                f.may(Right.USE_KITS) && state.compareTo(KitBox.State.OPENED) < 0,
                f.may(Right.USE_KITS) && state == KitBox.State.OPENED);
    }
}
