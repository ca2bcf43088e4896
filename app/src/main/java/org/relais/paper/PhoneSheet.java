package org.relais.paper;

import java.io.OutputStream;
import java.util.List;
import org.relais.kernel.Language;

/**
 * The sheet that hangs in a ward so that a phone can be connected while nothing else works: Wi-Fi, address and its QR code,
 * fingerprint of the certificate authority, and how a phone is made to trust it beforehand; in French and English.
 */
public final class PhoneSheet {
    private static final float CODE = 46 * Box.MM;
    private static final int STEPS = 3;

    private PhoneSheet() {}

    /**
     * What the sheet says.
     *
     * @param wifi        name of the wireless network, or empty: a line to write on
     * @param address     of the pages, {@code https://…/}
     * @param fingerprint SHA-256 of the certificate authority
     */
    public record Content(String wifi, String address, String fingerprint) {}

    /** Prints the sheet. */
    public static List<PrintedPage> print(Content content, Stamp stamp, OutputStream out) {
        Part part = new Part(Sheet.PHONE, stamp.hospital(), null, false, flow -> write(flow, content));
        return Job.print(Kit.of(stamp), List.of(part), out);
    }

    private static void write(Flow flow, Content content) {
        Kit kit = flow.kit();
        Words other = Words.in(kit.stamp().language() == Language.FR ? Language.EN : Language.FR);
        flow.down(4);
        facts(flow, content);
        steps(flow, kit.words());
        steps(flow, other);
        flow.gap(4);
        flow.write(Para.small(kit.say("phone.authority")));
        flow.write(Para.of(Face.SMALL_BOLD, content.fingerprint()));
    }

    private static void facts(Flow flow, Content content) {
        Kit kit = flow.kit();
        float top = flow.y();
        if (flow.ink().visible()) {
            QrCode.draw(flow.ink(), content.address(), new Box(Box.LEFT, top, CODE, CODE));
        }
        float y = top + 6;
        String wifi = content.wifi().isBlank() ? ".".repeat(40) : content.wifi();
        y = fact(flow, y, kit.say("phone.wifi"), wifi);
        y = fact(flow, y, kit.say("phone.address"), content.address());
        fact(flow, y, kit.say("phone.help"), ".".repeat(40));
        flow.down(CODE + 6);
    }

    private static float fact(Flow flow, float y, String label, String value) {
        float x = Box.LEFT + CODE + 6 * Box.MM;
        flow.ink().text(Face.SMALL, x, y + Face.SMALL.ascent(), label);
        float at = y + Face.SMALL.lead();
        float width = Box.LEFT + Box.WIDTH - x;
        for (Setter.Line line : flow.kit().setter().lines(List.of(Para.of(Face.NAME, value)), width)) {
            line.draw(flow.ink(), x, at);
            at += line.height();
        }
        return at + 4;
    }

    private static void steps(Flow flow, Words words) {
        for (String system : List.of("phone.ios", "phone.android", "phone.then")) {
            flow.heading(words.say(system));
            for (int step = 1; step <= STEPS; step++) {
                flow.write(Para.text(step + ". " + words.say(system + "." + step)));
                flow.down(1);
            }
        }
    }
}
