package org.relais.web.node;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.relais.access.Stations.Calibrated;
import org.relais.access.Stations.Station;
import org.relais.paper.CodeDrawing;
import org.relais.web.shell.Frame;
import org.relais.web.shell.Moment;

/**
 * How this station's scanner types, and the code to find it out with.
 *
 * @param mine   what is known of this station; null when nothing
 * @param typed  what stands in the form
 * @param others every station that was calibrated
 */
public record StationPage(
        @Nullable Line mine, Calibrated typed, List<Line> others, List<FormError> errors, String saved) {
    /** What the calibration code says; {@code ␝} stands for GS. */
    public static final String EXPECTED = "RELAIS1|AZQWM-0123456789|x\u241Dy";

    private static final CodeDrawing CODE = CodeDrawing.of(EXPECTED.replace('\u241D', Scanned.GS));

    /** A station as a line tells it. */
    public record Line(String name, String layout, String gs, Moment at) {}

    static StationPage of(Frame f, @Nullable Station mine, List<Station> all) {
        Calibrated typed = mine == null ? new Calibrated("", "", "us", "sent") : mine.how();
        List<Line> others = all.stream().map(one -> line(f, one)).toList();
        return new StationPage(mine == null ? null : line(f, mine), typed, others, List.of(), "");
    }

    private static Line line(Frame f, Station station) {
        Calibrated how = station.how();
        String gs = stands(how.gs()) ? f.t("station.gs.as", other(how.gs())) : f.t("station.gs." + how.gs());
        return new Line(
                how.name(), f.t("station.layout." + how.layout()), gs, f.show().moment(station.at()));
    }

    StationPage saved(String text) {
        return new StationPage(mine, typed, others, List.of(), text);
    }

    StationPage wrong(Calibrated asked, FormError error) {
        return new StationPage(mine, asked, others, List.of(error), "");
    }

    /** Modules a side of the calibration code. */
    public int codeSize() {
        return CODE.size();
    }

    /** Its dark modules, as an SVG path. */
    public String codePath() {
        return CODE.path();
    }

    public boolean replaced() {
        return stands(typed.gs());
    }

    /** Whether this is the code point of what stands for GS. */
    private static boolean stands(String gs) {
        return !gs.equals("sent") && !gs.equals("dropped");
    }

    /** The character that comes in place of GS, or empty. */
    public String other() {
        return replaced() ? other(typed.gs()) : "";
    }

    private static String other(String hex) {
        return hex.isEmpty() ? "" : Character.toString(Integer.parseInt(hex, 16));
    }
}
