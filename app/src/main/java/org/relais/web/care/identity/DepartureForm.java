package org.relais.web.care.identity;

import static org.relais.web.care.identity.ToldForm.text;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.relais.care.identity.desk.IdentityFact.Whither;
import org.relais.kernel.PatientId;

/**
 * A departure, or that it was a mistake, as the browser sent it; a field that was not sent is null.
 *
 * @param patient   the page's patient: any other is refused
 * @param ward      code of another ward of this hospital
 * @param place     which hospital or where
 * @param along     ids of newborns that leave with their mother
 * @param departure name of the departure that was a mistake
 */
record DepartureForm(
        @Nullable String patient,
        @Nullable String where,
        @Nullable String ward,
        @Nullable String place,
        @Nullable List<String> along,
        @Nullable String departure,
        @Nullable String reason,
        @Nullable String forWhom,
        @Nullable String via,
        @Nullable String time) {
    static final DepartureForm EMPTY = new DepartureForm(null, null, null, null, null, null, null, null, null, null);

    ToldForm toldForm() {
        return new ToldForm(forWhom, via, time);
    }

    Optional<Whither> whither() {
        return Arrays.stream(Whither.values())
                .filter(one -> one.name().equals(text(where)))
                .findFirst();
    }

    List<PatientId> newborns() {
        return along == null
                ? List.of()
                : along.stream()
                        .filter(id -> id.matches("[0-9a-f]{32}"))
                        .distinct()
                        .map(PatientId::new)
                        .toList();
    }
}
