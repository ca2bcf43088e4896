package org.relais.kernel;

/** A ward (unité fonctionnelle or care unit) by the code that messages use for it; never empty. */
public record WardCode(String value) implements Comparable<WardCode> {
    public WardCode {
        if (value.isBlank()) {
            throw new IllegalArgumentException("a ward code is not blank");
        }
    }

    @Override
    public int compareTo(WardCode other) {
        return value.compareTo(other.value);
    }
}
