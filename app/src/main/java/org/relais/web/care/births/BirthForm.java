package org.relais.web.care.births;

import static org.relais.web.care.identity.ToldForm.text;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.relais.care.births.BirthFact.Issue;
import org.relais.care.births.Coming;
import org.relais.care.identity.desk.Told;
import org.relais.care.identity.numbers.DowntimeNumber;
import org.relais.kernel.Outcome;
import org.relais.kernel.Problem;
import org.relais.kernel.Sex;
import org.relais.web.care.identity.ToldForm;

/**
 * What is typed of a birth; a field that was not sent is null.
 *
 * @param patient  whom the form is about: the mother, or a child of the same delivery
 * @param time     of birth; never empty
 * @param pochette number of a pochette that is on the newborn already, or empty
 */
record BirthForm(
        @Nullable String patient,
        @Nullable String family,
        @Nullable String given,
        @Nullable String sex,
        @Nullable String birthplace,
        @Nullable String rank,
        @Nullable String of,
        @Nullable String issue,
        @Nullable String ward,
        @Nullable String pochette,
        @Nullable String time,
        @Nullable String forWhom,
        @Nullable String via) {
    private static final int UNREADABLE = -1;

    ToldForm toldForm() {
        return new ToldForm(forWhom, via, time);
    }

    Outcome<Told> told(Instant now, ZoneId zone) {
        return text(time).isEmpty() ? refused("refused.birth.time") : toldForm().told(now, zone);
    }

    /** @param site FINESS code of this site */
    Outcome<Coming> coming(Coming.Whose whose, String site) {
        Issue how = Arrays.stream(Issue.values())
                .filter(one -> one.name().equals(issue))
                .findFirst()
                .orElse(null);
        if (how == null) {
            return refused("refused.birth.issue");
        }
        Sex chosen = Arrays.stream(Sex.values())
                .filter(one -> one.name().equals(sex))
                .findFirst()
                .orElse(Sex.UNKNOWN);
        String typed = text(pochette);
        Outcome<DowntimeNumber> number =
                typed.isEmpty() ? Outcome.done(new DowntimeNumber(1, 0)) : DowntimeNumber.read(typed, site);
        return number.then(read -> Outcome.done(new Coming(
                whose,
                text(family),
                text(given),
                chosen,
                text(birthplace),
                count(rank),
                count(of),
                how,
                text(ward),
                typed.isEmpty() ? null : read)));
    }

    private static int count(@Nullable String typed) {
        String digits = text(typed);
        return digits.matches("[0-9]") ? Integer.parseInt(digits) : UNREADABLE;
    }

    private static <T> Outcome<T> refused(String key) {
        return Outcome.refused(Problem.of(Problem.Category.INCORRECT, key));
    }
}
