package org.relais.care.labels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.relais.care.labels.LabelKind.MOTHER_BAND;
import static org.relais.care.labels.LabelKind.NEWBORN_BAND;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.relais.care.identity.Patient;
import org.relais.kernel.Sex;
import org.relais.testkit.Person;
import org.relais.testkit.Site;

/** Bands are offered to those they fit. */
class BandRuleTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 26);

    private static BandRule rule(Sex sex, String birth, boolean bornHere, boolean gaveBirth) {
        Site site = new Site();
        site.adt(Person.of("1", "LACASCADE", "Camille", birth).sex(sex).identity());
        Patient patient = site.patients.find("lacascade", 1).getFirst().patient();
        return new BandRule(patient, bornHere, gaveBirth, TODAY);
    }

    @Test
    void aNewbornsToWhoeverIsLessThanTwentyEightDaysOldOrWasBornHere() {
        assertThat(rule(Sex.MALE, "2026-10-30", false, false).offered()).contains(NEWBORN_BAND);
        assertThat(rule(Sex.MALE, "2026-10-29", false, false).offered()).doesNotContain(NEWBORN_BAND);
        assertThat(rule(Sex.MALE, "2026-10-01", true, false).offered()).contains(NEWBORN_BAND);
        assertThat(rule(Sex.MALE, "2021-11-26", false, false).offered())
                .as("a boy of five")
                .doesNotContain(NEWBORN_BAND, MOTHER_BAND)
                .contains(LabelKind.BAND);
    }

    @Test
    void aMothersToWomenOfChildbearingAgeAndToWhoeverGaveBirth() {
        assertThat(rule(Sex.FEMALE, "2016-11-26", false, false).offered()).contains(MOTHER_BAND);
        assertThat(rule(Sex.FEMALE, "2016-11-27", false, false).offered()).doesNotContain(MOTHER_BAND);
        assertThat(rule(Sex.FEMALE, "1966-11-27", false, false).offered()).contains(MOTHER_BAND);
        assertThat(rule(Sex.FEMALE, "1966-11-26", false, false).offered()).doesNotContain(MOTHER_BAND);
        assertThat(rule(Sex.FEMALE, "1966-11-26", false, true).offered()).contains(MOTHER_BAND);
        assertThat(rule(Sex.UNKNOWN, "1990-01-01", false, false).offered()).contains(MOTHER_BAND);
        assertThat(rule(Sex.MALE, "1990-01-01", false, false).offered()).doesNotContain(MOTHER_BAND);
    }
}
