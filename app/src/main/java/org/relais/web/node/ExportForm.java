package org.relais.web.node;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.relais.access.Countersign;

/** The second person of an export, as the browser sent it. */
public record ExportForm(@Nullable String second, @Nullable String secret) {
    Countersign.Second asSecond(String device) {
        return new Countersign.Second(
                Objects.requireNonNullElse(second, ""), Objects.requireNonNullElse(secret, ""), device);
    }

    /** Without the secret. */
    @Override
    public String toString() {
        return "ExportForm[]";
    }
}
