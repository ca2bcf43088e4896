package org.relais.kernel;

/** A named source of messages, for instance {@code mllp} or {@code import}; letters, digits, dot and hyphen. */
public record FeedName(String value) {
    public FeedName {
        if (!value.matches("[A-Za-z0-9.-]{1,40}")) {
            throw new IllegalArgumentException("a feed name has 1 to 40 letters, digits, dots or hyphens");
        }
    }
}
