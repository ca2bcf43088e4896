package org.relais.web.node;

import org.jspecify.annotations.Nullable;

/** What was filled in about forgetting, as the browser sent it. */
public record RetentionForm(
        @Nullable String on,
        @Nullable String days,
        @Nullable String key) {
    boolean switchedOn() {
        return "on".equals(on);
    }
}
