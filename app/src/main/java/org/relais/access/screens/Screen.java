package org.relais.access.screens;

import java.time.Instant;
import org.relais.access.Account;
import org.relais.kernel.StaffId;
import org.relais.kernel.WardCode;
import org.relais.kernel.Who;

/**
 * A ward's screen that several people use without a session of their own.
 *
 * @param id 32 hexadecimal digits
 * @param by the {@link Account} that shared it
 */
public record Screen(String id, WardCode ward, StaffId by, Instant since) {
    /** Who answers for what the screen shows of its ward. */
    public Who who() {
        return new Who.Staff(by);
    }
}
