package org.relais.cli;

import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.relais.care.ClinicalFact.Name;
import org.relais.care.identity.Patient;
import org.relais.care.identity.Place;
import org.relais.kernel.Identifier;
import org.relais.kernel.PartialTime;
import org.relais.kernel.Texts;

/** A patient as {@code find} and {@code census} answer her; the JSON form is documented in docs/formats/cli.md. */
record PatientLine(
        String id,
        String name,
        @Nullable String birthDate,
        String sex,
        List<Identifier> identifiers,
        @Nullable String ward,
        @Nullable String bed) {

    static PatientLine of(Patient patient) {
        Place place = patient.place();
        return new PatientLine(
                patient.id().hex(),
                name(patient),
                date(patient.birth()),
                patient.sex().name(),
                patient.identifiers(),
                place == null ? null : place.ward().value(),
                place == null ? null : bed(place));
    }

    /** One line for people. */
    String text(Texts words) {
        String numbers = identifiers.stream().map(Identifier::value).collect(Collectors.joining(" "));
        return String.join(
                "  ",
                id,
                name,
                birthDate == null ? "?" : birthDate,
                words.get("find.sex." + sex),
                numbers,
                ward == null ? "-" : ward + " " + bed);
    }

    private static String name(Patient patient) {
        Name birth = patient.birthName();
        String used = patient.usedName().map(name -> " (" + name.family() + ")").orElse("");
        return (birth.family() + used + " " + birth.given()).strip();
    }

    private static String bed(Place place) {
        return place.room().isEmpty() || place.room().equals(place.bed())
                ? place.bed()
                : (place.room() + "-" + place.bed());
    }

    /** The date to the precision it was said: {@code 1961}, {@code 1961-12} or {@code 1961-12-25}. */
    static @Nullable String date(@Nullable PartialTime time) {
        if (time == null) {
            return null;
        }
        String pattern = switch (time.precision()) {
            case YEAR -> "uuuu";
            case MONTH -> "uuuu-MM";
            case DAY, HOUR, MINUTE, SECOND -> "uuuu-MM-dd";
        };
        return DateTimeFormatter.ofPattern(pattern).format(time.local());
    }
}
