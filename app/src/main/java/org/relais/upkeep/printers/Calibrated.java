package org.relais.upkeep.printers;

import org.relais.journal.FactType;
import org.relais.paper.Calibration;

/** What somebody measured on the calibration page of a printer. */
public record Calibrated(String printer, Calibration measured) {
    static final FactType<Calibrated> TYPE = FactType.of("upkeep.printer-calibrated", 1, Calibrated.class);
}
