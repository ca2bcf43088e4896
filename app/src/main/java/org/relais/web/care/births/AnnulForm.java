package org.relais.web.care.births;

import static org.relais.web.care.identity.ToldForm.text;

import org.jspecify.annotations.Nullable;
import org.relais.access.Countersign;
import org.relais.web.care.identity.ToldForm;

/**
 * What is typed to strike a birth; a field that was not sent is null.
 *
 * @param patient whom the form is about: any other than the page's is refused
 * @param second  login or badge of the second person
 * @param secret  her password or PIN
 */
record AnnulForm(
        @Nullable String patient,
        @Nullable String reason,
        @Nullable String second,
        @Nullable String secret,
        @Nullable String forWhom,
        @Nullable String via,
        @Nullable String time) {

    ToldForm toldForm() {
        return new ToldForm(forWhom, via, time);
    }

    Countersign.Second asSecond(String device) {
        return new Countersign.Second(text(second), secret == null ? "" : secret, device);
    }

    /** Without the secret, so that it can not slip into a log. */
    @Override
    public String toString() {
        return "AnnulForm[" + patient + "]";
    }
}
