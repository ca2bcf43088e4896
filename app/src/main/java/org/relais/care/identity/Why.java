package org.relais.care.identity;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.relais.care.identity.search.Clue;
import org.relais.care.identity.search.How;
import org.relais.care.identity.search.Part;
import org.relais.kernel.PartialTime;
import org.relais.kernel.Texts;

/**
 * Why somebody is an answer, in words.
 *
 * @param texts those of {@code care}
 * @param dates how a date is written where it is read
 */
public record Why(Texts texts, Function<PartialTime, String> dates) {
    /** One line a part of the question; two parts that were found in one name say so once. */
    public List<String> lines(List<Clue> clues) {
        return clues.stream().map(this::line).distinct().toList();
    }

    private String line(Clue clue) {
        if (clue.part() == Part.NUMBER) {
            return texts.get("why.number", clue.asked());
        }
        if (clue.part() == Part.BIRTH_DATE) {
            String key = clue.how() == How.ONE_PART ? "why.date.other-" + other(clue) : "why.date." + key(clue.how());
            return texts.get(key, date(clue.found()));
        }
        return texts.get("why." + key(clue.how()), texts.get("why.part." + clue.part()), clue.found(), clue.asked());
    }

    private static String key(How how) {
        return how.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Which part of the date is another. */
    private static String other(Clue clue) {
        int asked = Integer.parseInt(clue.asked());
        int found = Integer.parseInt(clue.found());
        if (asked % 100 != found % 100) {
            return "day";
        }
        return asked / 100 % 100 == found / 100 % 100 ? "year" : "month";
    }

    private String date(String yyyymmdd) {
        int date = Integer.parseInt(yyyymmdd);
        int day = date % 100;
        return day == 0
                ? String.valueOf(date / 10_000)
                : dates.apply(PartialTime.ofDay(LocalDate.of(date / 10_000, date / 100 % 100, day)));
    }
}
