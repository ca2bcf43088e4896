package org.relais.web.care.identity;

import static org.relais.web.care.identity.ToldForm.text;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.relais.access.Countersign;
import org.relais.care.identity.desk.IdentityDesk;
import org.relais.care.identity.desk.IdentityFact.Document;
import org.relais.care.identity.desk.Protection;
import org.relais.care.identity.rniv.IdentityState;
import org.relais.kernel.RecordKey;

/**
 * An act on an identity, as the browser sent it; a field that was not sent is null.
 *
 * @param patient the page's patient: any other is refused
 * @param other   the other patient of a link, or empty
 * @param number  the downtime number whose status changes
 */
record IdentityForm(
        @Nullable String patient,
        @Nullable String other,
        @Nullable String number,
        @Nullable String reason,
        @Nullable String act,
        @Nullable String document,
        @Nullable String kind,
        @Nullable String on,
        @Nullable String recordAuthority,
        @Nullable String recordId,
        @Nullable String otherAuthority,
        @Nullable String otherId,
        @Nullable String second,
        @Nullable String secret,
        @Nullable String forWhom,
        @Nullable String via,
        @Nullable String time) {

    ToldForm toldForm() {
        return new ToldForm(forWhom, via, time);
    }

    IdentityDesk.Pair pair() {
        return new IdentityDesk.Pair(
                new RecordKey(text(recordAuthority), text(recordId)),
                new RecordKey(text(otherAuthority), text(otherId)));
    }

    Countersign.Second asSecond(String device) {
        return new Countersign.Second(text(second), secret == null ? "" : secret, device);
    }

    Optional<IdentityState.Act> chosenAct() {
        return Arrays.stream(IdentityState.Act.values())
                .filter(one -> one.name().equals(act))
                .findFirst();
    }

    /** Which document was checked; none when none was chosen. */
    Document checked() {
        return NewcomerForm.document(document);
    }

    /** Whether the protection is to be set, or lifted; empty when neither was chosen. */
    Optional<Boolean> chosenOn() {
        return switch (text(on)) {
            case "yes" -> Optional.of(true);
            case "no" -> Optional.of(false);
            default -> Optional.empty();
        };
    }

    Optional<Protection> chosenKind() {
        return Arrays.stream(Protection.values())
                .filter(one -> one.name().equals(kind))
                .findFirst();
    }
}
