package org.relais.care;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.relais.kernel.PartialTime;

/**
 * What an entry says, once read.
 *
 * @param facts    in the order of the message; empty when nothing was understood
 * @param source   who says it, for the eye: sending application and facility, for instance {@code GAM CHU-X}
 * @param label    what the message is, for instance {@code ADT^A01}
 * @param sentAt   MSH-7
 * @param reasons  why it is in quarantine, wholly or in part: keys of {@code i18n/feeds_{fr,en}.properties} with
 *                 arguments; empty when everything was folded
 * @param flags    what is odd though folded: a contradicted charset, a recycled id
 */
public record Interpretation(
        List<ClinicalFact> facts,
        String source,
        String label,
        @Nullable PartialTime sentAt,
        List<Reason> reasons,
        List<Reason> flags) {

    /** The label of what people wrote here, rather than a system sent. */
    public static final String BY_PEOPLE = "RELAIS";

    /** Whether it is about identity, so that what it states replaces what was known. */
    public boolean aboutIdentity() {
        return label.startsWith("ADT") || label.equals(BY_PEOPLE);
    }

    /** A reason as a key of the message file and its arguments; no health data. */
    public record Reason(String key, List<String> args) {}

    public boolean quarantined() {
        return !reasons.isEmpty();
    }
}
