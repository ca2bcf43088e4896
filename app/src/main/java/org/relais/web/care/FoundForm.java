package org.relais.web.care;

import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.relais.care.found.Found;
import org.relais.care.found.FoundEntry;
import org.relais.care.found.FoundKind;

/**
 * What is typed to note what was heard by telephone; a field that was not sent is null.
 *
 * @param patient  whom the form is about: any other than the page's is refused
 * @param time     when it was heard, as typed
 * @param readBack {@code yes} or {@code no}
 * @param corrects position of the entry corrected, or empty
 */
record FoundForm(
        @Nullable String patient,
        @Nullable String kind,
        @Nullable String value,
        @Nullable String saidBy,
        @Nullable String place,
        @Nullable String heardBy,
        @Nullable String time,
        @Nullable String readBack,
        @Nullable String corrects) {

    /** An empty form, where the kind is chosen and the writer's name stands already. */
    static FoundForm empty(String patient, String kind, String name, String time) {
        return new FoundForm(patient, kind, "", "", "", name, time, "", "");
    }

    /** A form that corrects: what was noted, to be changed. */
    static FoundForm correcting(String patient, FoundEntry entry, String name, String time) {
        Found said = entry.said();
        return new FoundForm(
                patient,
                said.kind().name(),
                said.value(),
                said.saidBy(),
                said.place(),
                name,
                time,
                "",
                Long.toString(entry.position()));
    }

    static String typed(@Nullable String text) {
        return text == null ? "" : text.strip();
    }

    Optional<FoundKind> chosenKind() {
        return Arrays.stream(FoundKind.values())
                .filter(one -> one.name().equals(kind))
                .findFirst();
    }

    /**
     * The fact, once its parts were read.
     *
     * @param corrected key of the entry corrected, or empty
     */
    Found found(FoundKind chosen, Instant at, String corrected) {
        return new Found(
                at,
                chosen,
                typed(value),
                typed(saidBy),
                typed(place),
                typed(heardBy),
                "yes".equals(readBack),
                corrected);
    }
}
