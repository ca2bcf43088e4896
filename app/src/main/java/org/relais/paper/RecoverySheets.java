package org.relais.paper;

import java.io.OutputStream;
import java.util.List;
import org.relais.kernel.Language;

/**
 * The five recovery sheets of a data directory, one A4 page each, to be given to five people: letters to type, the same as
 * a QR code (ISO/IEC 18004), who has it, and what to do with it, in French and English.
 */
public final class RecoverySheets {
    private static final Face LETTERS = new Face(true, 17, 24);
    private static final float CODE = 46 * Box.MM;
    private static final int STEPS = 5;

    private RecoverySheets() {}

    /**
     * One part of the key.
     *
     * @param rows letters to type, row by row
     * @param text the same in one line
     */
    public record Sheet(int number, List<String> rows, String text) {}

    /**
     * Prints the sheets, each on a page of its own.
     *
     * @param set what the parts have in common
     */
    public static List<PrintedPage> print(List<Sheet> sheets, String set, Stamp stamp, OutputStream out) {
        Kit kit = Kit.of(stamp);
        List<Part> parts = sheets.stream()
                .map(sheet -> new Part(
                        org.relais.paper.Sheet.RECOVERY,
                        kit.words().say("recovery.set", set, stamp.hospital()),
                        null,
                        false,
                        flow -> write(flow, sheet, sheets.size())))
                .toList();
        return Job.print(kit, parts, out);
    }

    private static void write(Flow flow, Sheet sheet, int of) {
        Kit kit = flow.kit();
        Words other = Words.in(kit.stamp().language() == Language.FR ? Language.EN : Language.FR);
        String number = Integer.toString(sheet.number());
        flow.down(4);
        flow.write(Para.of(Face.DISPLAY, kit.words().say("recovery.part", number, Integer.toString(of))));
        flow.write(Para.text(other.say("recovery.part", number, Integer.toString(of))));
        flow.gap(8);
        letters(flow, sheet);
        flow.gap(8);
        new Form(flow)
                .fields(
                        Form.field("recovery.holder", 3),
                        Form.field("recovery.given", 1.4f),
                        Form.field("recovery.signature", 1.6f));
        steps(flow, kit.words());
        steps(flow, other);
    }

    private static void letters(Flow flow, Sheet sheet) {
        float top = flow.y();
        if (flow.ink().visible()) {
            QrCode.draw(flow.ink(), sheet.text(), new Box(Box.LEFT, top, CODE, CODE));
        }
        float x = Box.LEFT + CODE + 8 * Box.MM;
        float y = top;
        for (int row = 0; row < sheet.rows().size(); row++) {
            flow.ink().text(Face.SMALL, x, y + LETTERS.ascent(), Integer.toString(row + 1));
            flow.ink()
                    .text(
                            LETTERS,
                            x + 22,
                            y + LETTERS.ascent(),
                            sheet.rows().get(row).replace(" ", "\u2003"));
            y += LETTERS.lead();
        }
        flow.down(Math.max(CODE, y - top));
    }

    private static void steps(Flow flow, Words words) {
        flow.heading(words.say("recovery.what"));
        for (int step = 1; step <= STEPS; step++) {
            flow.write(Para.text(words.say("recovery.what." + step)));
            flow.down(2);
        }
    }
}
