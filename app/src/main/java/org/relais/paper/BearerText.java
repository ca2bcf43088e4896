package org.relais.paper;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.relais.care.identity.Patient;
import org.relais.care.labels.BirthMark;
import org.relais.kernel.Mode;
import org.relais.kernel.PartialTime;

/** What bands and labels say of whom they are for: names as received, whole; numbers in groups. */
final class BearerText {
    private final Kit kit;
    private final Bearer bearer;

    BearerText(Kit kit, Bearer bearer) {
        this.kit = kit;
        this.bearer = bearer;
    }

    /** Both names, birth and sex. */
    List<Para> who(Patient patient, Face name, Face rest) {
        List<Para> lines = new ArrayList<>();
        lines.add(Para.of(name, new Persons(kit).name(patient.birthName())));
        patient.usedName()
                .ifPresent(used -> lines.add(Para.of(rest.weight(false), kit.say("used-name") + used.family())));
        lines.add(Para.of(rest, born(patient)));
        BirthMark mark = bearer.birth();
        if (mark != null && mark.of() > 1) {
            lines.add(Para.of(
                    rest, kit.words().say("label.rank", Integer.toString(mark.rank()), Integer.toString(mark.of()))));
        }
        return lines;
    }

    private String born(Patient patient) {
        String said = kit.say("born." + patient.sex().name().toLowerCase(Locale.ROOT));
        PartialTime birth = patient.birth();
        String when = birth == null ? kit.unknown() : kit.moments().at(birth);
        return (patient.stillborn() ? "" : said + "\u00A0") + when + " · " + sex(patient);
    }

    private String sex(Patient patient) {
        return kit.words()
                .say("label.sex", kit.say("label.sex." + patient.sex().name().toLowerCase(Locale.ROOT)));
    }

    String number() {
        return grouped(bearer.kind(), bearer.number());
    }

    String numberKind() {
        return kit.words().sayOr("number." + bearer.kind(), kit.say("number.other"));
    }

    /** A downtime number as it is dictated, {@code 12 345 678 89}; any other as received. */
    static String grouped(String kind, String number) {
        return kind.equals(Bearer.DOWNTIME) ? grouped(number) : number;
    }

    static String grouped(String number) {
        return number.matches("[0-9]{10}")
                ? number.replaceFirst("(..)(...)(...)(..)", "$1\u00A0$2\u00A0$3\u00A0$4")
                : number;
    }

    /** RÉEL, EXERCICE or DÉMONSTRATION. */
    String mode() {
        Mode mode = kit.stamp().mode();
        String key = mode == Mode.REAL ? "mode.real" : kit.stamp().modeKey();
        return kit.say(key).toUpperCase(kit.stamp().language().locale());
    }

    /** Number of the print, or that it was printed in advance. */
    String print(int print) {
        return print == 0
                ? kit.say("label.advance")
                : kit.words()
                        .say(
                                "label.print",
                                Integer.toString(print),
                                kit.moments().day(day()));
    }

    private java.time.LocalDate day() {
        return java.time.LocalDate.ofInstant(
                kit.stamp().printedAt(), kit.stamp().zone());
    }

    @Nullable
    String mother() {
        BirthMark mark = bearer.birth();
        return mark == null || mark.mother().isEmpty() ? null : grouped(mark.mother());
    }
}
