package org.relais.web.care.births.watch;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.relais.access.Account;
import org.relais.access.Right;
import org.relais.access.spring.Requests;
import org.relais.care.births.watch.Escalation;
import org.relais.care.births.watch.Watches;
import org.relais.care.births.watch.Watches.Watched;
import org.relais.kernel.WardCode;
import org.relais.web.care.Marks;
import org.relais.web.shell.Calls;
import org.relais.web.shell.Frame;

/** Says in banners and on ward lists whose trace is to be reviewed: to the people and screens of her ward, and to the DMC. */
public final class CtgCalls implements Marks {
    private final Watches watches;
    private final InstantSource clock;

    public CtgCalls(Watches watches, InstantSource clock) {
        this.watches = watches;
        this.clock = clock;
    }

    /** What calls for whoever asks for a page. */
    public Calls calls(HttpServletRequest request) {
        Account account = Requests.account(request).orElse(null);
        if (account != null) {
            boolean every = account.may(Right.OPEN_EVERY_CHART);
            Set<WardCode> own = Set.copyOf(account.wards());
            return account.may(Right.OPEN_CHARTS)
                    ? of(ward -> every || (ward != null && own.contains(ward)))
                    : Calls.NONE;
        }
        return Requests.screen(request).map(screen -> of(screen.ward()::equals)).orElse(Calls.NONE);
    }

    private Calls of(Predicate<@Nullable WardCode> there) {
        List<Watched> open =
                watches.open().stream().filter(one -> there.test(one.ward())).toList();
        long bleeding = watches.bleeding().stream()
                .filter(one -> there.test(one.ward()))
                .count();
        Instant now = clock.instant();
        long loaded = Watches.tooMuch(open).stream()
                .filter(load -> watches.taken(load, now).isEmpty())
                .count();
        return new Calls(
                Watches.overdue(open, now),
                Watches.calling(open, Escalation.OBSTETRICIAN, now),
                Watches.calling(open, Escalation.DMC, now),
                (int) loaded,
                (int) bleeding);
    }

    @Override
    public Map<String, Mark> of(Frame f) {
        Map<String, Mark> marks = new HashMap<>();
        for (Watched one : watches.open()) {
            CtgLine line = CtgLine.of(f, one);
            marks.put(one.patient().id().hex(), new Mark(line.state(), f.t("watch.mark", line.due() + line.more())));
        }
        return marks;
    }
}
