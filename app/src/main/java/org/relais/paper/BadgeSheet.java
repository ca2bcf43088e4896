package org.relais.paper;

import java.io.OutputStream;
import java.util.List;

/**
 * Badges to cut out, eight a sheet, of the size of a card (ISO/IEC 7810 ID-1, 85.6 × 54 mm): name, roles, hospital, and
 * the badge's text as a QR code (ISO/IEC 18004). And the first passwords of new accounts, a slip each.
 */
public final class BadgeSheet {
    private static final float WIDE = 85.6f * Box.MM;
    private static final float HIGH = 54 * Box.MM;
    /** The QR code with its quiet zone. */
    private static final float CODE = 35 * Box.MM;

    /** So far may a cut miss its line. */
    private static final float CUT = 0.7f * Box.MM;

    private static final float PAD = 4 * Box.MM;
    private static final int LONG_NAME = 24;
    private static final float GAP = 2 * Box.MM;

    private BadgeSheet() {}

    /**
     * One badge.
     *
     * @param roles in words
     * @param text  what its QR code says
     */
    public record Card(String name, String roles, String login, String text) {
        /** Without the secret, so that it can not slip into a log. */
        @Override
        public String toString() {
            return "Card[" + login + "]";
        }
    }

    /** @param out stays open */
    public static List<PrintedPage> print(List<Card> cards, Stamp stamp, OutputStream out) {
        Kit kit = Kit.of(stamp);
        Part part = new Part(Sheet.BADGES, stamp.hospital(), null, false, flow -> cards(flow, cards));
        return Job.print(kit, List.of(part), out);
    }

    /** The slips, each with what to do; the text of a card is the password. */
    public static List<PrintedPage> slips(List<Card> cards, Stamp stamp, OutputStream out) {
        Kit kit = Kit.of(stamp);
        Part part = new Part(Sheet.PASSWORDS, stamp.hospital(), null, false, flow -> slips(flow, cards));
        return Job.print(kit, List.of(part), out);
    }

    private static void cards(Flow flow, List<Card> cards) {
        flow.write(Para.small(flow.kit().say("badges.what")));
        flow.gap(6);
        for (int first = 0; first < cards.size(); first += 2) {
            flow.need(HIGH + GAP);
            for (int i = first; i < Math.min(first + 2, cards.size()); i++) {
                card(flow, cards.get(i), Box.LEFT + (i - first) * (WIDE + GAP));
            }
            flow.down(HIGH + GAP);
        }
    }

    private static void card(Flow flow, Card card, float x) {
        Kit kit = flow.kit();
        Ink ink = flow.ink();
        float top = flow.y();
        ink.frame(new Box(x, top, WIDE, HIGH), Pen.DOTTED);
        float y = top + PAD / 2;
        y = write(
                flow,
                List.of(Para.small("Relais · " + kit.stamp().hospital())),
                new Box(x + PAD, y, WIDE - 2 * PAD, 0));
        Box code = new Box(x + WIDE - CODE - CUT, y, CODE, CODE);
        if (ink.visible()) {
            QrCode.draw(ink, card.text(), code);
        }
        boolean longName = card.name().length() > LONG_NAME;
        List<Para> said = List.of(
                Para.of(longName ? Face.BOLD : Face.NAME, card.name()),
                Para.small(card.roles()),
                Para.small(card.login()));
        write(flow, said, new Box(x + PAD, y + 2, WIDE - CODE - CUT - PAD, 0));
        List<Para> lost = List.of(Para.small(kit.say("badges.lost")));
        write(flow, lost, new Box(x + PAD, code.y() + CODE, WIDE - 2 * PAD, 0));
    }

    /** @return the bottom of what was written */
    private static float write(Flow flow, List<Para> paras, Box box) {
        float y = box.y();
        for (Setter.Line line : flow.kit().setter().lines(paras, box.width())) {
            line.draw(flow.ink(), box.x(), y);
            y += line.height();
        }
        return y;
    }

    private static void slips(Flow flow, List<Card> cards) {
        Kit kit = flow.kit();
        for (Card card : cards) {
            flow.boxed(
                    Pen.DASHED,
                    Para.bold(card.name() + " · " + card.roles()),
                    Para.text(kit.words().say("passwords.login", card.login())),
                    Para.of(Face.NAME, card.text()),
                    Para.small(kit.say("passwords.what")));
            flow.gap(4);
        }
    }
}
