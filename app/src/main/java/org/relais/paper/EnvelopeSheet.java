package org.relais.paper;

import static org.relais.paper.Form.field;

import java.io.OutputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The sheet that goes into a ward's sealed envelope: the passphrase that opens the ward's packs, how to use it, and who
 * opened the envelope when. One sheet a ward.
 */
public final class EnvelopeSheet {
    private static final Face WORD = new Face(true, 24, 34);

    private EnvelopeSheet() {}

    /**
     * One ward's envelope.
     *
     * @param ward       its name
     * @param number     1, 2, 3… : a later one replaces those before
     * @param passphrase words between single spaces
     * @param madeAt     packs made since then open with it
     */
    public record Envelope(String ward, int number, String passphrase, Instant madeAt) {
        /** Says nothing of the passphrase. */
        @Override
        public String toString() {
            return "Envelope[" + ward + ", " + number + "]";
        }
    }

    /** @param out stays open */
    public static List<PrintedPage> print(List<Envelope> envelopes, Stamp stamp, OutputStream out) {
        Kit kit = Kit.of(stamp);
        List<Part> parts = new ArrayList<>();
        for (Envelope envelope : envelopes) {
            parts.add(new Part(
                    Sheet.ENVELOPE,
                    stamp.hospital() + " · " + envelope.ward(),
                    null,
                    false,
                    flow -> write(flow, envelope)));
        }
        return Job.print(kit, parts, out);
    }

    private static void write(Flow flow, Envelope envelope) {
        Kit kit = flow.kit();
        flow.down(4);
        flow.write(Para.of(Face.DISPLAY, envelope.ward()));
        flow.write(Para.text(kit.words()
                .say(
                        "envelope.number",
                        Integer.toString(envelope.number()),
                        kit.moments().at(envelope.madeAt()))));
        flow.heading(kit.say("envelope.passphrase"));
        flow.boxed(Pen.HEAVY, Para.of(WORD, envelope.passphrase()));
        flow.write(Para.small(kit.say("envelope.typing")));
        flow.heading(kit.say("envelope.use"));
        for (String key : List.of("envelope.use.1", "envelope.use.2", "envelope.use.3", "envelope.use.4")) {
            flow.write(Para.text(kit.say(key)));
            flow.down(1);
        }
        flow.heading(kit.say("envelope.sealed"));
        Form form = new Form(flow);
        form.fields(field("envelope.sealed-by", 3), field("form.date-time", 2), field("form.signature", 2));
        form.fields(field("envelope.where", 1));
        flow.heading(kit.say("envelope.opened"));
        for (int row = 0; row < 3; row++) {
            form.fields(field("envelope.opened-by", 3), field("form.date-time", 2), field("envelope.why", 3));
        }
    }
}
