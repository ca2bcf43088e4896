package org.relais.web.shell;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.ZoneId;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.relais.access.Right;
import org.relais.access.spring.Paths;
import org.relais.access.spring.Requests;
import org.relais.kernel.Language;
import org.relais.kernel.Texts;
import org.springframework.security.web.csrf.CsrfToken;

/** Makes the {@link Frame} of a page from the request and the situation of the node. */
public final class Frames {
    private static final int NODE_DIGITS = 6;

    private final Words words;
    private final Assets assets;
    private final Supplier<Situation> situation;
    private final Site site;

    /** What pages need to know of where they are looked at. */
    public interface Site {
        /** The hospital's, by which every time is shown. */
        ZoneId zone();

        /** How the station's scanner types, or empty. */
        String scanner(HttpServletRequest request);

        /** What calls for whoever asks, in the banner. */
        default Calls calls(HttpServletRequest request) {
            return Calls.NONE;
        }
    }

    public Frames(Words words, Assets assets, Supplier<Situation> situation, Site site) {
        this.words = words;
        this.assets = assets;
        this.situation = situation;
        this.site = site;
    }

    /** The frame of a page under a line of the menu, whose label is its title. */
    public Frame of(HttpServletRequest request, Section section) {
        return of(request, section, section.key());
    }

    public Frame of(HttpServletRequest request, @Nullable Section section, String titleKey) {
        Language language = Preferences.language(request);
        Footing footing = Footing.of(request);
        Person person = Requests.account(request)
                .filter(_ -> footing.personal())
                .map(Person::of)
                .orElse(null);
        Situation now = situation.get();
        Texts texts = words.in(language);
        Show show = new Show(language, site.zone(), now.now(), now.crisis().t0());
        return new Frame(
                texts,
                show,
                language,
                texts.get(titleKey),
                section,
                person,
                banner(now, texts, show, person).calling(site.calls(request)),
                assets,
                csrf(request),
                new Frame.Desk(Preferences.keys(request), site.scanner(request), footing),
                here(request),
                Repeat.take(request).map(repeat -> repeat.said(texts, show)).orElseGet(() -> Told.take(request)));
    }

    /** The language of whoever asks. */
    public Language language(HttpServletRequest request) {
        return Preferences.language(request);
    }

    /** The banner alone, for tests and for the live region. */
    public static Banner banner(Situation now, Texts texts, Show show, @Nullable Person person) {
        Instant t0 = now.crisis().t0();
        String style = style(now);
        return new Banner(
                style,
                texts.get("banner.word." + style),
                t0 == null ? "" : show.sinceCut(t0),
                t0 == null ? null : show.moment(t0),
                data(now, texts, show),
                now.node().hex().substring(0, NODE_DIGITS),
                show.dateTime(now.now()),
                warning(now, texts, show, person),
                !now.writing(),
                person != null && person.may(Right.DECLARE_CRISIS),
                Calls.NONE);
    }

    private static String style(Situation now) {
        return switch (now.mode()) {
            case EXERCISE -> "exercise";
            case DEMO -> "demo";
            case REAL -> now.crisis().declared() ? "real" : "watch";
        };
    }

    private static String data(Situation now, Texts texts, Show show) {
        Instant heard = now.lastHeard();
        return heard == null ? texts.get("banner.data.none") : texts.get("banner.data", show.age(heard));
    }

    private static String warning(Situation now, Texts texts, Show show, @Nullable Person person) {
        if (!now.writing()) {
            return texts.get("banner.stopped");
        }
        if (!now.ready()) {
            return texts.get("banner.rebuilding");
        }
        return Stream.of(lost(now, texts, show), trouble(now, texts, person))
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(" "));
    }

    private static String lost(Situation now, Texts texts, Show show) {
        Instant left = now.lost();
        return left == null ? "" : texts.get("banner.lost", show.dateTime(left));
    }

    /** What is less than it should be. */
    private static String trouble(Situation now, Texts texts, @Nullable Person person) {
        boolean alarm = !now.silent().isEmpty() && !now.crisis().declared();
        if (alarm) {
            return texts.get("banner.silent", now.silent().size(), String.join(", ", now.silent()));
        }
        boolean keeper = person != null && person.may(Right.BACK_UP);
        return keeper && now.late() > 0 ? texts.get("banner.upkeep", now.late()) : "";
    }

    private static Frame.Csrf csrf(HttpServletRequest request) {
        return request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token
                ? new Frame.Csrf(token.getParameterName(), token.getToken())
                : new Frame.Csrf("_csrf", "");
    }

    /** Without its query, but where a part of a page is asked for: that page is as it was. */
    private static String here(HttpServletRequest request) {
        if (!request.getMethod().equals("GET")) {
            return "";
        }
        return "true".equals(request.getHeader("HX-Request"))
                ? Paths.local(Paths.here(request))
                : request.getRequestURI();
    }
}
