package org.relais.paper;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.relais.care.chart.Chart;
import org.relais.care.chart.Freshness;
import org.relais.care.chart.Source;
import org.relais.kernel.PartialTime;

/** How one datum is said on paper: value and unit, what it warns of, when it was taken, how old it is, who says it. */
final class Data {
    private final Kit kit;

    Data(Kit kit) {
        this.kit = kit;
    }

    /** Absolute time, then age and source. */
    List<Para> provenance(@Nullable PartialTime time, Source source) {
        if (time == null) {
            String received = kit.moments().at(source.recordedAt());
            return List.of(
                    Para.text(kit.say("time.unknown")),
                    Para.small(kit.words().say("received", received) + system(source)));
        }
        String age = kit.moments().age(time);
        return List.of(
                Para.text(kit.moments().at(time)), Para.small(age.isEmpty() ? source.system() : age + system(source)));
    }

    /** The same on one line. */
    String inline(@Nullable PartialTime time, Source source) {
        return provenance(time, source).stream()
                .flatMap(para -> para.runs().stream())
                .map(Para.Run::text)
                .filter(text -> !text.isBlank())
                .collect(Collectors.joining(" · "));
    }

    private static String system(Source source) {
        return source.system().isBlank() ? "" : " · " + source.system();
    }

    /** Value, unit, and under them in words whatever asks for attention. */
    Cell value(Chart.Value value) {
        List<Para> paras = new ArrayList<>();
        paras.add(Para.bold(amount(value)));
        String recheck = value.freshness() == Freshness.RECHECK ? kit.say("recheck") : "";
        boolean together = !critical(value) && status(value).isEmpty();
        List<String> warnings =
                together ? List.of(joined(flag(value), recheck)) : List.of(joined(flag(value), status(value)), recheck);
        warnings.stream().filter(word -> !word.isEmpty()).forEach(word -> paras.add(Para.of(Face.SMALL_BOLD, word)));
        return new Cell(paras, mark(value), false);
    }

    String amount(Chart.Value value) {
        String number = kit.value(value.value());
        return number.isBlank() ? kit.unknown() : (number + "\u00A0" + kit.unit(value.unit())).strip();
    }

    static boolean critical(Chart.Value value) {
        return value.flag().equals("HH")
                || value.flag().equals("LL")
                || value.flag().equals("AA");
    }

    private static Cell.Mark mark(Chart.Value value) {
        if (critical(value)) {
            return Cell.Mark.CRITICAL;
        }
        return value.freshness() == Freshness.RECHECK ? Cell.Mark.RECHECK : Cell.Mark.NONE;
    }

    /** OBX-8 (HL7 table 0078) in words. */
    String flag(Chart.Value value) {
        String code = value.flag().strip();
        if (code.isEmpty() || code.equals("N")) {
            return "";
        }
        String key = code.equals("<") ? "below" : code.equals(">") ? "above" : code;
        return kit.words().sayOr("flag." + key, kit.words().say("flag.other", code));
    }

    /** OBX-11 (HL7 table 0085) in words; a final result needs none. */
    String status(Chart.Value value) {
        String code = value.status().strip();
        if (value.corrected() || code.equals("C")) {
            return kit.say("status.result.C");
        }
        return code.isEmpty() || code.equals("F")
                ? ""
                : kit.words().sayOr("status.result." + code, kit.words().say("flag.other", code));
    }

    /** Words joined by middle dots, empty ones left out. */
    static String joined(String... words) {
        return Stream.of(words)
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .collect(Collectors.joining(" · "));
    }

    /** Whether a series is the body weight, by LOINC or by name. */
    static boolean isWeight(Chart.Series series) {
        return series.isWeight();
    }
}
