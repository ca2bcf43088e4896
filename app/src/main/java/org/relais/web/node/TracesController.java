package org.relais.web.node;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.relais.access.Right;
import org.relais.access.Trace;
import org.relais.access.TraceLog;
import org.relais.access.spring.Needs;
import org.relais.kernel.Who;
import org.relais.web.shell.Frame;
import org.relais.web.shell.Frames;
import org.relais.web.shell.Pages;
import org.relais.web.shell.Section;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The traces of access, for the auditor. */
@RestController
@Needs(Right.SEE_TRACES)
public final class TracesController {
    private static final int SHOWN = 50;
    private static final int ID_DIGITS = 8;

    private final Pages pages;
    private final Frames frames;
    private final TraceLog log;
    private final Function<Who, String> names;

    public TracesController(Pages pages, Frames frames, TraceLog log, Function<Who, String> names) {
        this.pages = pages;
        this.frames = frames;
        this.log = log;
        this.names = names;
    }

    @GetMapping("/traces")
    ResponseEntity<byte[]> traces(
            @RequestParam(defaultValue = "" + Long.MAX_VALUE) long before, HttpServletRequest request) {
        Frame frame = frames.of(request, Section.TRACES);
        TraceLog.Filter all = new TraceLog.Filter.All();
        List<TraceLog.Line> lines = log.latest(all, before, SHOWN);
        long older = lines.size() < SHOWN ? 0 : lines.getLast().position();
        List<TracesPage.Row> rows = lines.stream().map(line -> row(frame, line)).toList();
        return pages.show("node/traces", frame, new TracesPage(rows, log.count(all), older));
    }

    private TracesPage.Row row(Frame frame, TraceLog.Line line) {
        Trace.Access access = line.access();
        String key = "trace.what." + access.what();
        return new TracesPage.Row(
                frame.show().moment(line.at()),
                names.apply(line.who()),
                frame.t("access.act." + access.act().name()),
                frame.texts().has(key) ? frame.t(key) : access.what(),
                access.about(),
                access.patients().stream()
                        .map(id -> id.substring(0, Math.min(ID_DIGITS, id.length())))
                        .limit(3)
                        .collect(Collectors.joining(", ")),
                access.count());
    }
}
