package org.relais.paper;

import java.util.ArrayList;
import java.util.List;
import org.relais.care.identity.Patient;
import org.relais.care.labels.BirthMark;
import org.relais.care.labels.LabelKind;
import org.relais.kernel.Mode;

/** Draws one band or label in its box, on whatever ink. */
final class LabelArt {
    private static final float PAD = 4;
    private static final float GAP = 6;
    private static final Face NAME = new Face(true, 15, 17);
    private static final Face MIDDLE = new Face(true, 11, 13.5f);
    private static final Face DIGITS = new Face(true, 27, 29);
    private static final Face NEWBORN_DIGITS = new Face(true, 16, 18);
    private static final Face DOCUMENT_NAME = new Face(true, 13, 14.5f);
    private static final Face DOCUMENT_REST = new Face(true, 10, 12);
    private static final float LOW = 66;
    private static final Face TINY = new Face(false, 7.5f, 9);
    private static final Face TAG = new Face(true, 7.5f, 9);
    private static final float ADULT_CODE = 15 * Box.MM;
    private static final float NEWBORN_CODE = 11 * Box.MM;
    private static final float DOCUMENT_CODE = 16 * Box.MM;

    private final Kit kit;
    private final Ink ink;

    LabelArt(Kit kit, Ink ink) {
        this.kit = kit;
        this.ink = ink;
    }

    /** One label to be drawn. */
    record Item(LabelKind kind, Bearer bearer, int print) {
        LabelCode code() {
            BirthMark birth = bearer.birth();
            String mother = birth == null || birth.mother() == null ? "" : birth.mother();
            return switch (kind) {
                case BAND, MOTHER_BAND -> new LabelCode(LabelCode.Kind.BAND, bearer.number(), print, "");
                case NEWBORN_BAND -> new LabelCode(LabelCode.Kind.NEWBORN_BAND, bearer.number(), print, mother);
                case TUBE, DOCUMENT -> new LabelCode(LabelCode.Kind.DOCUMENT, bearer.number(), print, "");
            };
        }
    }

    void draw(Item item, Box box) {
        switch (item.kind()) {
            case BAND, MOTHER_BAND -> band(item, box, ADULT_CODE);
            case NEWBORN_BAND -> band(item, box, NEWBORN_CODE);
            case TUBE -> tube(item, box);
            case DOCUMENT -> document(item, box);
        }
    }

    /** Code, who, code, number, code: some code shows whichever way the wrist is turned. */
    private void band(Item item, Box box, float most) {
        float side = Math.min(box.height() - 2 * PAD, most);
        float text = box.width() - 2 * PAD - 3 * side - 4 * GAP;
        float first = text * 0.56f;
        float second = text - first;
        float height = box.height() - 2 * PAD;
        float x = box.x() + PAD;
        code(item, x, box, side);
        x += side + GAP;
        who(item, new Box(x, box.y() + PAD, first, height));
        x += first + GAP;
        code(item, x, box, side);
        x += side + GAP;
        number(item, new Box(x, box.y() + PAD, second, height));
        code(item, x + second + GAP, box, side);
    }

    private void code(Item item, float x, Box box, float side) {
        if (ink.visible()) {
            ink.matrix(
                    Codes.dataMatrix(item.code().text()), new Box(x, box.y() + (box.height() - side) / 2, side, side));
        }
    }

    private void who(Item item, Box box) {
        Patient patient = item.bearer().patient();
        if (patient == null) {
            toWrite(box);
        } else {
            Fitted.centred(kit, ink, new BearerText(kit, item.bearer()).who(patient, NAME, MIDDLE), box);
        }
    }

    /** Lines for the name and the birth date, of a pochette that nobody has been given yet. */
    private void toWrite(Box box) {
        List<String> keys = List.of("label.write.name", "label.write.given", "label.write.born");
        float row = box.height() / keys.size();
        for (int i = 0; i < keys.size(); i++) {
            float baseline = box.y() + (i + 1) * row - 3;
            String label = kit.say(keys.get(i));
            ink.text(TINY, box.x(), baseline, label);
            float from = kit.fonts().width(TINY, label) + 3;
            ink.line(Box.across(box.x() + from, baseline + 1, Math.max(0, box.width() - from)), Pen.HAIR);
        }
    }

    private void number(Item item, Box box) {
        BearerText text = new BearerText(kit, item.bearer());
        List<Para> lines = new ArrayList<>();
        switch (item.kind()) {
            case NEWBORN_BAND -> {
                lines.add(Para.of(NEWBORN_DIGITS, text.number()));
                if (!text.mother().isEmpty()) {
                    lines.add(Para.of(MIDDLE.weight(false), text.mother()));
                }
            }
            case MOTHER_BAND -> {
                lines.add(Para.of(TINY, kit.say("label.matching")));
                lines.add(Para.of(DIGITS, BearerText.matching(item.bearer().number())));
            }
            case BAND, TUBE, DOCUMENT -> {
                lines.add(Para.of(TINY, text.numberKind()));
                lines.add(Para.of(DIGITS, text.number()));
            }
        }
        float foot = TAG.lead() + 3;
        Fitted.centred(kit, ink, lines, new Box(box.x(), box.y(), box.width(), box.height() - foot));
        foot(item, new Box(box.x(), box.y() + box.height() - foot + 1, box.width(), foot));
    }

    /** The mode's word, the number of the print. */
    private void foot(Item item, Box box) {
        float x = tag(item, box.x(), box.y());
        String print = new BearerText(kit, item.bearer()).print(item.print());
        List<Para> said = List.of(Para.of(TINY, print));
        Fitted.write(kit, ink, said, new Box(x + 4, box.y() + 0.5f, box.x() + box.width() - x - 4, TINY.lead()));
    }

    /** @return where it ends */
    private float tag(Item item, float x, float y) {
        String word = new BearerText(kit, item.bearer()).mode();
        float width = kit.fonts().width(TAG, word) + 6;
        Box box = new Box(x, y, width, TAG.lead() + 1);
        float baseline = y + TAG.ascent() + 0.5f;
        if (kit.stamp().mode() == Mode.REAL) {
            ink.frame(box, Pen.HAIR);
            ink.text(TAG, x + 3, baseline, word);
        } else {
            ink.fill(box);
            ink.reversed(TAG, x + 3, baseline, word);
        }
        return x + width;
    }

    /** Who, then the number as bars, then as digits. */
    private void tube(Item item, Box box) {
        BearerText text = new BearerText(kit, item.bearer());
        Box inner = box.inset(PAD);
        float digits = Math.min(14, inner.height() * 0.2f);
        float bars = inner.height() * 0.36f;
        float head = inner.height() - digits - bars - 2;
        Box top = new Box(inner.x(), inner.y(), inner.width(), head);
        Patient patient = item.bearer().patient();
        if (patient == null) {
            toWrite(top);
        } else {
            Fitted.write(kit, ink, text.who(patient, new Face(true, 12, 13.5f), new Face(true, 9.5f, 11)), top);
        }
        if (ink.visible()) {
            ink.bars(Codes.code128(item.bearer().number()), new Box(box.x(), inner.y() + head + 1, box.width(), bars));
        }
        numberLine(item, new Box(inner.x(), inner.y() + inner.height() - digits, inner.width(), digits));
    }

    /** Who and the number, beside a code; on a low label the number is beside the mode's word, under both. */
    private void document(Item item, Box box) {
        Box inner = box.inset(PAD + 1);
        boolean low = inner.height() < LOW;
        float digits = low ? 13 : Math.min(19, inner.height() * 0.24f);
        float foot = low ? 0 : TAG.lead() + 2;
        float head = inner.height() - digits - foot;
        float side = Math.min(Math.min(DOCUMENT_CODE, head + (low ? -2 : digits - 2)), inner.width() * 0.34f);
        float left = inner.width() - side - GAP;
        Patient patient = item.bearer().patient();
        Box top = new Box(inner.x(), inner.y(), left, head);
        if (patient == null) {
            toWrite(top);
        } else {
            List<Para> who = new BearerText(kit, item.bearer()).who(patient, DOCUMENT_NAME, DOCUMENT_REST);
            Fitted.write(kit, ink, who, top);
        }
        if (ink.visible()) {
            ink.matrix(
                    Codes.dataMatrix(item.code().text()),
                    new Box(inner.x() + inner.width() - side, inner.y(), side, side));
        }
        if (low) {
            numberLine(item, new Box(inner.x(), inner.y() + head, inner.width(), digits));
        } else {
            Para number = Para.of(new Face(true, digits - 2, digits), new BearerText(kit, item.bearer()).number());
            Fitted.write(kit, ink, List.of(number), new Box(inner.x(), inner.y() + head, left, digits));
            foot(item, new Box(inner.x(), inner.y() + inner.height() - foot + 2, inner.width(), foot));
        }
    }

    /** The mode's word, the number, and which print it is. */
    private void numberLine(Item item, Box line) {
        float x = tag(item, line.x(), line.y() + (line.height() - TAG.lead()) / 2) + 4;
        String print = "n°\u00A0" + item.print();
        float last = item.print() == 0 ? 0 : kit.fonts().width(TINY, print) + 3;
        float right = line.x() + line.width();
        Para number = Para.of(
                new Face(true, line.height() - 1.5f, line.height()), new BearerText(kit, item.bearer()).number());
        Fitted.write(kit, ink, List.of(number), new Box(x, line.y(), right - x - last, line.height()));
        if (item.print() > 0) {
            ink.text(TINY, right - last + 3, line.y() + line.height() - 3, print);
        }
    }
}
