package org.relais.web.shell;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.relais.access.Right;
import org.relais.kernel.Language;
import org.relais.kernel.StaffId;
import org.relais.kernel.Texts;
import org.relais.kernel.Who;

/**
 * What every page is rendered with besides its own content: words, dates, banner, menu and addresses.
 *
 * @param title   of the page: its heading, never a patient's name
 * @param section the current line of the menu, or null
 * @param person  who looks, or null before login
 * @param csrf    token that every writing form carries
 * @param desk    the habits of the station
 * @param here    path of this page, for coming back after unlock or a change of language
 * @param told    what this page says of the one before it, or empty
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
        Desk desk,
        String here,
        String told) {

    /** The token against forged requests: parameter and value. */
    public record Csrf(String parameter, String token) {}

    /**
     * What a station remembers.
     *
     * @param keys    whether single keys act
     * @param scanner how its scanner types; empty when it was not calibrated
     * @param footing how one stands before the page
     */
    public record Desk(boolean keys, String scanner, Footing footing) {
        /** The same before the doors, where nothing lives but a locked board. */
        Desk outside() {
            return footing == Footing.LOCKED ? this : new Desk(keys, scanner, Footing.DOOR);
        }
    }

    /** Whether one chart was opened at a shared ward screen. */
    public boolean visiting() {
        return desk.footing() == Footing.VISIT;
    }

    /** Whether the page is one narrow form before the door, rather than a board or a chart. */
    public boolean narrow() {
        return person == null && desk.footing() != Footing.SHARED && !lockedBoard();
    }

    /** Whether a locked screen shows a board, beside its lock. */
    public boolean lockedBoard() {
        return desk.footing() == Footing.LOCKED && !here.equals("/lock");
    }

    public boolean keys() {
        return desk.keys();
    }

    /** Tells apart who looks, for scripts; empty before login. */
    public String personId() {
        Person reader = person;
        return reader != null && reader.who() instanceof Who.Staff(StaffId id) ? id.hex() : "";
    }

    /** The key of one more form on this page. */
    public String once() {
        return FormKey.fresh();
    }

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

    /** The lines of a group for this reader; reading in an emergency only while nothing can be written. */
    public List<Section> menu(Section.Group group) {
        Person reader = person;
        return reader == null
                ? List.of()
                : Section.of(group, reader).stream()
                        .filter(line -> line != Section.EMERGENCY || banner.stopped())
                        .toList();
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
        return new Frame(texts, show, language, texts.get(key), null, person, banner, assets, csrf, desk, here, told);
    }

    /** The same frame without menu or live link, for the pages of the door. */
    public Frame outside() {
        return new Frame(
                texts, show, language, title, null, null, banner.quiet(), assets, csrf, desk.outside(), here, told);
    }

    public boolean may(Right right) {
        Person reader = person;
        return reader != null && reader.may(right);
    }
}
