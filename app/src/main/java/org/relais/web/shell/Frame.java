package org.relais.web.shell;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.relais.access.Right;
import org.relais.kernel.Language;
import org.relais.kernel.Texts;

/**
 * What every page is rendered with besides its own content: words, dates, banner, menu and addresses.
 *
 * @param title   of the page: its heading, never a patient's name
 * @param section the current line of the menu, or null
 * @param person  who looks, or null before login
 * @param csrf    token that every writing form carries
 * @param keys    whether single keys act
 * @param here    path of this page, for coming back after unlock or a change of language
 */
public record Frame(
        Texts texts,
        Show show,
        Language language,
        String title,
        @Nullable Section section,
        @Nullable Person person,
        Banner banner,
        Assets assets,
        Csrf csrf,
        boolean keys,
        String here) {

    /** The token against forged requests: parameter and value. */
    public record Csrf(String parameter, String token) {}

    /** A text of the shell or of a page. */
    public String t(String key, Object... args) {
        return texts.get(key, args);
    }

    public String asset(String name) {
        return assets.path(name);
    }

    /** A text as one segment of a path, or a value of a query. */
    public String path(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** A whole number as shown. */
    public String n(long number) {
        return show.count(number);
    }

    public List<Section> menu(Section.Group group) {
        Person reader = person;
        return reader == null ? List.of() : Section.of(group, reader);
    }

    public boolean at(Section other) {
        return section == other;
    }

    /** The other language, to switch to. */
    public Language other() {
        return language == Language.FR ? Language.EN : Language.FR;
    }

    /** The same frame under another title, outside the menu. */
    Frame titled(String key) {
        return new Frame(texts, show, language, texts.get(key), null, person, banner, assets, csrf, keys, here);
    }

    /** The same frame without menu or live link, for the pages of the door. */
    public Frame outside() {
        return new Frame(texts, show, language, title, null, null, banner.quiet(), assets, csrf, keys, here);
    }

    public boolean may(Right right) {
        Person reader = person;
        return reader != null && reader.may(right);
    }
}
