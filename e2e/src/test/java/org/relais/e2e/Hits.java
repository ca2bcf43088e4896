package org.relais.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The files under a folder in which words stand, in every case and character set. */
final class Hits {
    private static final List<Charset> CHARSETS =
            List.of(UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE, StandardCharsets.ISO_8859_1);

    private Hits() {}

    /** Names of those files, relative to the folder. A file that goes meanwhile is none. */
    static List<String> in(Path folder, List<String> words) throws IOException {
        List<byte[]> forms = forms(words);
        try (Stream<Path> walk = Files.walk(folder)) {
            return walk.filter(Files::isRegularFile)
                    .filter(file -> found(file, forms))
                    .map(file -> folder.relativize(file).toString())
                    .toList();
        }
    }

    private static List<byte[]> forms(List<String> words) {
        List<byte[]> forms = new ArrayList<>();
        for (String word : words) {
            for (String cased :
                    new TreeSet<>(List.of(word, word.toLowerCase(Locale.ROOT), word.toUpperCase(Locale.ROOT)))) {
                CHARSETS.forEach(charset -> forms.add(cased.getBytes(charset)));
            }
        }
        return forms;
    }

    private static boolean found(Path file, List<byte[]> forms) {
        try {
            byte[] bytes = Files.readAllBytes(file);
            return forms.stream().anyMatch(form -> contains(bytes, form));
        } catch (IOException unreadable) {
            if (Files.notExists(file)) {
                return false;
            }
            throw new UncheckedIOException(unreadable);
        }
    }

    private static boolean contains(byte[] bytes, byte[] form) {
        for (int at = 0; at <= bytes.length - form.length; at++) {
            if (bytes[at] == form[0] && Arrays.equals(bytes, at, at + form.length, form, 0, form.length)) {
                return true;
            }
        }
        return false;
    }
}
