package org.relais.care.wards;

import java.util.List;
import org.relais.kernel.WardCode;

/**
 * A ward as the structure names it, or by its code alone when no structure does.
 *
 * @param kind   {@code maternity}, {@code intensive-care}… see {@link WardKind}
 * @param units  UF codes that also mean this ward
 * @param beds   in the structure's order; empty when not known
 * @param named  false when no structure names it
 */
public record Ward(
        WardCode code, String nameFr, String nameEn, WardKind kind, List<String> units, List<Bed> beds, boolean named) {

    /**
     * A bed.
     *
     * @param room     may be empty
     * @param delivery whether women give birth there: it stands on the board of the delivery rooms
     */
    public record Bed(String room, String bed, boolean delivery) {
        public Bed(String room, String bed) {
            this(room, bed, false);
        }
    }
}
