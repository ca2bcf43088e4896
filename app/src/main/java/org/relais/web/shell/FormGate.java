package org.relais.web.shell;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.relais.access.Account;
import org.relais.access.spring.Paths;
import org.relais.access.spring.Requests;
import org.relais.journal.Journal;
import org.relais.journal.Once;
import org.relais.journal.Receipt;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets each form act once. The random key that a form carries ({@code _once}) becomes, with the account and the address
 * it is sent to, the dedup key of the facts that are written; the same form sent again, after a restart even, writes
 * nothing and is answered with what was written the first time. What was taken in needs no draft any longer.
 */
public final class FormGate extends OncePerRequestFilter {
    /** The field that holds a form's key. */
    static final String KEY = "_once";

    /** The field that tells where a form that was taken in before leads. */
    static final String THEN = "_then";

    private final Journal journal;
    private final FormDrafts drafts;
    private final Map<String, ReentrantLock> underWay = new ConcurrentHashMap<>();

    public FormGate(Journal journal, FormDrafts drafts) {
        this.journal = journal;
        this.drafts = drafts;
    }

    /** What is remembered of one form in the journal. */
    static Once once(FormDrafts.Place place, String key) {
        return new Once(String.join("\0", place.account().hex(), place.form(), key));
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<Account> account = Requests.account(request);
        String key = request.getMethod().equals("POST") ? request.getParameter(KEY) : null;
        if (key == null || account.isEmpty()) {
            chain.doFilter(request, response);
        } else if (!FormKey.wellFormed(key)) {
            response.sendError(HttpServletResponse.SC_BAD_REQUEST);
        } else {
            alone(new Submission(account.get(), key, request, response), chain);
        }
    }

    /** The same form sent twice at once is taken in one after the other. */
    private void alone(Submission form, FilterChain chain) throws ServletException, IOException {
        String key = form.key();
        ReentrantLock mine = underWay.computeIfAbsent(key, _ -> new ReentrantLock());
        mine.lock();
        try {
            takeIn(form, chain);
        } finally {
            underWay.remove(key, mine);
            mine.unlock();
        }
    }

    private record Submission(Account account, String key, HttpServletRequest request, HttpServletResponse response) {
        FormDrafts.Place place() {
            return new FormDrafts.Place(account.id(), request.getRequestURI(), text(request.getParameter("patient")));
        }

        private static String text(@Nullable String text) {
            return text == null ? "" : text;
        }
    }

    private void takeIn(Submission form, FilterChain chain) throws ServletException, IOException {
        Once once = once(form.place(), form.key());
        Optional<Receipt> before = journal.contains(once.first());
        if (before.isPresent()) {
            Repeat.tellNext(form.request(), journal.entry(before.get().position()));
            drafts.discard(form.place());
            form.response().setStatus(HttpServletResponse.SC_SEE_OTHER);
            form.response().setHeader("Location", Paths.local(form.request().getParameter(THEN)));
            return;
        }
        within(once, form, chain);
        if (journal.contains(once.first()).isPresent()) {
            drafts.discard(form.place());
        }
    }

    private static void within(Once once, Submission form, FilterChain chain) throws ServletException, IOException {
        try {
            once.within(() -> {
                chain.doFilter(form.request(), form.response());
                return once;
            });
        } catch (IOException | ServletException | RuntimeException failed) {
            throw failed;
        } catch (Exception impossible) {
            throw new ServletException(impossible);
        }
    }
}
