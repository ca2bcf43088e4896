package org.relais.cli;

import org.jspecify.annotations.Nullable;
import org.relais.care.chart.Chart;
import org.relais.care.chart.Freshness;
import org.relais.care.chart.Rhythm;
import org.relais.kernel.Dates;
import org.relais.kernel.PartialTime;

/** A chart as lines of text: one item a line, with value, time and source. */
final class ChartText {
    private final Console console;
    private final Dates dates;

    ChartText(Console console, Dates dates) {
        this.console = console;
        this.dates = dates;
    }

    void print(PatientLine who, Chart chart) {
        console.out().println(who.text(console, dates));
        section("chart.allergies", chart.allergies().isEmpty());
        chart.allergies()
                .forEach(item ->
                        line(item.substance().display() + " " + item.reaction(), item.since(), item.freshness()));
        section("chart.problems", chart.problems().isEmpty());
        chart.problems().forEach(item -> line(item.problem().display(), item.since(), Freshness.CURRENT));
        section("chart.medications", chart.medications().isEmpty());
        chart.medications().forEach(this::medication);
        section("chart.blood", chart.bloodGroup().isEmpty());
        chart.bloodGroup().forEach(this::series);
        section("chart.labs", chart.labs().isEmpty());
        chart.labs().forEach(this::series);
        section("chart.vitals", chart.vitals().isEmpty());
        chart.vitals().forEach(this::series);
        section("chart.exams", chart.exams().isEmpty());
        chart.exams().forEach(item -> line(item.exam().display(), item.orderedAt(), Freshness.CURRENT));
    }

    private void medication(Chart.Medication item) {
        Chart.Administration last = item.lastGiven();
        String given = last == null
                ? console.words().get("chart.never-given")
                : console.words().get("chart.given", written(last.givenAt()));
        line(
                item.medication().display() + " " + dates.unit(item.dose()) + " " + rhythm(item.frequency()) + ", "
                        + given,
                item.start(),
                Freshness.CURRENT);
    }

    private String rhythm(String code) {
        return Rhythm.of(code)
                .map(rhythm -> console.words().get("rhythm." + rhythm.key(), rhythm.count()) + " (" + code + ")")
                .orElse(code);
    }

    private void series(Chart.Series series) {
        Chart.Value last = series.last();
        line(
                series.analyte().display() + " " + dates.value(last.value()) + " " + dates.unit(last.unit()) + " "
                        + last.said(console.words()),
                last.takenAt(),
                last.freshness());
    }

    private void section(String key, boolean empty) {
        console.out().println();
        console.say(key);
        if (empty) {
            console.out().println("  " + console.words().get("chart.unknown-section"));
        }
    }

    private void line(String text, @Nullable PartialTime when, Freshness freshness) {
        String recheck = freshness == Freshness.RECHECK ? "  " + console.words().get("chart.recheck") : "";
        console.out().println("  " + text.strip() + "  " + written(when) + recheck);
    }

    private String written(@Nullable PartialTime when) {
        return when == null ? "?" : dates.partial(when);
    }
}
