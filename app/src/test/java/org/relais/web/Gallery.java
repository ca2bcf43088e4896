package org.relais.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.relais.kernel.Language;
import org.relais.kernel.Mode;
import org.relais.web.access.AccessScenes;
import org.relais.web.care.CareScenes;
import org.relais.web.care.births.BirthScenes;
import org.relais.web.care.identity.IdentityScenes;
import org.relais.web.node.NodeScenes;
import org.relais.web.shell.Pages;
import org.relais.web.shell.ShellScenes;

/** Writes every page, rendered from invented data, as files that a browser opens: to look at them. */
public final class Gallery {
    private Gallery() {}

    public static void main(String[] args) throws IOException {
        Path out = Path.of(args[0]);
        Files.createDirectories(out);
        for (Language language : Language.values()) {
            for (Scene scene : all()) {
                String html = new String(scene.render(language), StandardCharsets.UTF_8)
                        .replaceAll("/assets/[0-9a-f]+/", "static/")
                        .replaceAll(" data-live=\"/live\"", "");
                Files.writeString(out.resolve(scene.name() + "_" + language.code() + ".html"), html);
            }
        }
        Files.createDirectories(out.resolve("static"));
        Scenes.ASSETS.names().forEach(name -> copy(out.resolve("static").resolve(name), name));
    }

    /** One page in one situation. */
    public record Scene(String name, String template, Mode mode, boolean declared, Map<Language, ModelOf> model) {
        /** The page's model and frame in one language. */
        public record ModelOf(org.relais.web.shell.Frame frame, Object page) {}

        private static final Pages PAGES = new Pages();

        public byte[] render(Language language) {
            ModelOf one = java.util.Objects.requireNonNull(model.get(language));
            return PAGES.render(template, one.frame(), one.page());
        }
    }

    public static java.util.List<Scene> all() {
        return java.util.stream.Stream.of(
                        CareScenes.all(),
                        IdentityScenes.all(),
                        BirthScenes.all(),
                        ShellScenes.all(),
                        NodeScenes.all(),
                        AccessScenes.all())
                .flatMap(java.util.List::stream)
                .toList();
    }

    private static void copy(Path to, String name) {
        try {
            Files.write(to, Scenes.ASSETS.bytes(name).orElseThrow());
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }
}
