package org.relais.care.chart;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.time.temporal.TemporalAmount;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.relais.care.ClinicalFact.AlertKind;
import org.relais.care.ClinicalFact.Coded;
import org.relais.care.wards.WardKind;
import org.relais.kernel.PartialTime;

/**
 * After how long each kind of datum must be re-checked before use: the lines of {@code expiry.csv}, the first that fits
 * wins. A datum no line names stays as it is, with its age shown; one without a time, or from the future, is to be
 * re-checked.
 */
public final class ExpiryTable {
    private static final Duration CLOCK_ERROR = Duration.ofMinutes(5);
    private static final String FROM_CUT = "T0+";
    private final Map<String, List<Rule>> rules = new HashMap<>();

    private ExpiryTable() {}

    /**
     * Whom and when a datum is judged for.
     *
     * @param now   the moment
     * @param zone  the hospital's time zone
     * @param ward  what the ward where she lies does; unknown when nowhere
     * @param birth her birth date, or null
     * @param cut   T0, or null while no crisis is declared
     */
    public record Context(
            Instant now,
            ZoneId zone,
            WardKind ward,
            @Nullable PartialTime birth,
            @Nullable Instant cut) {}

    /**
     * One line: where {@code wards} and {@code younger} fit, the datum lasts {@code after}, counted from its time, or
     * from the cut when that came later and {@code fromCut}: then it lasts as long as no crisis is declared.
     */
    private record Rule(
            Set<String> wards,
            @Nullable Period younger,
            boolean always,
            boolean fromCut,
            @Nullable TemporalAmount after) {
        boolean fits(Context context) {
            return (wards.isEmpty() || wards.contains(context.ward.name()))
                    && (younger == null || youngerThan(younger, context));
        }

        private static boolean youngerThan(Period age, Context context) {
            PartialTime birth = context.birth;
            LocalDate today = LocalDate.ofInstant(context.now, context.zone);
            return birth != null && birth.local().toLocalDate().plus(age).isAfter(today);
        }
    }

    /** The defaults, as the project writes them; a site validates them or sets its own. */
    public static ExpiryTable defaults() {
        try (InputStream in = ExpiryTable.class.getResourceAsStream("expiry.csv")) {
            if (in == null) {
                throw new IllegalStateException("expiry.csv is missing from the program");
            }
            return read(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Reads a table; refuses a line that it does not understand. */
    static ExpiryTable read(String text) {
        ExpiryTable table = new ExpiryTable();
        text.lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#") && !line.startsWith("datum;"))
                .map(line -> line.split(";", -1))
                .forEach(table::add);
        return table;
    }

    private void add(String[] cells) {
        if (cells.length != 5) {
            throw new IllegalArgumentException("an expiry line has five cells: " + Arrays.toString(cells));
        }
        Set<String> wards = Set.of();
        Period younger = null;
        for (String condition : cells[2].isEmpty() ? new String[0] : cells[2].split("&")) {
            if (condition.startsWith("ward=")) {
                wards = Set.of(condition.substring(5).split("\\|"));
                wards.forEach(WardKind::valueOf);
            } else if (condition.startsWith("age<")) {
                younger = Period.parse(condition.substring(4));
            } else {
                throw new IllegalArgumentException("unknown condition in an expiry line: " + condition);
            }
        }
        Rule rule = new Rule(wards, younger, cells[3].equals("ALWAYS"), cells[3].startsWith(FROM_CUT), after(cells[3]));
        for (String code : cells[1].split(" ")) {
            rules.computeIfAbsent(code, first -> new ArrayList<>()).add(rule);
        }
    }

    private static @Nullable TemporalAmount after(String text) {
        if (text.equals("ALWAYS") || text.equals("NEVER")) {
            return null;
        }
        String amount = text.startsWith(FROM_CUT) ? text.substring(FROM_CUT.length()) : text;
        return amount.startsWith("PT") ? Duration.parse(amount) : Period.parse(amount);
    }

    /** Whether an observation may be read as it stands. */
    Freshness observation(Coded analyte, @Nullable PartialTime takenAt, Context context) {
        if (takenAt == null || takenAt.instant(context.zone).isAfter(context.now.plus(CLOCK_ERROR))) {
            return Freshness.RECHECK;
        }
        return judge(Loinc.of(analyte), takenAt, context);
    }

    /** An allergy stands; "no known allergy" is always asked again. */
    Freshness allergy(boolean none, Context context) {
        return judge(none ? "@no-known-allergy" : "@allergy", null, context);
    }

    /** Limits of care are confirmed again by a doctor; the other alerts stand until they are taken back. */
    Freshness alert(AlertKind kind, @Nullable PartialTime statedAt, Context context) {
        if (kind != AlertKind.LIMITS_OF_CARE) {
            return Freshness.CURRENT;
        }
        return statedAt == null ? Freshness.RECHECK : judge("@limits-of-care", statedAt, context);
    }

    private Freshness judge(String code, @Nullable PartialTime takenAt, Context context) {
        return rules.getOrDefault(code, List.of()).stream()
                .filter(rule -> rule.fits(context))
                .findFirst()
                .map(rule -> rule.always || expired(rule, takenAt, context))
                .map(recheck -> recheck ? Freshness.RECHECK : Freshness.CURRENT)
                .orElse(Freshness.CURRENT);
    }

    private static boolean expired(Rule rule, @Nullable PartialTime takenAt, Context context) {
        TemporalAmount after = rule.after;
        if (after == null || takenAt == null) {
            return false;
        }
        Instant from = takenAt.instant(context.zone);
        if (rule.fromCut) {
            Instant cut = context.cut;
            if (cut == null) {
                return false;
            }
            from = from.isAfter(cut) ? from : cut;
        }
        return !from.atZone(context.zone).plus(after).toInstant().isAfter(context.now);
    }
}
