package org.relais.web.care;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.relais.care.ClinicalFact.Name;
import org.relais.care.identity.Lookalike;
import org.relais.care.identity.Patient;
import org.relais.care.identity.Place;
import org.relais.care.identity.numbers.DowntimeNumber;
import org.relais.kernel.Identifier;
import org.relais.kernel.Outcome;
import org.relais.kernel.PartialTime;
import org.relais.web.shell.Frame;
import org.relais.web.shell.Moment;

/**
 * The patient banner: who it is, never shortened, on every page about a patient.
 *
 * @param used      used surname, or empty
 * @param birth     date of birth and age
 * @param born      the same as a phrase that agrees with the sex where it is known
 * @param place     ward, room, bed; or that she is not in the hospital, or that nobody said where she is
 * @param ward      code of her ward, empty when she is not in the hospital
 * @param status    what is known of the identity: validated, provisional…
 * @param conflicts traits on which linked records differ
 * @param alike     who could be taken for her, one line each
 */
public record PatientHead(
        String id,
        String name,
        String used,
        String birth,
        String born,
        String sex,
        String number,
        String place,
        String ward,
        List<String> status,
        boolean homonym,
        String death,
        List<String> conflicts,
        Moment heard,
        List<String> alike) {

    /** The head of a patient. {@code places} names wards. */
    public static PatientHead of(Frame f, Patient patient, WardNames places, boolean homonym) {
        PartialTime death = patient.death();
        return new PatientHead(
                patient.id().hex(),
                name(patient.birthName(), f),
                patient.usedName().map(Name::family).orElse(""),
                birth(f, patient),
                born(f, patient),
                f.t("sex." + patient.sex().name().toLowerCase(Locale.ROOT)),
                number(f, patient),
                place(f, patient, places),
                ward(patient),
                patient.status().stream().map(code -> status(f, code)).toList(),
                homonym,
                death == null ? "" : f.show().partial(death),
                patient.conflicts(),
                f.show().moment(patient.lastHeardAt()),
                List.of());
    }

    /** The head of a patient, with who could be taken for her. */
    public static PatientHead of(Frame f, Patient patient, WardNames places, List<Lookalike> alike) {
        return of(f, patient, places, !alike.isEmpty())
                .withAlike(alike.stream()
                        .map(one -> Reasons.lookalike(f, one, places))
                        .toList());
    }

    /** The same, with who could be taken for her. */
    PatientHead withAlike(List<String> lines) {
        return new PatientHead(
                id, name, used, birth, born, sex, number, place, ward, status, homonym, death, conflicts, heard, lines);
    }

    public static String name(Name name, Frame f) {
        String whole = (name.family() + " " + name.given()).strip();
        return whole.isEmpty() ? f.t("patient.unnamed") : whole;
    }

    static String birth(Frame f, Patient patient) {
        PartialTime birth = patient.birth();
        if (birth == null) {
            return f.t("state.unknown");
        }
        return patient.stillborn()
                ? f.show().partial(birth)
                : f.t("patient.birth", f.show().partial(birth), f.show().patientAge(birth));
    }

    private static String born(Frame f, Patient patient) {
        PartialTime birth = patient.birth();
        if (birth == null) {
            return f.t("patient.born-not-known");
        }
        if (patient.stillborn()) {
            return birth(f, patient);
        }
        String day = birth.day().isPresent() ? "patient.born-on." : "patient.born-in.";
        return f.t(day + patient.sex().name().toLowerCase(Locale.ROOT), birth(f, patient));
    }

    /** The first permanent number, named; else the first of any kind. */
    static String number(Frame f, Patient patient) {
        return patient.identifiers().stream()
                .filter(identifier -> identifier.type().equals("PI"))
                .findFirst()
                .or(() -> patient.identifiers().stream().findFirst())
                .map(identifier -> labelled(f, identifier))
                .orElse(f.t("state.unknown"));
    }

    /** A number with the name of its kind; a downtime number in the groups in which it is dictated. */
    public static String labelled(Frame f, Identifier identifier) {
        String kind = identifier.type().startsWith("INS") ? "INS" : identifier.type();
        String key = "identifier." + kind;
        String label = f.texts().has(key) ? f.t(key) : kind;
        return (label + "\u00A0" + written(identifier)).strip();
    }

    private static String written(Identifier identifier) {
        if (identifier.type().equals(DowntimeNumber.AUTHORITY)
                && DowntimeNumber.read(identifier.value())
                        instanceof Outcome.Done<DowntimeNumber>(DowntimeNumber number)) {
            return number.text();
        }
        return identifier.value();
    }

    static String place(Frame f, Patient patient, WardNames places) {
        Place place = patient.place();
        if (place == null) {
            return f.t(patient.stay() == null ? "patient.no-stay" : "patient.absent");
        }
        List<String> parts = List.of(
                places.of(place.ward()),
                place.room().isBlank() ? "" : f.t("place.room", place.room()),
                place.bed().isBlank() ? "" : f.t("place.bed", place.bed()));
        return parts.stream().filter(part -> !part.isBlank()).collect(Collectors.joining(" · "));
    }

    private static String ward(Patient patient) {
        Place place = patient.place();
        return place == null ? "" : place.ward().value();
    }

    private static String status(Frame f, String code) {
        String key = "identity." + code;
        return f.texts().has(key) ? f.t(key) : code;
    }
}
