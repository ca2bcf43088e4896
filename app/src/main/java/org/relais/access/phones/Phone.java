package org.relais.access.phones;

import java.time.Instant;
import org.relais.kernel.Who;

/**
 * A phone that was paired.
 *
 * @param id      32 hexadecimal digits
 * @param label   what people call it
 * @param ward    code of the ward it is for, or empty
 * @param by      who paired it
 * @param until   when the pairing ends by itself
 * @param revoked it was turned away before
 */
public record Phone(String id, String label, String ward, Who by, Instant since, Instant until, boolean revoked) {
    /** Whether it is paired. */
    public boolean active(Instant now) {
        return !revoked && now.isBefore(until);
    }
}
