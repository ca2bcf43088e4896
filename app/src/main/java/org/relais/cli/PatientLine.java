package org.relais.cli;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.relais.care.ClinicalFact.Name;
import org.relais.care.identity.Patient;
import org.relais.care.identity.Place;
import org.relais.care.wards.Ward;
import org.relais.care.wards.Wards;
import org.relais.kernel.Dates;
import org.relais.kernel.Identifier;
import org.relais.kernel.PartialTime;
import org.relais.kernel.PartialTime.Precision;
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

    /** As the structure names her ward; asked within a query. */
    static PatientLine of(Patient patient, Wards wards) {
        Place place = patient.place();
        return new PatientLine(
                patient.id().hex(),
                name(patient),
                date(patient.birth()),
                patient.sex().name(),
                patient.identifiers(),
                place == null
                        ? null
                        : wards.ward(place.ward())
                                .map(Ward::code)
                                .orElse(place.ward())
                                .value(),
                place == null ? null : bed(place));
    }

    /** One line for people. */
    String text(Console console, Dates dates) {
        Texts words = console.words();
        String numbers = identifiers.stream().map(Identifier::value).collect(Collectors.joining(" "));
        return String.join(
                "  ",
                id,
                name,
                birthDate == null ? "?" : written(birthDate, dates),
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

    private static String written(String date, Dates dates) {
        return switch (date.length()) {
            case 4 -> date;
            case 7 ->
                dates.partial(new PartialTime(YearMonth.parse(date).atDay(1).atStartOfDay(), Precision.MONTH, null));
            default -> dates.date(LocalDate.parse(date));
        };
    }

    /** The date to the precision it was said: {@code 1961}, {@code 1961-12} or {@code 1961-12-25}. */
    private static @Nullable String date(@Nullable PartialTime time) {
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
