package org.relais.care.identity.rniv;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.relais.kernel.Sex;

/**
 * What an INS DataMatrix says; null where it says nothing. Not signed: it fills a form, and raises no status.
 *
 * @param number     S1, with its key
 * @param oid        S2, whose numbering the number is
 * @param given      S3, every birth given name
 * @param family     S4, birth surname
 * @param birthplace S7
 */
public record InsCard(
        @Nullable Nir number,
        @Nullable String oid,
        @Nullable String given,
        @Nullable String family,
        @Nullable Sex sex,
        @Nullable LocalDate birth,
        @Nullable Birthplace birthplace) {

    /** The fields that it lacks, as {@code S1} to {@code S7}. */
    public List<String> missing() {
        return Stream.of(
                        number == null ? "S1" : "",
                        oid == null ? "S2" : "",
                        given == null ? "S3" : "",
                        family == null ? "S4" : "",
                        sex == null ? "S5" : "",
                        birth == null ? "S6" : "",
                        birthplace == null ? "S7" : "")
                .filter(name -> !name.isEmpty())
                .toList();
    }
}
