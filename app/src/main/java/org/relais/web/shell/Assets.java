package org.relais.web.shell;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The style, script, font and icon files of every page, held in memory and served under a path that holds the hash of
 * them all: a browser may keep them for ever, and a new release is another path.
 */
public final class Assets {
    /** Where assets are served. */
    public static final String ROOT = "/assets/";

    private static final Map<String, String> TYPES = Map.of(
            "css", "text/css;charset=utf-8",
            "js", "text/javascript;charset=utf-8",
            "svg", "image/svg+xml",
            "woff2", "font/woff2");
    private static final List<String> NAMES = List.of(
            "relais.css",
            "relais.js",
            "live.js",
            "forms.js",
            "scan.js",
            "htmx.min.js",
            "idiomorph-ext.min.js",
            "icons.svg",
            "hatch.svg",
            "favicon-watch.svg",
            "favicon-real.svg",
            "favicon-exercise.svg",
            "favicon-demo.svg",
            "plex-latin-400.woff2",
            "plex-latin-600.woff2",
            "plex-latin-ext-400.woff2",
            "plex-latin-ext-600.woff2");

    private final Map<String, byte[]> files = new LinkedHashMap<>();
    private final String hash;

    public Assets() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (String name : NAMES) {
                byte[] bytes = read(name);
                files.put(name, bytes);
                digest.update(bytes);
            }
            this.hash = HexFormat.of().formatHex(digest.digest(), 0, 8);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The address of an asset. */
    public String path(String name) {
        if (!files.containsKey(name)) {
            throw new IllegalArgumentException("no asset is named " + name);
        }
        return ROOT + hash + "/" + name;
    }

    public List<String> names() {
        return List.copyOf(files.keySet());
    }

    /** The bytes of an asset of this release. */
    public Optional<byte[]> bytes(String name) {
        return Optional.ofNullable(files.get(name));
    }

    /** The media type of an asset, by its ending. */
    public static String type(String name) {
        return TYPES.getOrDefault(name.substring(name.lastIndexOf('.') + 1), "application/octet-stream");
    }

    private static byte[] read(String name) throws IOException {
        try (InputStream in = Assets.class.getResourceAsStream("/static/" + name)) {
            if (in == null) {
                throw new IOException("missing asset " + name);
            }
            return in.readAllBytes();
        }
    }
}
