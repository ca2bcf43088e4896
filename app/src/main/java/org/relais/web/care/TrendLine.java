package org.relais.web.care;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.relais.care.chart.Chart.Series;
import org.relais.care.chart.Chart.Value;
import org.relais.care.chart.Freshness;
import org.relais.kernel.PartialTime;
import org.relais.web.care.ChartPage.Spark;
import org.relais.web.care.ChartPage.Trend;
import org.relais.web.shell.Frame;
import org.relais.web.shell.Moment;

/** Makes a line of results from a series: last value, the one before, its direction in words, a small curve. */
final class TrendLine {
    private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?");
    private static final int WIDTH = 96;
    private static final int HEIGHT = 24;
    private static final int PAD = 4;
    private static final int POINTS = 12;
    /** A change under this share of the value before is called steady. */
    private static final double STEADY = 0.02;

    private TrendLine() {}

    static Trend of(Frame f, Series series) {
        Value last = series.last();
        @Nullable Value before = series.values().size() > 1 ? series.values().get(1) : null;
        Direction direction = direction(last, before);
        return new Trend(
                series.analyte().display(),
                f.show().value(last.value()),
                f.show().unit(last.unit()),
                f.show().value(last.range()),
                last.said(f.texts()),
                last.note(),
                moment(f, last.takenAt()),
                last.source().system(),
                before == null
                        ? ""
                        : (f.show().value(before.value()) + " " + f.show().unit(before.unit())).strip(),
                before == null ? null : moment(f, before.takenAt()),
                direction == Direction.NONE
                        ? ""
                        : f.t("trend." + direction.name().toLowerCase(Locale.ROOT)),
                direction.icon,
                spark(series.values()),
                last.freshness() == Freshness.RECHECK);
    }

    private static @Nullable Moment moment(Frame f, @Nullable PartialTime time) {
        return time == null ? null : f.show().moment(time);
    }

    private enum Direction {
        NONE(""),
        UP("arrow-up-right"),
        DOWN("arrow-down-right"),
        STEADY("arrow-right");

        private final String icon;

        Direction(String icon) {
            this.icon = icon;
        }
    }

    /** Compared only when both are plain numbers in the same unit. */
    private static Direction direction(Value last, @Nullable Value before) {
        if (before == null || !before.unit().equals(last.unit())) {
            return Direction.NONE;
        }
        Optional<Double> now = number(last);
        Optional<Double> then = number(before);
        if (now.isEmpty() || then.isEmpty()) {
            return Direction.NONE;
        }
        double change = now.get() - then.get();
        if (Math.abs(change) <= Math.abs(then.get()) * STEADY) {
            return Direction.STEADY;
        }
        return change > 0 ? Direction.UP : Direction.DOWN;
    }

    private static Spark spark(List<Value> newestFirst) {
        String unit = newestFirst.getFirst().unit();
        List<Double> numbers = newestFirst.stream()
                .filter(value -> value.unit().equals(unit))
                .flatMap(value -> number(value).stream())
                .limit(POINTS)
                .toList()
                .reversed();
        if (numbers.size() < 2) {
            return Spark.NONE;
        }
        double low = numbers.stream().mapToDouble(Double::doubleValue).min().orElse(0);
        double high = numbers.stream().mapToDouble(Double::doubleValue).max().orElse(0);
        double step = (double) (WIDTH - 2 * PAD) / (numbers.size() - 1);
        List<String> points = new ArrayList<>();
        for (int i = 0; i < numbers.size(); i++) {
            double share = high > low ? (numbers.get(i) - low) / (high - low) : 0.5;
            points.add(
                    String.format(Locale.ROOT, "%.1f,%.1f", PAD + i * step, HEIGHT - PAD - share * (HEIGHT - 2 * PAD)));
        }
        String[] end = points.getLast().split(",");
        return new Spark(String.join(" ", points), end[0], end[1]);
    }

    private static Optional<Double> number(Value value) {
        return NUMBER.matcher(value.value()).matches() ? Optional.of(Double.valueOf(value.value())) : Optional.empty();
    }
}
