package org.relais.care.identity.desk;

import java.util.List;
import org.relais.care.identity.rniv.IdentityState;
import org.relais.journal.FactType;
import org.relais.kernel.RecordKey;

/** What people write about an identity. Codes and arguments, never translated text. */
public sealed interface IdentityFact {
    FactType<Registered> REGISTERED = FactType.of("care.newcomer", 1, Registered.class);
    FactType<Corrected> CORRECTED = FactType.of("care.identity-corrected", 1, Corrected.class);
    FactType<Bound> BOUND = FactType.of("care.identity-linked", 1, Bound.class);
    FactType<Guarded> GUARDED = FactType.of("care.protection", 1, Guarded.class);
    FactType<Left> LEFT = FactType.of("care.departure", 1, Left.class);
    FactType<Stayed> STAYED = FactType.of("care.departure-annulled", 1, Stayed.class);

    /** When, and for whom. */
    Told told();

    /** What kind of newcomer. */
    enum Kind {
        /** With the five traits. */
        NEWCOMER,
        /** Nobody knows who: a code-name stands for the name. */
        UNKNOWN
    }

    /** The document that was checked. */
    enum Document {
        NONE,
        IDENTITY_CARD,
        PASSPORT,
        RESIDENCE_PERMIT
    }

    /**
     * What is written of a person.
     *
     * @param birth      ISO day, or empty
     * @param sex        name of {@link org.relais.kernel.Sex}
     * @param birthplace COG code, or empty
     * @param used       used surname, or empty
     * @param codes      status, then attributes
     * @param ins        number with its key, or empty; {@code oid} whose it is
     * @param sinus      alias, or empty
     * @param features   what is seen of somebody unknown, or empty
     */
    record Person(
            String family,
            String given,
            String birth,
            String sex,
            String birthplace,
            String used,
            List<String> codes,
            Document document,
            String ins,
            String oid,
            String sinus,
            String features) {
        Person with(IdentityState state, Document checked) {
            return new Person(
                    family, given, birth, sex, birthplace, used, state.codes(), checked, ins, oid, sinus, features);
        }
    }

    /**
     * A newcomer, under a downtime number.
     *
     * @param number ten digits
     * @param ward   code of where the newcomer is, or empty
     */
    record Registered(String number, Kind kind, Person person, String ward, Told told) implements IdentityFact {}

    /** The identity under a downtime number, said anew as a whole. */
    record Corrected(String number, Person person, String reason, Told told) implements IdentityFact {}

    /** What two records are to one another from now on. */
    enum Bond {
        /** Perhaps one patient: shown together, and shown as provisional. By one person. */
        PROVISIONAL,
        /** One patient: {@code absorbed} becomes an alias. By two. */
        MERGED,
        /** Not, or no longer, one patient. */
        PARTED
    }

    /**
     * A link, a merge, or the end of one.
     *
     * @param record authority and number of the record that stands
     * @param other  of the one that is linked to it or absorbed
     * @param second account of the second person of a merge, else empty
     */
    record Bound(Named record, Named other, Bond bond, String second, String reason, Told told)
            implements IdentityFact {}

    /** A record's name, as the payload holds it. */
    record Named(String authority, String localId) {
        public static Named of(RecordKey key) {
            return new Named(key.authority(), key.localId());
        }

        public RecordKey key() {
            return new RecordKey(authority, localId);
        }
    }

    /** A protection set on a record, or lifted. */
    record Guarded(Named record, Protection kind, boolean on, String reason, Told told) implements IdentityFact {}

    /** Where somebody goes who leaves. */
    enum Whither {
        HOME,
        /** Another ward of this hospital. */
        WARD,
        /** Another hospital. */
        HOSPITAL,
        /** Says where a body is taken; of a death nothing is said. */
        MORTUARY,
        ELSEWHERE
    }

    /**
     * Somebody leaves the ward; only of those whom no system of the hospital speaks of.
     *
     * @param departure random name, by which it is annulled
     * @param number    ten digits
     * @param ward      code of the ward, when it is another of this hospital; else empty
     * @param place     which hospital or where, or empty
     */
    record Left(String departure, String number, Whither where, String ward, String place, Told told)
            implements IdentityFact {}

    /** A departure was written by mistake: what was before it stands again. */
    record Stayed(String departure, String number, String reason, Told told) implements IdentityFact {}
}
