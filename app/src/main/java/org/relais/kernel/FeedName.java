package org.relais.kernel;

import java.util.regex.Pattern;

/** A named source of messages, for instance {@code mllp} or {@code import}; letters, digits, dot and hyphen. */
public record FeedName(String value) {
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9.-]{1,40}");

    public FeedName {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("a feed name has 1 to 40 letters, digits, dots or hyphens");
        }
    }
}
