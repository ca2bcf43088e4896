package org.relais.web.care.identity;

import static org.relais.web.care.identity.ToldForm.text;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.relais.care.identity.BirthDateText;
import org.relais.care.identity.desk.IdentityFact.Document;
import org.relais.care.identity.desk.IdentityFact.Person;
import org.relais.care.identity.desk.Newcomer;
import org.relais.care.identity.numbers.DowntimeNumber;
import org.relais.care.identity.rniv.InsCard;
import org.relais.kernel.Outcome;
import org.relais.kernel.Problem;
import org.relais.kernel.Sex;

/**
 * What is typed of a newcomer; a field that was not sent is null.
 *
 * @param letters  at most the first letters of a name, for the search
 * @param scan     what a scanner read, or empty: it fills the form and registers nobody
 * @param pochette number of a pochette that is on the newcomer already, or empty
 * @param patient  whom a correction is about
 * @param another  that she is not the one of the same names and birth date who is known
 */
record NewcomerForm(
        @Nullable String birth,
        @Nullable String letters,
        @Nullable String scan,
        @Nullable String family,
        @Nullable String given,
        @Nullable String sex,
        @Nullable String birthplace,
        @Nullable String used,
        @Nullable String document,
        @Nullable String ins,
        @Nullable String oid,
        @Nullable String sinus,
        @Nullable String features,
        @Nullable String ward,
        @Nullable String pochette,
        @Nullable String patient,
        @Nullable String reason,
        @Nullable String another) {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    static final NewcomerForm EMPTY =
            new NewcomerForm("", "", "", "", "", "", "", "", "NONE", "", "", "", "", "", "", "", "", "");

    /** What a card says, laid over what was typed of place and number; the document stays unchecked. */
    NewcomerForm filled(InsCard card) {
        LocalDate day = card.birth();
        Sex said = card.sex();
        String name = card.family() == null ? text(family) : card.family();
        return new NewcomerForm(
                day == null ? text(birth) : DAY.format(day),
                name.substring(0, Math.min(3, name.length())),
                "",
                name,
                card.given() == null ? text(given) : card.given(),
                said == null ? text(sex) : said.name(),
                card.birthplace() == null ? text(birthplace) : card.birthplace().code(),
                used,
                document,
                card.number() == null ? "" : card.number().number(),
                card.oid() == null ? "" : card.oid(),
                sinus,
                features,
                ward,
                pochette,
                patient,
                reason,
                "");
    }

    /** The number of a pochette that was scanned. */
    NewcomerForm numbered(String number) {
        return new NewcomerForm(
                birth,
                letters,
                "",
                family,
                given,
                sex,
                birthplace,
                used,
                document,
                ins,
                oid,
                sinus,
                features,
                ward,
                number,
                patient,
                reason,
                "");
    }

    /** The form that corrects what was written; somebody unknown begins without a name. */
    static NewcomerForm correcting(String patient, Person said) {
        boolean unknown = said.codes().contains("FICT");
        return new NewcomerForm(
                said.birth().isEmpty() ? "" : DAY.format(LocalDate.parse(said.birth())),
                "",
                "",
                unknown ? "" : said.family(),
                unknown ? "" : said.given(),
                said.sex(),
                said.birthplace(),
                said.used(),
                said.document().name(),
                said.ins(),
                said.oid(),
                said.sinus(),
                said.features(),
                "",
                "",
                patient,
                "",
                "");
    }

    /** The question that comes before registering: birth date and three letters, as patients are searched. */
    String question() {
        String first = text(letters);
        return (first.substring(0, Math.min(3, first.length())) + " " + text(birth)).strip();
    }

    /** What whoever is registered already is found by whole: her names and birth date; her INS. */
    List<String> samePerson(LocalDate today) {
        List<String> questions = new ArrayList<>();
        String first = text(given).split("\\s", 2)[0];
        if (!text(family).isEmpty() && !first.isEmpty()) {
            days(today).forEach(day -> questions.add(text(family) + " " + first + " " + DAY.format(day)));
        }
        if (!text(ins).isEmpty()) {
            questions.add(text(ins));
        }
        return questions;
    }

    /** Every day that the birth date may be, the likeliest first; none when it is no date. */
    List<LocalDate> days(LocalDate today) {
        return BirthDateText.read(text(birth), today);
    }

    /** {@code refused.newcomer.century} (two years) when two digits of a year may be of two centuries: nothing is guessed. */
    Outcome<Newcomer> newcomer(LocalDate today, String site) {
        List<LocalDate> days = days(today);
        if (days.size() > 1) {
            return Outcome.refused(Problem.of(
                    Problem.Category.INCORRECT,
                    "refused.newcomer.century",
                    Integer.toString(days.getLast().getYear()),
                    Integer.toString(days.getFirst().getYear())));
        }
        return pochette(site)
                .then(number -> Outcome.done(new Newcomer(
                        text(family),
                        text(given),
                        days.isEmpty() ? null : days.getFirst(),
                        chosen(),
                        text(birthplace),
                        text(used),
                        document(document),
                        text(ins),
                        text(oid),
                        text(sinus),
                        text(features),
                        new Newcomer.Where(text(ward), text(ward), number.number()))));
    }

    /** A number that may be none. */
    private record Maybe(@Nullable DowntimeNumber number) {}

    private Outcome<Maybe> pochette(String site) {
        return text(pochette).isEmpty()
                ? Outcome.done(new Maybe(null))
                : DowntimeNumber.read(text(pochette), site).then(number -> Outcome.done(new Maybe(number)));
    }

    private Sex chosen() {
        return Arrays.stream(Sex.values())
                .filter(one -> one.name().equals(sex))
                .findFirst()
                .orElse(Sex.UNKNOWN);
    }

    static Document document(@Nullable String said) {
        return Arrays.stream(Document.values())
                .filter(one -> one.name().equals(said))
                .findFirst()
                .orElse(Document.NONE);
    }
}
