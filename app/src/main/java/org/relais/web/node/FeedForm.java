package org.relais.web.node;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.relais.feeds.FeedSettings;

/** What was filled in about a feed, as the browser sent it. */
public record FeedForm(
        @Nullable String name,
        @Nullable String kind,
        @Nullable String bind,
        @Nullable String port,
        @Nullable String folder,
        @Nullable String peers,
        @Nullable String tls,
        @Nullable String charset,
        @Nullable String silence) {

    static FeedForm of(FeedSettings settings) {
        return new FeedForm(
                settings.name(),
                settings.kind().name(),
                settings.bind(),
                Integer.toString(settings.port()),
                settings.folder(),
                String.join("\n", settings.peers()),
                settings.tls().name(),
                settings.charset(),
                Integer.toString(settings.silenceMinutes()));
    }

    /** The settings that these fields say; a number that is none becomes one that is refused. */
    FeedSettings settings(String feed) {
        boolean files = "FOLDER".equals(kind);
        return new FeedSettings(
                feed,
                files ? FeedSettings.Kind.FOLDER : FeedSettings.Kind.MLLP,
                text(bind).isEmpty() ? "127.0.0.1" : text(bind),
                files ? 0 : number(port),
                files ? text(folder) : "",
                Arrays.stream(text(peers).split("[\\s,;]+"))
                        .filter(one -> !one.isEmpty())
                        .toList(),
                Arrays.stream(FeedSettings.Tls.values())
                        .filter(one -> one.name().equals(tls))
                        .findFirst()
                        .orElse(FeedSettings.Tls.OFF),
                text(charset),
                text(silence).isEmpty() ? 0 : number(silence));
    }

    /** The same, of a feed whose name is known. */
    FeedForm named(String feed) {
        return new FeedForm(feed, kind, bind, port, folder, peers, tls, charset, silence);
    }

    public boolean files() {
        return "FOLDER".equals(kind);
    }

    private static int number(@Nullable String text) {
        return text(text).matches("[0-9]{1,9}") ? Integer.parseInt(text(text)) : -1;
    }

    /** What was typed, never null. */
    public static String text(@Nullable String typed) {
        return typed == null ? "" : typed.strip();
    }

    List<String> charsets() {
        List<String> usual = List.of("windows-1252", "ISO-8859-1", "ISO-8859-15", "UTF-8", "IBM850");
        String now = text(charset);
        return now.isEmpty() || usual.contains(now)
                ? usual
                : java.util.stream.Stream.concat(usual.stream(), java.util.stream.Stream.of(now))
                        .toList();
    }
}
