package org.relais.web.shell;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.time.Instant;
import java.util.Optional;
import org.relais.journal.Entry;

/** What a form that was sent twice is answered with: when its fact was written, and where it lies. */
record Repeat(Instant at, long position) {
    private static final String ATTRIBUTE = Repeat.class.getName();

    static Repeat of(Entry entry) {
        return new Repeat(entry.recordedAt(), entry.position());
    }

    /** Keeps it for the next page of this session. */
    static void tellNext(HttpServletRequest request, Entry entry) {
        request.getSession().setAttribute(ATTRIBUTE, of(entry));
    }

    /** Hands it to the page that is asked for, once. */
    static Optional<Repeat> take(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        boolean page =
                request.getMethod().equals("GET") && !request.getRequestURI().startsWith("/live");
        if (!page || session == null || !(session.getAttribute(ATTRIBUTE) instanceof Repeat repeat)) {
            return Optional.empty();
        }
        session.removeAttribute(ATTRIBUTE);
        return Optional.of(repeat);
    }

    String said(org.relais.kernel.Texts texts, Show show) {
        return texts.get("form.repeat", show.timeToTheSecond(at), show.count(position));
    }
}
