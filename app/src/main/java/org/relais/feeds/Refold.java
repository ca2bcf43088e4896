package org.relais.feeds;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.relais.care.Interpretation;
import org.relais.care.Interpreter;
import org.relais.journal.Journal;
import org.relais.journal.ReadModels;
import org.relais.kernel.Who;

/**
 * Reads the messages in quarantine again. A message leaves quarantine when a newer version of Relais understands it: at
 * its start everything is folded anew by itself. This says what came of it, checks each message that is left once more, and
 * writes both down.
 */
public final class Refold {
    /**
     * What came of it.
     *
     * @param interpreter version that reads now
     * @param before      messages in quarantine when it was last looked
     * @param left        of these, how many are understood now
     * @param remaining   messages in quarantine now
     * @param stale       of these, how many are understood when read alone: charts show them after a restart
     */
    public record Report(int interpreter, long before, long left, long remaining, long stale) {}

    private static final Duration FOLDED = Duration.ofSeconds(30);

    private final Journal journal;
    private final ReadModels models;
    private final Quarantine quarantine;
    private final Interpreter interpreter;

    public Refold(Journal journal, ReadModels models, Quarantine quarantine, Interpreter interpreter) {
        this.journal = journal;
        this.models = models;
        this.quarantine = quarantine;
        this.interpreter = interpreter;
    }

    /** Reads every message in quarantine again and writes down what is left there. */
    public Report run(Who who) {
        models.await(journal.head(), FOLDED);
        List<Long> held = models.query(quarantine::positions);
        List<Long> still = new ArrayList<>();
        for (long position : held) {
            boolean proposed = models.query(() -> quarantine.proposed(position));
            if (proposed
                    || interpreter
                            .interpret(journal.entry(position), Interpreter.Depth.IDENTITY)
                            .map(Interpretation::quarantined)
                            .orElse(false)) {
                still.add(position);
            }
        }
        Report report = report(held, held.size() - still.size());
        models.await(
                journal.write(QuarantineRead.TYPE.draft(who, QuarantineRead.of(interpreter.version(), held)))
                        .position(),
                FOLDED);
        return report;
    }

    /** What became of the messages that were in quarantine when it was last looked; reads none of them again. */
    public Report since() {
        return report(models.query(quarantine::positions), 0);
    }

    /** Writes down what is in quarantine, when that is not written down already: called when the program ends. */
    public void note() {
        if (!models.ready()) {
            return;
        }
        List<Long> held = models.query(quarantine::positions);
        QuarantineRead now = QuarantineRead.of(interpreter.version(), held);
        boolean news = models.query(quarantine::lastRead)
                .map(last -> !last.equals(now))
                .orElse(!held.isEmpty());
        if (news && journal.writing()) {
            journal.write(QuarantineRead.TYPE.draft(new Who.Machine(), now));
        }
    }

    private Report report(List<Long> held, long stale) {
        Set<Long> now = new HashSet<>(held);
        List<Long> before =
                models.query(quarantine::lastRead).map(QuarantineRead::list).orElse(held);
        long left = before.stream().filter(position -> !now.contains(position)).count();
        return new Report(interpreter.version(), before.size(), left, held.size(), stale);
    }
}
