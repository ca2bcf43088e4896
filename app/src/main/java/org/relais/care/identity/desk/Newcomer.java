package org.relais.care.identity.desk;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.relais.care.identity.desk.IdentityFact.Document;
import org.relais.care.identity.numbers.DowntimeNumber;
import org.relais.kernel.Sex;

/**
 * Somebody to be registered, as typed; names are transcribed by the command.
 *
 * @param birth      null when not said
 * @param birthplace COG code as typed
 * @param used       used surname, or empty
 * @param ins        as typed or scanned, or empty
 * @param where      where the newcomer is, and under which number
 */
public record Newcomer(
        String family,
        String given,
        @Nullable LocalDate birth,
        Sex sex,
        String birthplace,
        String used,
        Document document,
        String ins,
        String oid,
        String sinus,
        String features,
        Where where) {

    /**
     * Where a newcomer is, and the number's origin.
     *
     * @param ward     code, or empty
     * @param desk     whose block gives the number; empty for this node's
     * @param pochette number of a pochette that was put on the newcomer already, or null for the next one on screen
     */
    public record Where(String ward, String desk, @Nullable DowntimeNumber pochette) {}
}
