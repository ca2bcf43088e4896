package org.relais.paper;

import java.time.Instant;
import org.relais.kernel.WardCode;

/**
 * What locks a pack that is kept in a file: the passphrase of the ward's sealed envelope, and what the file says about
 * itself, locked with the rest. PDF 2.0 (ISO 32000-2), security handler of revision 6: AES-256.
 *
 * @param asOf the moment its data stop at
 * @param job  the print, as its page codes name it
 */
public record PackSeal(String passphrase, WardCode ward, Instant asOf, String job) {
    static final String WARD = "RelaisWard";
    static final String AS_OF = "RelaisAsOf";
    static final String JOB = "RelaisJob";

    /** Says nothing of the passphrase. */
    @Override
    public String toString() {
        return "PackSeal[" + ward + ", " + asOf + ", " + job + "]";
    }
}
