package org.relais.feeds.hl7v2;

import java.util.List;
import org.relais.care.ClinicalFact;
import org.relais.care.Interpretation;
import org.relais.care.Interpreter.Depth;
import org.relais.feeds.Origin;
import org.relais.feeds.ReceivedMessage;
import org.relais.feeds.Via;
import org.relais.kernel.FeedName;
import org.relais.testkit.Hl7;

/** Reads one message as the interpreter does. */
final class Reader {
    static final Origin ORIGIN = new Origin(new FeedName("mllp"), "127.0.0.1", Via.MLLP);

    private Reader() {}

    static Interpretation read(byte[] raw) {
        return new Hl7Interpreter().interpret(new ReceivedMessage(ORIGIN, raw), Depth.WHOLE);
    }

    static Interpretation read(String... segments) {
        return read(Hl7.utf8(Hl7.message(segments)));
    }

    static <F extends ClinicalFact> List<F> facts(Class<F> kind, String... segments) {
        return read(segments).facts().stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList();
    }

    static <F extends ClinicalFact> F fact(Class<F> kind, String... segments) {
        return facts(kind, segments).getFirst();
    }
}
