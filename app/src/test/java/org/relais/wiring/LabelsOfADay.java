package org.relais.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.relais.care.labels.LabelBook;
import org.relais.care.labels.LabelKind;
import org.relais.care.labels.LabelsSent;
import org.relais.care.labels.ReprintReason;
import org.relais.kernel.PatientId;
import org.relais.kernel.Who;
import org.relais.paper.Calibration;
import org.relais.prepare.kits.KitBox;
import org.relais.prepare.kits.KitStep;
import org.relais.prepare.kits.Kits;
import org.relais.upkeep.printers.Calibrated;
import org.relais.upkeep.printers.Printer;

/** Bands printed twice, a printer measured, a kit made and opened: for whoever replays a day. */
final class LabelsOfADay {
    private static final Who OPERATOR = new Who.Operator();

    private LabelsOfADay() {}

    static void printed(House house, PatientId patient) {
        LabelBook.Order order = new LabelBook.Order(
                Map.of(LabelKind.BAND, 1, LabelKind.TUBE, 12),
                "8001000001",
                ReprintReason.LOST,
                Printer.USUAL.id(),
                "K3F9QX7A2D",
                null);
        for (int print = 1; print <= 2; print++) {
            house.models().labels().print(OPERATOR, List.of(patient), order).orThrow();
        }
        folded(house);
        LabelBook labels = house.models().labels();
        labels.sent(OPERATOR, labels.entries(List.of(patient)).getFirst(), LabelsSent.Result.SILENT);
        house.models()
                .printers()
                .calibrate(OPERATOR, new Calibrated(Printer.USUAL.id(), new Calibration(21, 19.5, 149, 199)))
                .orThrow();
        folded(house);
        assertThat(house.models().labels().printed(List.of(patient), LabelKind.BAND))
                .isEqualTo(2);
        kitted(house);
    }

    private static void kitted(House house) {
        Kits kits = house.models().kits();
        kits.make(OPERATOR, house.numberDesk(), new Kits.Order(20, KitStep.Content.ADULT, "K3F9QX7A2C"))
                .orThrow();
        folded(house);
        KitBox box = kits.boxes().getFirst();
        kits.give(OPERATOR, house.numberDesk(), box, new Kits.HandOver("Urgences", "Mme X"))
                .orThrow();
        kits.note(OPERATOR, box, KitStep.Step.OPENED).orThrow();
        folded(house);
        assertThat(kits.boxes().getFirst().state()).isEqualTo(KitBox.State.OPENED);
    }

    private static void folded(House house) {
        assertThat(house.folded().await(house.data().journal().head(), Duration.ofMinutes(1)))
                .isTrue();
    }
}
