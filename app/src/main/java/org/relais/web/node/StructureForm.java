package org.relais.web.node;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.relais.access.Countersign;

/** What comes with a file of the structure: a second person where it takes two. */
public record StructureForm(
        @Nullable String second, @Nullable String secret) {
    Countersign.Second asSecond(String device) {
        return new Countersign.Second(
                Objects.requireNonNullElse(second, ""), Objects.requireNonNullElse(secret, ""), device);
    }
}
