package org.relais.wiring;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** The addresses that a route's pattern stands for. */
final class Addresses {
    private static final String NOBODY = "0".repeat(32);

    private Addresses() {}

    /**
     * One address for each word that a variable may be ({@code {act:status|part}}); other variables are given, or name
     * nobody.
     */
    static List<String> of(String pattern, Map<String, String> values) {
        List<String> paths = List.of("");
        int at = 0;
        while (at < pattern.length()) {
            int from = at;
            int depth = 0;
            do {
                depth += pattern.charAt(at) == '{' ? 1 : pattern.charAt(at) == '}' ? -1 : 0;
                at++;
            } while (depth > 0);
            String part = pattern.substring(from, at);
            paths = longer(
                    paths, part.length() > 1 ? words(part.substring(1, part.length() - 1), values) : List.of(part));
        }
        return paths;
    }

    private static List<String> words(String variable, Map<String, String> values) {
        String[] parts = variable.split(":", 2);
        String given = values.get(parts[0]);
        if (given != null) {
            return List.of(given);
        }
        return parts.length > 1 && parts[1].matches("[a-z|-]+")
                ? Arrays.asList(parts[1].split("\\|"))
                : List.of(NOBODY);
    }

    private static List<String> longer(List<String> paths, List<String> ends) {
        List<String> longer = new ArrayList<>();
        paths.forEach(path -> ends.forEach(end -> longer.add(path + end)));
        return longer;
    }
}
