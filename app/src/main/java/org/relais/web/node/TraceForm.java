package org.relais.web.node;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Which accesses are asked for, as the browser sent it; absent fields are empty. */
public record TraceForm(
        @Nullable String act,
        @Nullable String staff,
        @Nullable String patient,
        @Nullable String from,
        @Nullable String to,
        @Nullable String before) {

    String typedAct() {
        return Objects.requireNonNullElse(act, "");
    }

    String typedStaff() {
        return Objects.requireNonNullElse(staff, "");
    }

    String typedPatient() {
        return Objects.requireNonNullElse(patient, "");
    }

    String typedFrom() {
        return Objects.requireNonNullElse(from, "").strip();
    }

    String typedTo() {
        return Objects.requireNonNullElse(to, "").strip();
    }

    String typedBefore() {
        return Objects.requireNonNullElse(before, "");
    }
}
