package org.relais.care.births;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.relais.care.births.BirthFact.Born;
import org.relais.care.births.BirthFact.Destination;
import org.relais.care.births.BirthFact.Issue;
import org.relais.kernel.PatientId;
import org.relais.kernel.RecordKey;
import org.relais.kernel.Sex;

/**
 * A birth as it stands.
 *
 * @param child    record of the newborn
 * @param entry    its number in the register, from 1, in the order of writing
 * @param delivery name that the children of one delivery share
 * @param mother   null of a secret birth
 * @param matching number common to both bands; empty of a secret birth
 * @param banded   whether bands written by hand were said to be worn
 * @param apart    where it is without its mother, or null when it is with her
 * @param doubt    why one person says that it was written by mistake, or null
 * @param annulled whether it was written by mistake
 */
public record Birth(
        PatientId child,
        int entry,
        String delivery,
        String number,
        @Nullable RecordKey mother,
        String matching,
        int rank,
        int of,
        Sex sex,
        Issue issue,
        Instant at,
        boolean banded,
        @Nullable Apart apart,
        @Nullable Doubt doubt,
        boolean annulled) {

    /** Where a newborn is without its mother. */
    public record Apart(Destination where, String with, Instant since) {}

    /** What one person says and a second has not confirmed. */
    public record Doubt(String reason, Instant since) {}

    static Birth of(PatientId child, int entry, Born said) {
        return new Birth(
                child,
                entry,
                said.delivery(),
                said.number(),
                said.mother() == null ? null : said.mother().key(),
                said.matching(),
                said.rank(),
                said.of(),
                Sex.valueOf(said.sex()),
                said.issue(),
                said.told().occurredAt(),
                false,
                null,
                null,
                false);
    }

    /** Whether the mother asked that nothing link her to the child. */
    public boolean secret() {
        return mother == null;
    }

    Birth withBands() {
        return new Birth(
                child, entry, delivery, number, mother, matching, rank, of, sex, issue, at, true, apart, doubt,
                annulled);
    }

    Birth away(@Nullable Apart now) {
        return new Birth(
                child, entry, delivery, number, mother, matching, rank, of, sex, issue, at, banded, now, doubt,
                annulled);
    }

    Birth doubted(@Nullable Doubt now) {
        return new Birth(
                child, entry, delivery, number, mother, matching, rank, of, sex, issue, at, banded, apart, now,
                annulled);
    }

    Birth struck() {
        return new Birth(
                child, entry, delivery, number, mother, matching, rank, of, sex, issue, at, banded, apart, doubt, true);
    }
}
