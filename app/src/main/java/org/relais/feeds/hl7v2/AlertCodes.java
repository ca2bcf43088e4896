package org.relais.feeds.hl7v2;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.relais.care.ClinicalFact.AlertKind;
import org.relais.care.ClinicalFact.Coded;

/**
 * Which observations are alerts: the lines of {@code alert-codes.csv}, by code (LOINC, SNOMED CT, the site's), else by their
 * label or its first words, accents and case aside.
 */
final class AlertCodes {
    private final Map<String, AlertKind> codes = new HashMap<>();
    private final Map<String, AlertKind> labels = new HashMap<>();
    private final Map<String, AlertKind> beginnings = new LinkedHashMap<>();

    private AlertCodes() {}

    static AlertCodes defaults() {
        try (InputStream in = AlertCodes.class.getResourceAsStream("alert-codes.csv")) {
            if (in == null) {
                throw new IllegalStateException("alert-codes.csv is missing from the program");
            }
            return read(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    static AlertCodes read(String text) {
        AlertCodes table = new AlertCodes();
        text.lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#") && !line.startsWith("kind;"))
                .map(line -> line.split(";", -1))
                .forEach(table::add);
        return table;
    }

    private void add(String[] cells) {
        AlertKind kind = AlertKind.valueOf(cells[0]);
        switch (cells[1]) {
            case "LABEL" -> labels.put(plain(cells[2]), kind);
            case "BEGINS" -> beginnings.put(plain(cells[2]), kind);
            case "LN", "SCT" -> codes.put(cells[2], kind);
            default -> throw new IllegalArgumentException("an unknown system in an alert line: " + cells[1]);
        }
    }

    Optional<AlertKind> kind(Coded what) {
        AlertKind coded = codes.get(what.code().strip());
        if (coded != null) {
            return Optional.of(coded);
        }
        String label = plain(what.text());
        AlertKind named = labels.get(label);
        return named != null
                ? Optional.of(named)
                : beginnings.entrySet().stream()
                        .filter(known -> (label + " ").startsWith(known.getKey() + " "))
                        .map(Map.Entry::getValue)
                        .findFirst();
    }

    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toUpperCase(Locale.ROOT)
                .replaceAll("[^A-Z0-9]+", " ")
                .strip();
    }
}
