package org.relais.web.shell;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;

/** What the next page of a session is to say once, on top. */
public final class Told {
    private static final String ATTRIBUTE = Told.class.getName();

    private Told() {}

    /** Keeps it for the next page of this session. */
    public static void next(HttpServletRequest request, String text) {
        request.getSession().setAttribute(ATTRIBUTE, text);
    }

    /** Hands it to the page that is asked for, once; empty when there is nothing. */
    static String take(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        boolean page =
                request.getMethod().equals("GET") && !request.getRequestURI().startsWith("/live");
        if (!page || session == null || !(session.getAttribute(ATTRIBUTE) instanceof String text)) {
            return "";
        }
        session.removeAttribute(ATTRIBUTE);
        return text;
    }
}
