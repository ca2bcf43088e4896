package org.relais.paper;

import java.util.List;
import org.relais.kernel.Language;
import org.relais.kernel.WardCode;

/** Where the contents of packs come from. Declared by paper, joined in wiring. */
public interface PackSource {
    /** Every ward there is, in the structure's order. */
    List<WardCode> wards();

    /** What the pack of a ward holds by now. A ward nobody knows has no beds and no patients. */
    PackContent content(WardCode ward);

    /** What every page of a print begun now says about itself. */
    Stamp stamp(Language language);
}
