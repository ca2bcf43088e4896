package org.relais.paper;

import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.relais.care.identity.Patient;
import org.relais.care.identity.numbers.DowntimeNumber;
import org.relais.care.labels.BirthMark;
import org.relais.kernel.Identifier;
import org.relais.kernel.Language;

/**
 * Whom a band or label is for: somebody known to Relais, or whoever will get the pochette that bears the number.
 *
 * @param number  that every code of the print holds
 * @param kind    what number it is, as identifiers name it ({@code PI}…)
 * @param patient who, or null for a pochette printed in advance
 * @param birth   what a newborn's band says beside, or null
 */
public record Bearer(
        String number,
        String kind,
        @Nullable Patient patient,
        @Nullable BirthMark birth) {
    /** Kind of a downtime number. */
    static final String DOWNTIME = DowntimeNumber.AUTHORITY;

    public Bearer {
        if (!LabelCode.fits(number)) {
            throw new IllegalArgumentException("a number that can not stand in a code");
        }
    }

    /** Under the hospital's own number, else her downtime number, else another of this place; empty when she has none. */
    public static Optional<Bearer> of(Patient patient) {
        return identifier(patient, id -> id.type().equals("PI") && !ours(id))
                .or(() -> identifier(patient, Bearer::ours))
                .or(() -> identifier(patient, Bearer::local))
                .map(id -> new Bearer(id.value(), ours(id) ? DOWNTIME : id.type(), patient, null));
    }

    /** Of a pochette that nobody has been given yet. */
    public static Bearer blank(String number) {
        return new Bearer(number, DOWNTIME, null, null);
    }

    /** The same, as a newborn. */
    public Bearer born(BirthMark mark) {
        return new Bearer(number, kind, patient, mark);
    }

    /** The number with what it is, as people say it. */
    public String shown(Language language) {
        Words words = Words.in(language);
        String named = words.sayOr("number." + kind, words.say("number.other"));
        return named + "\u00A0" + BearerText.grouped(kind, number);
    }

    private static boolean ours(Identifier id) {
        return id.authority().equals(DowntimeNumber.AUTHORITY);
    }

    private static boolean local(Identifier id) {
        return !id.type().startsWith("INS")
                && !id.type().equals("AN")
                && !id.type().equals("VN");
    }

    private static Optional<Identifier> identifier(Patient patient, Predicate<Identifier> wanted) {
        return patient.identifiers().stream()
                .filter(wanted)
                .filter(id -> LabelCode.fits(id.value()))
                .findFirst();
    }
}
