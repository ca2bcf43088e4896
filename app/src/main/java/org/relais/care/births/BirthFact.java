package org.relais.care.births;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.relais.care.identity.desk.IdentityFact.Named;
import org.relais.care.identity.desk.Told;
import org.relais.journal.FactType;

/** What people write about a birth; the subject is the newborn. Codes and arguments, never translated text. */
public sealed interface BirthFact {
    FactType<Born> BORN = FactType.of("care.birth", 1, Born.class);
    FactType<Banded> BANDED = FactType.of("care.birth-banded", 1, Banded.class);
    FactType<Separated> SEPARATED = FactType.of("care.birth-separation", 1, Separated.class);
    FactType<Reunited> REUNITED = FactType.of("care.birth-reunion", 1, Reunited.class);
    FactType<Mismatched> MISMATCHED = FactType.of("care.birth-mismatch", 1, Mismatched.class);
    FactType<AnnulAsked> ANNUL_ASKED = FactType.of("care.birth-annul-asked", 1, AnnulAsked.class);
    FactType<AnnulDropped> ANNUL_DROPPED = FactType.of("care.birth-annul-dropped", 1, AnnulDropped.class);
    /** Version 2 names the second person; before, one sufficed. */
    FactType<Annulled> ANNULLED =
            FactType.of("care.birth-annulled", 2, Annulled.class).upcasting(1, tree -> tree.put("second", ""));

    FactType<Renamed> RENAMED = FactType.of("care.birth-renamed", 1, Renamed.class);

    /** When, and for whom it is written down; of a birth, the time of birth. */
    Told told();

    /** How the child was born. */
    enum Issue {
        LIVE,
        /** Born without life, or the end of a pregnancy for medical reasons: nothing is shown as a birth. */
        STILL
    }

    /** Where a newborn goes without its mother. */
    enum Destination {
        NEONATOLOGY,
        NURSERY,
        THEATRE,
        IMAGING,
        ELSEWHERE,
        MORTUARY
    }

    /** What was about to be done when two bands did not match. */
    enum Step {
        SEPARATION,
        REUNION
    }

    /** Why two bands do not match. */
    enum Wrong {
        /** The newborn's band is another's. */
        CHILD,
        /** The mother's band is another's. */
        MOTHER,
        /** The newborn's band bears the matching number of another mother. */
        PAIR
    }

    /**
     * A child born.
     *
     * @param delivery random name that the children of one delivery share
     * @param number   the newborn's downtime number, ten digits
     * @param mother   a record of the mother; null of a secret birth
     * @param matching number on the mother's band that the newborn's repeats; empty of a secret birth
     * @param rank     in the delivery, from 1
     * @param of       how many children, as known when it was written
     * @param sex      name of {@link org.relais.kernel.Sex}
     */
    record Born(
            String delivery,
            String number,
            @Nullable Named mother,
            String matching,
            int rank,
            int of,
            String sex,
            Issue issue,
            Told told)
            implements BirthFact {}

    /** Bands written by hand, that are worn: their numbers were read from them and are right. */
    record Banded(String number, String matching, Told told) implements BirthFact {}

    /**
     * The newborn goes without its mother, once both bands were read.
     *
     * @param ward code of the ward that it is transferred to, or empty when it stays a patient of its ward
     * @param with name of who takes it
     */
    record Separated(String number, Destination where, String ward, String with, Told told) implements BirthFact {}

    /**
     * The newborn is with its mother again, once both bands were read.
     *
     * @param ward code of the ward that it is transferred to, or empty
     */
    record Reunited(String number, String ward, String with, Told told) implements BirthFact {}

    /**
     * Two bands that do not match: nothing was done.
     *
     * @param child    number read from the newborn's band
     * @param matching number of a mother that it repeats, or empty
     * @param mother   number read from the mother's band, or empty
     */
    record Mismatched(String number, Step step, Wrong wrong, String child, String matching, String mother, Told told)
            implements BirthFact {}

    /** One person says that it was written by mistake: shown so, and nothing else changes until a second confirms. */
    record AnnulAsked(String number, String reason, Told told) implements BirthFact {}

    /** It was no mistake: the birth stands. */
    record AnnulDropped(String number, Told told) implements BirthFact {}

    /**
     * Two people say that it was written by mistake: the register shows it struck, under its number, and nothing links the two
     * any more.
     *
     * @param second account of the second person; empty where one sufficed
     */
    record Annulled(String number, String reason, String second, Told told) implements BirthFact {}

    /**
     * Its mother asked for secrecy after the birth was written: the newborn bears a code-name, and what was known of its
     * birth is said anew without her.
     *
     * @param bornAt the time of birth
     */
    record Renamed(String number, Instant bornAt, Issue issue, Told told) implements BirthFact {}
}
