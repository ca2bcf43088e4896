package org.relais.paper;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.relais.care.identity.Patient;

/** Whose sheet it is, on top of each of her pages; or, when nobody's yet, the lines to write it on. */
final class Band {
    private static final float RIGHT_WIDTH = 118;
    private static final float PAD = 6;
    private final Kit kit;
    private final Ink ink;

    Band(Kit kit, Ink ink) {
        this.kit = kit;
        this.ink = ink;
    }

    /** @return the bottom of the band */
    float draw(@Nullable Whose whose, Letterhead.Place place, float top) {
        return switch (whose) {
            case Subject subject -> of(subject, place, top);
            case Numbered numbered -> blank(numbered.number(), top);
            case null -> blank("", top);
        };
    }

    private float of(Subject subject, Letterhead.Place place, float top) {
        Patient patient = subject.patient();
        List<Para> who = new ArrayList<>(new Persons(kit).banner(patient));
        List<Para> where = new ArrayList<>();
        where.add(Para.of(Face.HEAD, new Persons(kit).bed(patient)));
        if (subject.homonym()) {
            where.add(Para.bold(kit.say("homonym")));
        }
        where.add(
                Para.small(kit.words().say("leaf", Integer.toString(place.leaf()), Integer.toString(place.leaves()))));
        List<Setter.Line> left = kit.setter().lines(who, Box.WIDTH - RIGHT_WIDTH - 2 * PAD);
        List<Setter.Line> right = kit.setter().lines(where, RIGHT_WIDTH - 2 * PAD);
        float height = Math.max(height(left), height(right)) + 2 * PAD - 2;
        ink.frame(new Box(Box.LEFT, top, Box.WIDTH, height).inset(0.5f), Pen.RULE);
        float middle = Box.LEFT + Box.WIDTH - RIGHT_WIDTH;
        ink.line(Box.down(middle, top, height), Pen.HAIR);
        draw(left, Box.LEFT + PAD + 1, top + PAD - 2);
        draw(right, middle + PAD, top + PAD - 1);
        return top + height;
    }

    private float blank(String number, float top) {
        float row = Box.WRITING;
        float height = 3 * row + 4;
        float label = 62 * Box.MM;
        float width = Box.WIDTH - label;
        ink.frame(new Box(Box.LEFT, top, Box.WIDTH, height).inset(0.5f), Pen.RULE);
        ink.frame(new Box(Box.LEFT + width + 3, top + 3, label - 6, height - 6), Pen.DOTTED);
        Box right = new Box(Box.LEFT + width + 9, top + 8, label - 18, height - 16);
        if (number.isEmpty()) {
            draw(kit.setter().lines(List.of(Para.small(kit.say("band.label"))), right.width()), right.x(), right.y());
        } else {
            numbered(number, right);
        }
        float left = Box.LEFT + PAD;
        float inner = width - 2 * PAD;
        line("band.birth-name", new Box(left, top, inner, row));
        line("band.given", new Box(left, top + row, inner * 0.58f, row));
        line("band.used-name", new Box(left + inner * 0.6f, top + row, inner * 0.4f, row));
        line("band.born", new Box(left, top + 2 * row, inner * 0.34f, row));
        float x = left + inner * 0.36f;
        for (String key : List.of("sex.short.female", "sex.short.male", "sex.short.indeterminate")) {
            x = tick(x, top + 2 * row + row - 5, kit.say(key));
        }
        line("band.number", new Box(left + inner * 0.66f, top + 2 * row, inner * 0.34f, row));
        return top + height;
    }

    /** The number of a pochette, beside its code. */
    private void numbered(String number, Box box) {
        float side = box.height();
        if (ink.visible()) {
            String code = new LabelCode(LabelCode.Kind.DOCUMENT, number, 0, "").text();
            ink.matrix(Codes.dataMatrix(code), new Box(box.x(), box.y(), side, side));
        }
        List<Para> said = List.of(Para.small(kit.say("number.RELAIS")), Para.of(Face.NAME, BearerText.grouped(number)));
        Fitted.centred(kit, ink, said, new Box(box.x() + side + 8, box.y(), box.width() - side - 8, box.height()));
    }

    private float tick(float x, float baseline, String text) {
        ink.frame(new Box(x, baseline - 8.5f, 9, 9), Pen.HAIR);
        ink.text(Face.BODY, x + 12, baseline, text);
        return x + 12 + kit.fonts().width(Face.BODY, text) + 8;
    }

    private void line(String key, Box box) {
        String text = kit.say(key);
        float baseline = box.y() + box.height() - 5;
        ink.text(Face.SMALL, box.x(), baseline, text);
        float from = kit.fonts().width(Face.SMALL, text) + 4;
        ink.line(Box.across(box.x() + from, baseline + 2, box.width() - from), Pen.DOTTED);
    }

    private void draw(List<Setter.Line> lines, float x, float top) {
        float y = top;
        for (Setter.Line line : lines) {
            line.draw(ink, x, y);
            y += line.height();
        }
    }

    private static float height(List<Setter.Line> lines) {
        float height = 0;
        for (Setter.Line line : lines) {
            height += line.height();
        }
        return height;
    }
}
