package org.relais.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.relais.care.identity.linkage.ListField;
import org.relais.care.identity.linkage.ListMapping;
import org.relais.kernel.Problem;
import org.relais.kernel.Problem.Category;
import org.relais.kernel.ProblemException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A {@code mapping.json}: an object of fields, each the name of a column or an array of names to be joined; or two such
 * objects, {@code left} and {@code right}, where the lists name their columns otherwise.
 *
 * @param left  of the first list
 * @param right of the second
 */
record LinkageMapping(ListMapping left, ListMapping right) {
    private static final long LARGEST = 1 << 20;

    /** Reads a mapping, or refuses with a {@link Problem}. */
    static LinkageMapping read(Path file) {
        JsonNode root;
        try {
            if (Files.size(file) > LARGEST) {
                throw notAMapping(file);
            }
            String text = Files.readString(file);
            root = JsonMapper.shared().readTree(text.startsWith("\uFEFF") ? text.substring(1) : text);
        } catch (IOException unreadable) {
            throw Problem.of(Category.NOT_FOUND, "file.unreadable", file.toString())
                    .asException();
        } catch (JacksonException notJson) {
            throw notAMapping(file);
        }
        if (!root.isObject()) {
            throw notAMapping(file);
        }
        if (root.has("left")
                && root.has("right")
                && root.get("left").isObject()
                && root.get("right").isObject()) {
            return new LinkageMapping(mapping(root.get("left"), file), mapping(root.get("right"), file));
        }
        ListMapping both = mapping(root, file);
        return new LinkageMapping(both, both);
    }

    private static ListMapping mapping(JsonNode object, Path file) {
        Map<ListField, List<String>> columns = new EnumMap<>(ListField.class);
        for (Map.Entry<String, JsonNode> property : object.properties()) {
            ListField field = ListField.of(property.getKey())
                    .orElseThrow(() -> Problem.of(Category.INCORRECT, "linkage.field", property.getKey(), fieldNames())
                            .asException());
            List<String> named = columns(property.getValue(), file);
            if (!named.isEmpty()) {
                columns.put(field, named);
            }
        }
        return new ListMapping(columns);
    }

    private static List<String> columns(JsonNode value, Path file) {
        List<String> columns = new ArrayList<>();
        if (value.isString()) {
            columns.add(value.stringValue());
        } else if (value.isArray()) {
            for (JsonNode one : value) {
                if (!one.isString()) {
                    throw notAMapping(file);
                }
                columns.add(one.stringValue());
            }
        } else if (!value.isNull()) {
            throw notAMapping(file);
        }
        columns.removeIf(String::isBlank);
        return columns;
    }

    private static String fieldNames() {
        return Stream.of(ListField.values()).map(ListField::key).collect(Collectors.joining(", "));
    }

    private static ProblemException notAMapping(Path file) {
        return Problem.of(Category.INCORRECT, "linkage.mapping", file.toString())
                .asException();
    }
}
