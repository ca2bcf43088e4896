package org.relais.paper;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.relais.care.ClinicalFact.Name;
import org.relais.care.identity.Patient;
import org.relais.care.identity.Place;
import org.relais.care.identity.Stay;
import org.relais.kernel.Identifier;
import org.relais.kernel.PartialTime;
import org.relais.kernel.Sex;

/** How people are named, numbered and placed on paper: names as received, whole. */
final class Persons {
    private static final Set<String> DOUBTFUL = Set.of("PROV", "DOUT", "FICT", Patient.LINKED);
    private static final String INS = "INS";
    /** The rank that stands for the given name of a newborn, as {@code BirthDesk} writes it: never broken over two lines. */
    private static final Pattern RANK = Pattern.compile("\\b(RANG) (\\p{Lu}+)$");

    private final Kit kit;

    Persons(Kit kit) {
        this.kit = kit;
    }

    /** Surname then given names, as received. */
    String name(Name name) {
        String whole = (name.family() + " " + name.given()).strip();
        return whole.isEmpty() ? kit.unknown() : RANK.matcher(whole).replaceFirst("$1\u00A0$2");
    }

    /** Three to five lines that say who she is: both names, birth, sex, two identifiers. */
    List<Para> banner(Patient patient) {
        List<Para> lines = new ArrayList<>();
        lines.add(Para.of(Face.NAME, name(patient.birthName())));
        patient.usedName().ifPresent(used -> lines.add(Para.led(Face.BODY, kit.say("used-name") + name(used), "")));
        lines.add(Para.text(born(patient) + "  ·  " + kit.words().say("sex", sex(patient.sex()))));
        lines.add(Para.bold(numbers(patient)));
        doubt(patient).ifPresent(doubt -> lines.add(Para.bold(doubt)));
        return lines;
    }

    /** Birth, and the age. */
    String born(Patient patient) {
        PartialTime birth = patient.birth();
        String born = bornOn(patient);
        return birth == null ? born : born + " (" + kit.moments().ageOf(birth, patient.death()) + ")";
    }

    String bornOn(Patient patient) {
        PartialTime birth = patient.birth();
        if (birth == null) {
            return kit.say("born-not-said") + " " + kit.unknown();
        }
        if (patient.stillborn()) {
            return kit.moments().at(birth);
        }
        String day = birth.day().isPresent() ? "born." : "born-in.";
        return kit.say(day + patient.sex().name().toLowerCase(Locale.ROOT)) + "\u00A0"
                + kit.moments().at(birth);
    }

    String sex(Sex sex) {
        return kit.say("sex." + sex.name().toLowerCase(Locale.ROOT));
    }

    /** The hospital's number and the stay's, each with what it is. */
    String numbers(Patient patient) {
        String numbers = Stream.concat(ipp(patient).stream(), visit(patient).stream())
                .map(this::number)
                .collect(Collectors.joining("  ·  "));
        return numbers.isEmpty() ? kit.say("no-number") : numbers;
    }

    /** The number that finds her in this hospital. */
    Optional<Identifier> ipp(Patient patient) {
        return patient.identifiers().stream()
                .filter(id -> id.type().equals("PI"))
                .findFirst()
                .or(() -> patient.identifiers().stream()
                        .filter(id -> !isIns(id)
                                && !id.type().equals("AN")
                                && !id.type().equals("VN"))
                        .findFirst());
    }

    Optional<Identifier> ins(Patient patient) {
        return patient.identifiers().stream().filter(Persons::isIns).findFirst();
    }

    private Optional<Identifier> visit(Patient patient) {
        Stay stay = patient.stay();
        return stay == null ? Optional.empty() : Optional.ofNullable(stay.visit());
    }

    private static boolean isIns(Identifier id) {
        return id.type().startsWith(INS);
    }

    String number(Identifier id) {
        String kind =
                kit.words().sayOr("number." + id.type(), id.type().isBlank() ? kit.say("number.other") : id.type());
        return kind + "\u00A0" + BearerText.grouped(id.authority(), id.value());
    }

    /** Identity status codes of HL7 v2 PID-32 as IHE PAM France lists them, in words. */
    String status(Patient patient) {
        if (patient.status().isEmpty()) {
            return kit.unknown();
        }
        return patient.status().stream()
                .map(code -> kit.words().sayOr("status." + code, code))
                .collect(Collectors.joining(", "));
    }

    private Optional<String> doubt(Patient patient) {
        List<String> doubts = new ArrayList<>();
        if (patient.status().stream().anyMatch(DOUBTFUL::contains)) {
            doubts.add(kit.words().say("identity-status", status(patient)));
        }
        if (!patient.conflicts().isEmpty()) {
            doubts.add(kit.say("conflicts"));
        }
        if (patient.death() != null) {
            doubts.add(kit.words().say("died", kit.moments().at(patient.death())));
        }
        return doubts.isEmpty() ? Optional.empty() : Optional.of(String.join("  ·  ", doubts));
    }

    /** Room and bed, with the words in front. */
    String bed(Patient patient) {
        Place place = patient.place();
        return place == null ? kit.say("bed.none") : bed(place.room(), place.bed());
    }

    String bed(String room, String bed) {
        if (room.isBlank() && bed.isBlank()) {
            return kit.say("bed.unknown");
        }
        if (bed.isBlank()) {
            return kit.words().say("bed.room", room);
        }
        return room.isBlank() || bed.startsWith(room)
                ? kit.words().say("bed.bed", bed)
                : kit.words().say("bed.both", room, bed);
    }

    /** Bed as a short code for the first column of a census. */
    String bedCode(String room, String bed) {
        if (room.isBlank() && bed.isBlank()) {
            return kit.unknown();
        }
        return bed.isBlank() ? room : room.isBlank() || bed.startsWith(room) ? bed : room + "\u00A0–\u00A0" + bed;
    }

    String since(@Nullable Place place) {
        return place == null || place.since() == null
                ? kit.unknown()
                : kit.moments().at(place.since());
    }
}
