package org.relais.web.care.identity;

import java.util.List;
import org.relais.web.care.PatientHead;

/**
 * Two identities side by side, before they are linked or merged.
 *
 * @param traits  what each says, and whether they agree
 * @param steps   what each field is worth, in bits; the last line is the sum
 * @param advice  what the whole amounts to, in words; never a bare percentage
 */
public record LinkPage(
        PatientHead one,
        PatientHead other,
        List<Trait> traits,
        List<Step> steps,
        String advice,
        String problem,
        String reason,
        String second,
        NewcomerPage.ToldFields told) {

    /** One trait of both. */
    public record Trait(String label, String one, String other, boolean same) {
        /** Whether both say something: what one of them does not say is neither the same nor different. */
        public boolean known() {
            return !one.isBlank() && !other.isBlank();
        }
    }

    /**
     * One field of the waterfall.
     *
     * @param from where its bar begins, in hundredths of the picture; {@code width} how long it is
     */
    public record Step(String label, String level, String bits, boolean against, int from, int width) {}
}
