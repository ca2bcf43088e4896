package org.relais.web.node;

import java.util.List;
import java.util.Locale;
import org.relais.feeds.FeedSettings;
import org.relais.web.shell.Frame;

/**
 * One feed to set up.
 *
 * @param added     it is there already; else a new one
 * @param removable it was set up by somebody, and may be taken away
 * @param port      0 shows as empty: as the program was started with
 */
public record FeedPage(
        String name,
        boolean added,
        boolean removable,
        boolean files,
        String bind,
        String port,
        String folder,
        String peers,
        String silence,
        List<Choice> tls,
        List<Choice> charsets,
        List<FormError> errors) {

    static FeedPage of(Frame f, FeedForm form, boolean added, boolean removable) {
        String tls = FeedForm.text(form.tls());
        return new FeedPage(
                FeedForm.text(form.name()),
                added,
                removable,
                form.files(),
                FeedForm.text(form.bind()),
                FeedForm.text(form.port()).equals("0") ? "" : FeedForm.text(form.port()),
                FeedForm.text(form.folder()),
                FeedForm.text(form.peers()),
                FeedForm.text(form.silence()),
                List.of(FeedSettings.Tls.values()).stream()
                        .map(one -> new Choice(
                                one.name(),
                                f.t("node.feed.tls." + one.name().toLowerCase(Locale.ROOT)),
                                one.name().equals(tls)))
                        .toList(),
                form.charsets().stream()
                        .map(one -> new Choice(one, one, one.equals(FeedForm.text(form.charset()))))
                        .toList(),
                List.of());
    }

    FeedPage wrong(FormError error) {
        return new FeedPage(
                name, added, removable, files, bind, port, folder, peers, silence, tls, charsets, List.of(error));
    }
}
