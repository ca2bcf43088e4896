package org.relais.access.spring;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** How one is turned away: pages are sent elsewhere, parts of pages take the whole page along, live calls just end. */
final class Turned {
    private Turned() {}

    /** To a page of the door that leads back here. */
    static void away(HttpServletRequest request, HttpServletResponse response, String door) {
        to(request, response, Paths.back(door, request));
    }

    static void to(HttpServletRequest request, HttpServletResponse response, String path) {
        if (Paths.live(request)) {
            response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
        } else if (Paths.partial(request)) {
            response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
            response.setHeader("HX-Redirect", path);
        } else {
            response.setStatus(HttpServletResponse.SC_SEE_OTHER);
            response.setHeader("Location", path);
        }
    }
}
