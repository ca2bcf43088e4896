package org.relais.web.access;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What two people found in a review, as the browser sent it; absent fields are empty. */
public record ReviewForm(
        @Nullable String verdict,
        @Nullable String note,
        @Nullable String second,
        @Nullable String secret) {
    String typedVerdict() {
        return Objects.requireNonNullElse(verdict, "");
    }

    String typedNote() {
        return Objects.requireNonNullElse(note, "");
    }

    String typedSecond() {
        return Objects.requireNonNullElse(second, "");
    }

    String typedSecret() {
        return Objects.requireNonNullElse(secret, "");
    }
}
