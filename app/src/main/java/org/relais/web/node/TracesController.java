package org.relais.web.node;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.relais.access.Accounts;
import org.relais.access.Right;
import org.relais.access.TraceLog;
import org.relais.access.TraceLog.Filter;
import org.relais.access.TraceLog.Line;
import org.relais.access.spring.Needs;
import org.relais.kernel.StaffId;
import org.relais.web.shell.Frame;
import org.relais.web.shell.Frames;
import org.relais.web.shell.Pages;
import org.relais.web.shell.Section;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The trace of accesses, for auditors. */
@RestController
@Needs(Right.SEE_TRACES)
public final class TracesController {
    private static final int SHOWN = 200;
    private static final int BATCH = 500;
    /** How many accesses one page looks through for an act, at most. */
    private static final int LOOKED_AT = 10_000;

    private final Pages pages;
    private final Frames frames;
    private final TraceLog log;
    private final Accounts accounts;

    public TracesController(Pages pages, Frames frames, TraceLog log, Accounts accounts) {
        this.pages = pages;
        this.frames = frames;
        this.log = log;
        this.accounts = accounts;
    }

    @GetMapping("/traces")
    ResponseEntity<byte[]> traces(
            @RequestParam(defaultValue = "") String act,
            @RequestParam(defaultValue = "") String staff,
            @RequestParam(defaultValue = "0") long before,
            HttpServletRequest request) {
        Frame f = frames.of(request, Section.TRACES);
        Optional<StaffId> person = staff.matches("[0-9a-f]{32}") ? Optional.of(new StaffId(staff)) : Optional.empty();
        Filter filter = person.<Filter>map(Filter.Of::new).orElseGet(Filter.All::new);
        Found found = find(filter, act, before > 0 ? before : Long.MAX_VALUE);
        List<TracesPage.Row> rows = found.lines().stream()
                .map(line -> TracesPage.row(f, line, accounts))
                .toList();
        String known = TracesPage.acts(f, act).stream().anyMatch(Choice::chosen) ? act : "";
        String older = found.next() == 0
                ? ""
                : "/traces?act=" + known + "&staff=" + person.map(StaffId::hex).orElse("") + "&before=" + found.next();
        return pages.show(
                "node/traces",
                f,
                new TracesPage(
                        rows,
                        log.count(filter),
                        TracesPage.acts(f, act),
                        TracesPage.staff(accounts.list(), person),
                        older));
    }

    /** @param next look on before this position; 0 when there is nothing more */
    private record Found(List<Line> lines, long next) {}

    private Found find(Filter filter, String act, long before) {
        List<Line> lines = new ArrayList<>();
        long next = before;
        for (int looked = 0; looked < LOOKED_AT; looked += BATCH) {
            List<Line> batch = log.latest(filter, next, act.isEmpty() ? SHOWN + 1 : BATCH);
            for (Line line : batch) {
                if (lines.size() == SHOWN) {
                    return new Found(lines, lines.getLast().position());
                }
                if (act.isEmpty() || line.access().act().name().equals(act)) {
                    lines.add(line);
                }
            }
            if (batch.size() < (act.isEmpty() ? SHOWN + 1 : BATCH)) {
                return new Found(lines, 0);
            }
            next = batch.getLast().position();
        }
        return new Found(lines, next);
    }
}
