package org.relais.web.shell;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Tells a script that sends a form where the answer leads, instead of leading it there: 303 becomes 204, its
 * {@code Location} the header {@code Relais-Go}. So the page stays, with all that was typed, until the next one is sure.
 */
public final class FetchedForms extends OncePerRequestFilter {
    /** What a script says of a form that it sends. */
    static final String FETCHED = "Relais-Form";

    static final String GO = "Relais-Go";

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(request, request.getHeader(FETCHED) == null ? response : new Told(response));
    }

    private static final class Told extends HttpServletResponseWrapper {
        Told(HttpServletResponse response) {
            super(response);
        }

        @Override
        public void setStatus(int status) {
            super.setStatus(status == SC_SEE_OTHER || status == SC_FOUND ? SC_NO_CONTENT : status);
        }

        @Override
        public void setHeader(String name, String value) {
            super.setHeader(known(name), value);
        }

        @Override
        public void addHeader(String name, String value) {
            super.addHeader(known(name), value);
        }

        @Override
        public void sendRedirect(String location) {
            setStatus(SC_SEE_OTHER);
            setHeader("Location", location);
        }

        private static String known(String name) {
            return name.equalsIgnoreCase("Location") ? GO : name;
        }
    }
}
