package org.relais.care.identity.match;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.commons.text.similarity.LevenshteinDistance;
import org.relais.care.identity.NameText;

/**
 * Addresses, folded, the usual words shortened. {@code CLOSE}: at most one letter in seven differs and the number in the
 * street is the same; {@code NEAR}: one in three; {@code PART}: half of their words are common, or the street is the same
 * and the number is not (a neighbour).
 */
public final class AddressComparison {
    private static final int LONGEST = 120;
    private static final Map<String, String> SHORT = Map.ofEntries(
            Map.entry("RUE", "R"),
            Map.entry("AVENUE", "AV"),
            Map.entry("AVE", "AV"),
            Map.entry("BOULEVARD", "BD"),
            Map.entry("BLVD", "BD"),
            Map.entry("ROUTE", "RTE"),
            Map.entry("CHEMIN", "CHE"),
            Map.entry("IMPASSE", "IMP"),
            Map.entry("ALLEE", "ALL"),
            Map.entry("PLACE", "PL"),
            Map.entry("RESIDENCE", "RES"),
            Map.entry("LOTISSEMENT", "LOT"),
            Map.entry("QUARTIER", "QUA"),
            Map.entry("BATIMENT", "BAT"),
            Map.entry("APPARTEMENT", "APT"),
            Map.entry("APPT", "APT"),
            Map.entry("SAINT", "ST"),
            Map.entry("SAINTE", "STE"),
            Map.entry("STREET", "STR"),
            Map.entry("ROAD", "RD"));

    private AddressComparison() {}

    /** An address or a place as it is compared. */
    public static String fold(String raw) {
        String text = Traits.text(raw);
        if (text.isEmpty()) {
            return text;
        }
        return NameText.words(text).stream()
                .map(word -> SHORT.getOrDefault(word, word))
                .collect(Collectors.joining(" "));
    }

    public static Level level(String one, String two) {
        if (one.isEmpty() || two.isEmpty()) {
            return Level.MISSING;
        }
        if (one.equals(two)) {
            return Level.SAME;
        }
        String left = cut(one);
        String right = cut(two);
        int longer = Math.max(left.length(), right.length());
        int bound = longer / 3;
        int apart = lettersApart(left, right) > bound ? -1 : new LevenshteinDistance(bound).apply(left, right);
        if (apart >= 0 && !numbersDiffer(left, right)) {
            return apart * 7 <= longer || apart == 1 ? Level.CLOSE : Level.NEAR;
        }
        return apart >= 0 || shareHalf(left, right) ? Level.PART : Level.DIFFERENT;
    }

    /** How many letters one has more than the other: no fewer slips lie between them. */
    private static int lettersApart(String one, String two) {
        int[] counts = new int[128];
        one.chars().forEach(letter -> counts[letter & 127]++);
        two.chars().forEach(letter -> counts[letter & 127]--);
        int more = 0;
        int fewer = 0;
        for (int count : counts) {
            more += Math.max(0, count);
            fewer += Math.max(0, -count);
        }
        return Math.max(more, fewer);
    }

    private static String cut(String text) {
        return text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    }

    private static boolean numbersDiffer(String one, String two) {
        String left = leadingNumber(one);
        String right = leadingNumber(two);
        return !left.isEmpty() && !right.isEmpty() && !left.equals(right);
    }

    private static String leadingNumber(String text) {
        int end = 0;
        while (end < text.length() && Character.isDigit(text.charAt(end))) {
            end++;
        }
        return text.substring(0, end);
    }

    private static boolean shareHalf(String one, String two) {
        Set<String> left = longWords(one);
        Set<String> right = longWords(two);
        int larger = Math.max(left.size(), right.size());
        left.retainAll(right);
        return !left.isEmpty() && left.size() * 2 >= larger;
    }

    private static Set<String> longWords(String text) {
        Set<String> words = new HashSet<>(List.of(text.split(" ")));
        words.removeIf(word -> word.length() < 4);
        return words;
    }
}
