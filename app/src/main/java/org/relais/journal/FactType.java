package org.relais.journal;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.relais.kernel.Who;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The format of one kind of fact that people or Relais make: a record as JSON (UTF-8), versioned. Older versions are
 * brought up by pure upcasters; a version from the future is left alone and shown as unknown.
 *
 * @param <T> the record; its component names are the JSON names, so renaming one is a new version
 */
public final class FactType<T extends Record> {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final String name;
    private final int version;
    private final Class<T> shape;
    private final Map<Integer, UnaryOperator<ObjectNode>> upcasters = new HashMap<>();

    private FactType(String name, int version, Class<T> shape) {
        this.name = name;
        this.version = version;
        this.shape = shape;
    }

    public static <T extends Record> FactType<T> of(String name, int version, Class<T> shape) {
        return new FactType<>(name, version, shape);
    }

    /** Says how a payload of {@code from} becomes one of {@code from + 1}. */
    public FactType<T> upcasting(int from, UnaryOperator<ObjectNode> upcaster) {
        upcasters.put(from, upcaster);
        return this;
    }

    /** The version written today; all before it are read. */
    public int version() {
        return version;
    }

    public String name() {
        return name;
    }

    public Draft draft(Who who, T fact) {
        return Draft.of(name, version, who, JSON.writeValueAsBytes(fact));
    }

    /** The fact, when the entry is of this type, not forgotten, and of no later version than this program knows. */
    public Optional<T> read(Entry entry) {
        byte[] payload = entry.payload();
        if (payload == null || entry.version() > version || !entry.type().equals(name)) {
            return Optional.empty();
        }
        try {
            if (entry.version() == version) {
                return Optional.of(JSON.readValue(payload, shape));
            }
            ObjectNode tree = (ObjectNode) JSON.readTree(payload);
            for (int from = entry.version(); from < version; from++) {
                tree = upcasters.getOrDefault(from, UnaryOperator.identity()).apply(tree);
            }
            return Optional.of(JSON.treeToValue(tree, shape));
        } catch (JacksonException | ClassCastException unreadable) {
            return Optional.empty();
        }
    }
}
