package org.relais.e2e;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * Shape of a JSON answer as {@code docs/formats/cli.md} writes it: <code>{"a","b":[{"c"}]}</code>, names without values,
 * {@code …} for whatever comes.
 */
sealed interface Shape {
    /** Whatever comes. */
    record Any() implements Shape {}

    /** An object with exactly these names; null where a shape is given is no fault. */
    record Fields(Map<String, Shape> named) implements Shape {}

    record Items(Shape each) implements Shape {}

    /** What is wrong with an answer, by path; empty when it has this shape. */
    default List<String> faults(JsonNode said, String path) {
        List<String> faults = new ArrayList<>();
        switch (this) {
            case Any() -> {}
            case Items(Shape each) -> {
                if (!said.isArray()) {
                    return List.of(path + " is no array: " + said.getNodeType());
                }
                for (JsonNode item : said) {
                    faults.addAll(each.faults(item, path + "[]"));
                }
            }
            case Fields(Map<String, Shape> named) -> {
                TreeSet<String> names = new TreeSet<>(said.propertyNames());
                if (!names.equals(new TreeSet<>(named.keySet()))) {
                    return List.of(path + " has " + names + " and not " + named.keySet());
                }
                named.forEach((name, shape) -> {
                    if (!said.get(name).isNull()) {
                        faults.addAll(shape.faults(said.get(name), path + "." + name));
                    }
                });
            }
        }
        return faults;
    }

    /** The documented shapes, by command: {@code "crisis declare"}; several where a command answers several times. */
    static Map<String, List<Shape>> documented(Path markdown) throws IOException {
        Map<String, List<Shape>> shapes = new TreeMap<>();
        Pattern command = Pattern.compile("^`([a-z-]+( [a-z]+)?)");
        Pattern answer = Pattern.compile("`([\\[{][^`]*)`");
        for (String line : Files.readAllLines(markdown)) {
            String[] cells = line.split("(?<!\\\\)\\|", -1);
            Matcher name = cells.length > 3 ? command.matcher(cells[1].strip()) : command.matcher("");
            if (name.find()) {
                List<Shape> answers = shapes.computeIfAbsent(name.group(1), _ -> new ArrayList<>());
                answer.matcher(cells[3]).results().forEach(one -> answers.add(new Text(one.group(1)).shape()));
            }
        }
        return shapes;
    }

    /** Reads one shape. */
    final class Text {
        private final String text;
        private int at;

        Text(String text) {
            this.text = text;
        }

        Shape shape() {
            return switch (text.charAt(at)) {
                case '{' -> fields();
                case '[' -> items();
                default -> {
                    at++;
                    yield new Any();
                }
            };
        }

        private Shape items() {
            at++;
            Shape each = shape();
            at++;
            return new Items(each);
        }

        private Shape fields() {
            Map<String, Shape> named = new LinkedHashMap<>();
            while (text.charAt(at) != '}') {
                int end = text.indexOf('"', at + 2);
                String name = text.substring(at + 2, end);
                at = end + 1;
                if (text.charAt(at) == ':') {
                    at++;
                    named.put(name, shape());
                } else {
                    named.put(name, new Any());
                }
            }
            at++;
            return new Fields(named);
        }
    }
}
