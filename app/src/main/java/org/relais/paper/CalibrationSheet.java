package org.relais.paper;

import java.io.OutputStream;
import java.util.List;
import java.util.Locale;

/**
 * The page that tells how a printer shifts and stretches: two lines at 20 mm from the edges, rules of 150 and 200 mm to
 * measure with a ruler, and crosses at the corners of the labels of a format.
 */
public final class CalibrationSheet {
    private static final float EDGE = (float) Calibration.EDGE * Box.MM;
    private static final float ACROSS = (float) Calibration.ACROSS * Box.MM;
    private static final float DOWN = (float) Calibration.DOWN * Box.MM;
    private static final float TICK = 3 * Box.MM;
    private static final float CROSS = 2 * Box.MM;
    private static final int CENTIMETRE = 10;

    private CalibrationSheet() {}

    /**
     * Prints it: as the printer is, to be measured; or corrected, to see that 20, 20, 150 and 200 mm come out.
     *
     * @param calibration {@link Calibration#NONE} for the page to measure
     */
    public static List<PrintedPage> print(SheetFormat format, Calibration calibration, Stamp stamp, OutputStream out) {
        Part part = new Part(Sheet.CALIBRATION, stamp.hospital(), null, false, flow -> body(flow, format, calibration));
        return Job.print(Kit.of(stamp), List.of(part), out);
    }

    private static void body(Flow flow, SheetFormat format, Calibration calibration) {
        Ink ink = flow.ink();
        ink.correct(calibration);
        ink.line(Box.across(EDGE, EDGE, ACROSS), Pen.RULE);
        ink.line(Box.down(EDGE, EDGE, DOWN), Pen.RULE);
        for (int mm = 0; mm <= Calibration.ACROSS; mm += CENTIMETRE) {
            tick(ink, EDGE + mm * Box.MM, EDGE, true);
        }
        for (int mm = 0; mm <= Calibration.DOWN; mm += CENTIMETRE) {
            tick(ink, EDGE, EDGE + mm * Box.MM, false);
        }
        for (int i = 0; i < format.labels(); i++) {
            Box cell = format.cell(i);
            cross(ink, cell.x(), cell.y());
            cross(ink, cell.x() + cell.width(), cell.y() + cell.height());
        }
        words(flow, format, calibration);
    }

    private static void tick(Ink ink, float x, float y, boolean level) {
        ink.line(level ? Box.down(x, y, TICK) : Box.across(x, y, TICK), Pen.HAIR);
    }

    private static void cross(Ink ink, float x, float y) {
        ink.line(Box.across(x - CROSS / 2, y, CROSS), Pen.HAIR);
        ink.line(Box.down(x, y - CROSS / 2, CROSS), Pen.HAIR);
    }

    private static void words(Flow flow, SheetFormat format, Calibration calibration) {
        Kit kit = flow.kit();
        boolean raw = calibration.equals(Calibration.NONE);
        String labels = kit.words()
                .say(
                        "calibration.format",
                        Integer.toString(format.labels()),
                        millimetres(kit, format.width()),
                        millimetres(kit, format.height()));
        List<Para> said = List.of(
                Para.of(Face.TITLE, kit.say(Sheet.CALIBRATION.titleKey())),
                Para.text(kit.stamp().hospital() + " · " + labels),
                Para.bold(kit.say(raw ? "calibration.raw" : "calibration.corrected")),
                Para.text(kit.say("calibration.scale")),
                Para.bold(kit.say("calibration.a")),
                Para.bold(kit.say("calibration.b")),
                Para.bold(kit.say("calibration.c")),
                Para.bold(kit.say("calibration.d")),
                Para.text(kit.say("calibration.then")));
        Box box = new Box(EDGE + 16 * Box.MM, EDGE + 60 * Box.MM, 120 * Box.MM, 90 * Box.MM);
        flow.ink().blank(box.inset(-6));
        Fitted.write(kit, flow.ink(), said, box);
        mark(flow, "A", EDGE / 2 - 4, EDGE + 30 * Box.MM);
        mark(flow, "B", EDGE + 60 * Box.MM, EDGE / 2 + 4);
        mark(flow, "C", EDGE + 75 * Box.MM, EDGE + 9 * Box.MM);
        mark(flow, "D", EDGE + 6 * Box.MM, EDGE + 100 * Box.MM);
    }

    private static void mark(Flow flow, String letter, float x, float y) {
        flow.ink().text(Face.DISPLAY, x, y + Face.DISPLAY.ascent() / 2, letter);
    }

    private static String millimetres(Kit kit, double value) {
        return kit.value(String.format(Locale.ROOT, "%.1f", value));
    }
}
