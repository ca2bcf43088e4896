package org.relais.care.chart;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.relais.care.ClinicalFact;
import org.relais.care.ClinicalFact.Moved;
import org.relais.care.ClinicalFact.Trigger;
import org.relais.care.identity.Move;
import org.relais.kernel.PartialTime;
import org.relais.kernel.WardCode;

/**
 * The movements of a stay as lines, from when to when. An update that moves nobody is left out; what was told as historic
 * is marked, and does not end what was under way.
 */
final class MovementLines {
    private MovementLines() {}

    /**
     * The newest first.
     *
     * @param sources where each entry comes from, by position
     */
    static List<Chart.Movement> of(List<Move> moves, Map<Long, Source> sources) {
        List<Chart.Movement> shown = new ArrayList<>();
        PartialTime next = null;
        for (Move move : moving(moves).reversed()) {
            Moved said = move.said();
            boolean ends = said.end() != null || said.trigger() == Trigger.DISCHARGE;
            shown.add(line(said, ends ? said.end() : said.historic() ? null : next, sources.get(move.position())));
            next = said.historic() ? next : said.start();
        }
        return List.copyOf(shown);
    }

    private static List<Move> moving(List<Move> moves) {
        List<Move> kept = new ArrayList<>();
        String before = "";
        for (Move move : moves) {
            Moved said = move.said();
            WardCode ward = said.ward();
            String where = (ward == null ? "" : ward.value()) + "\u0000" + said.room() + "\u0000" + said.bed();
            boolean remark = said.trigger() == Trigger.UPDATE || said.trigger() == Trigger.DOCTOR_CHANGE;
            if (!remark || (ward != null && !where.equals(before))) {
                kept.add(move);
            }
            before = ward == null || said.historic() ? before : where;
        }
        return kept;
    }

    private static Chart.Movement line(Moved said, @Nullable PartialTime end, @Nullable Source source) {
        WardCode ward = said.ward();
        return new Chart.Movement(
                said.trigger().name(),
                plain(ward == null ? "" : ward.value()),
                plain(said.room()),
                plain(said.bed()),
                said.start(),
                end,
                said.historic(),
                Objects.requireNonNullElseGet(source, () -> new Source("", 0, "", Instant.EPOCH)));
    }

    private static String plain(String text) {
        return text.equals(ClinicalFact.DELETED) ? "" : text;
    }
}
