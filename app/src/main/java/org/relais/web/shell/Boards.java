package org.relais.web.shell;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The boards that a session has open: lists of people that follow what comes in. Opening one is traced; being brought up
 * to date, by its address under {@code /live}, is not, as long as this session opened it before.
 */
public final class Boards {
    private static final String LIVE = "/live";

    private final Set<String> open = ConcurrentHashMap.newKeySet();

    /** Whether this request opens a board, which is to be traced, rather than brings one up to date. */
    public static boolean opened(HttpServletRequest request) {
        String path = request.getRequestURI();
        Boards mine = of(request.getSession());
        if (path.startsWith(LIVE + "/")) {
            return mine.open.add(path.substring(LIVE.length()));
        }
        mine.open.add(path);
        return true;
    }

    private static Boards of(HttpSession session) {
        synchronized (session) {
            if (session.getAttribute(Boards.class.getName()) instanceof Boards mine) {
                return mine;
            }
            Boards fresh = new Boards();
            session.setAttribute(Boards.class.getName(), fresh);
            return fresh;
        }
    }
}
