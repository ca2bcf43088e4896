package org.relais.kernel;

import java.util.regex.Pattern;

/**
 * A patient's chart at this site: a keyed pseudonym of its first {@link RecordKey}, so that it may stand in an
 * address bar or a header without telling whose it is. Stable over replay and over merges.
 *
 * @param hex 32 lower-case hexadecimal digits (128 bits)
 */
public record PatientId(String hex) {
    private static final Pattern FORM = Pattern.compile("[0-9a-f]{32}");

    public PatientId {
        if (!FORM.matcher(hex).matches()) {
            throw new IllegalArgumentException("a patient id is 32 hexadecimal digits");
        }
    }
}
