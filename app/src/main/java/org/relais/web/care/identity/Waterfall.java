package org.relais.web.care.identity;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.relais.care.identity.Patient;
import org.relais.care.identity.match.Decision;
import org.relais.care.identity.match.Frequencies;
import org.relais.care.identity.match.Proposer;
import org.relais.care.identity.match.Score;
import org.relais.care.identity.match.Scorer;
import org.relais.care.identity.match.Traits;
import org.relais.care.identity.match.Weights;
import org.relais.kernel.PartialTime;
import org.relais.web.shell.Frame;

/** Why two identities may be one: what each field is worth, in bits, one after the other; and what it amounts to. */
final class Waterfall {
    /** Half of the picture, in hundredths: where nothing speaks for or against. */
    private static final int MIDDLE = 50;
    /** How many bits half of the picture holds. */
    private static final double HALF = 40;

    private final Scorer scorer;

    Waterfall(int population, Frequencies frequencies) {
        this.scorer = new Scorer(Weights.french(Math.max(2, population)), frequencies);
    }

    /** What one field says, and where it begins. */
    private record Bar(String label, String level, double bits, double from) {}

    List<LinkPage.Step> steps(Frame f, Patient one, Patient other) {
        Score score = scorer.score(traits(one), traits(other));
        List<Bar> bars = new ArrayList<>();
        double sum = 0;
        for (Score.Part part : score.parts()) {
            if (part.bits() != 0) {
                bars.add(new Bar(
                        f.t("match.field." + part.field()), f.t("match.level." + part.level()), part.bits(), sum));
                sum += part.bits();
            }
        }
        if (score.household() != 0) {
            bars.add(new Bar(f.t("match.household"), "", score.household(), sum));
        }
        bars.add(new Bar(f.t("match.sum"), "", score.bits(), 0));
        return bars.stream().map(bar -> step(f, bar)).toList();
    }

    private static LinkPage.Step step(Frame f, Bar bar) {
        int begin = place(Math.min(bar.from, bar.from + bar.bits));
        int end = place(Math.max(bar.from, bar.from + bar.bits));
        String shown = (bar.bits > 0 ? "+" : "\u2212")
                + f.show().value(String.format(Locale.ROOT, "%.1f", Math.abs(bar.bits)));
        return new LinkPage.Step(bar.label, bar.level, shown, bar.bits < 0, begin, Math.max(1, end - begin));
    }

    private static int place(double bits) {
        return (int) Math.round(Math.clamp(MIDDLE + bits / HALF * MIDDLE, 0, 2.0 * MIDDLE));
    }

    /** What the whole amounts to, among everybody who resembles. */
    String advice(Frame f, Patient one, List<Patient> candidates) {
        List<Proposer.Candidate<String>> all = candidates.stream()
                .map(candidate -> new Proposer.Candidate<>(candidate.id().hex(), traits(candidate)))
                .toList();
        Decision decision = new Proposer(scorer).propose(traits(one), all).decision();
        return f.t("match.advice." + decision);
    }

    private static Traits traits(Patient patient) {
        Traits.Builder builder = Traits.builder()
                .surname(patient.birthName().family())
                .givenNames(patient.birthName().given())
                .birthDate(Optional.ofNullable(patient.birth())
                        .flatMap(PartialTime::day)
                        .map(Waterfall::number)
                        .orElse(0))
                .sex(patient.sex())
                .birthplace(patient.birthplace())
                .address(patient.address())
                .phone(patient.phone());
        patient.usedName().ifPresent(name -> builder.usedSurname(name.family()));
        patient.identifiers().stream()
                .filter(one -> one.type().startsWith("INS"))
                .forEach(one -> builder.identifier(Objects.requireNonNull(one.value())));
        return builder.build();
    }

    private static int number(LocalDate day) {
        return day.getYear() * 10_000 + day.getMonthValue() * 100 + day.getDayOfMonth();
    }
}
