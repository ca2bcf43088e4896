package org.relais.web.node;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.relais.access.TraceLog;
import org.relais.access.TraceLog.Filter;
import org.relais.access.TraceLog.Line;
import org.relais.kernel.PatientId;
import org.relais.kernel.StaffId;
import org.relais.kernel.Who;

/** Looks accesses up, newest first: by the index of a patient or of a person, then one by one. */
final class TraceSearch {
    private static final int BATCH = 500;

    private final TraceLog log;
    private final Function<PatientId, Set<PatientId>> ids;

    /** @param ids every id that a patient was known by */
    TraceSearch(TraceLog log, Function<PatientId, Set<PatientId>> ids) {
        this.log = log;
        this.ids = ids;
    }

    /**
     * What was found.
     *
     * @param next look on before this position; 0 when there is nothing more
     */
    record Found(List<Line> lines, long next) {}

    /**
     * @param most   lines that are given
     * @param looked accesses that are looked at, at most
     */
    Found find(TraceQuestion question, int most, int looked) {
        if (question.wrong()) {
            return new Found(List.of(), 0);
        }
        Filter filter = filter(question);
        long before = question.to().equals(Instant.MAX)
                ? question.before()
                : Math.min(question.before(), log.since(filter, question.to()));
        long first = question.from().equals(Instant.MIN) ? 0 : log.since(filter, question.from());
        List<Line> lines = new ArrayList<>();
        for (int seen = 0; seen < looked; seen += BATCH) {
            List<Line> batch = log.latest(filter, before, BATCH);
            for (Line line : batch) {
                if (line.position() < first) {
                    return new Found(lines, 0);
                }
                if (lines.size() == most) {
                    return new Found(lines, lines.getLast().position());
                }
                if (matches(question, line)) {
                    lines.add(line);
                }
            }
            if (batch.size() < BATCH) {
                return new Found(lines, 0);
            }
            before = batch.getLast().position();
        }
        return new Found(lines, before);
    }

    /** How many accesses there are of this patient, or this person, or in all. */
    int total(TraceQuestion question) {
        return log.count(filter(question));
    }

    private Filter filter(TraceQuestion question) {
        return question.patient()
                .<Filter>map(patient -> new Filter.To(ids.apply(patient)))
                .or(() -> question.staff().map(Filter.Of::new))
                .orElseGet(Filter.All::new);
    }

    private static boolean matches(TraceQuestion question, Line line) {
        return question.acts().contains(line.access().act())
                && question.staff().stream().allMatch(id -> by(line, id));
    }

    private static boolean by(Line line, StaffId id) {
        return line.who().equals(new Who.Staff(id)) || id.equals(line.account());
    }
}
