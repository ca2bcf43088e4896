package org.relais.access;

import java.util.Set;
import org.relais.kernel.StaffId;
import org.relais.kernel.WardCode;
import org.relais.kernel.Who;

/**
 * A person who may log in.
 *
 * @param id         who it is in every fact
 * @param login      lower-case, unique here for ever
 * @param name       as shown on screens and paper
 * @param roles      what she is here for; her rights are the union
 * @param wards      where she works
 * @param enabled    false once disabled: she can not log in, and her sessions end
 * @param mustChange her password was made by Relais and is to be changed before anything else
 * @param credential position of the fact that last set her password or lost her badge; a session begun under another ends
 */
public record Account(
        StaffId id,
        String login,
        String name,
        Set<Role> roles,
        Set<WardCode> wards,
        boolean enabled,
        boolean mustChange,
        long credential) {

    /** Her as the maker of facts. */
    public Who who() {
        return new Who.Staff(id);
    }

    /** Whether one of her roles gives a right. Does not trace: a refusal goes through {@link Guard}. */
    public boolean may(Right right) {
        return Rights.of(roles).contains(right);
    }
}
