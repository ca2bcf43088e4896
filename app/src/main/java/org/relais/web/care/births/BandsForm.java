package org.relais.web.care.births;

import static org.relais.web.care.identity.ToldForm.text;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.relais.care.births.BirthFact.Destination;
import org.relais.care.births.BirthFact.Step;
import org.relais.care.births.Scans;
import org.relais.care.identity.desk.Told;
import org.relais.care.labels.ReprintReason;
import org.relais.kernel.Outcome;
import org.relais.kernel.Problem;
import org.relais.paper.LabelCode;
import org.relais.web.care.identity.ToldForm;

/**
 * What is typed or scanned about a newborn's bands; a field that was not sent is null.
 *
 * @param patient whom the form is about: any other than the page's is refused
 * @param child   code or digits of the newborn's band
 * @param mother  code or digits of the mother's
 * @param with    who takes the newborn, or brings it back
 * @param reason  why bands are printed again, or why a birth is struck
 * @param checked {@code yes} once the identity was checked against those alike
 */
record BandsForm(
        @Nullable String patient,
        @Nullable String child,
        @Nullable String mother,
        @Nullable String where,
        @Nullable String ward,
        @Nullable String with,
        @Nullable String reason,
        @Nullable String checked,
        @Nullable String forWhom,
        @Nullable String via,
        @Nullable String time) {

    ToldForm toldForm() {
        return new ToldForm(forWhom, via, time);
    }

    Outcome<Told> told(Instant now, ZoneId zone) {
        return toldForm().told(now, zone);
    }

    /** What was read: a code of a band, or digits; a newborn's band in the mother's field is no band of hers. */
    Scans scans(Step step) {
        Optional<LabelCode> newborn = LabelCode.read(text(child));
        Optional<LabelCode> band = LabelCode.read(text(mother));
        return new Scans(
                step,
                newborn.map(LabelCode::number).orElse(Scans.plain(text(child))),
                newborn.map(LabelCode::mother).orElse(""),
                band.map(LabelCode::number).orElse(Scans.plain(text(mother))));
    }

    Outcome<Destination> destination() {
        return Arrays.stream(Destination.values())
                .filter(one -> one.name().equals(where))
                .findFirst()
                .map(Outcome::done)
                .orElseGet(() -> Outcome.refused(Problem.of(Problem.Category.INCORRECT, "refused.birth.where")));
    }

    @Nullable
    ReprintReason reprint() {
        return Arrays.stream(ReprintReason.values())
                .filter(one -> one.name().equals(reason))
                .findFirst()
                .orElse(null);
    }
}
