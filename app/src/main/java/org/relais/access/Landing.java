package org.relais.access;

import java.util.Set;

/** The page one lands on after login, from which one's first task starts in one action. */
public enum Landing {
    OWN_WARD,
    PATIENTS,
    /** Declaring, lifting, and where the crisis stands. */
    CRISIS,
    /** The trace of accesses. */
    ACCESS,
    FEEDS,
    /** Where the crisis stands, and nothing else yet. */
    OVERVIEW;

    /** The page of an account: of its several roles the one nearest to patients decides. */
    public static Landing of(Account account) {
        Set<Role> roles = account.roles();
        boolean ward =
                roles.stream().anyMatch(role -> role == Role.DOCTOR || role == Role.NURSE || role == Role.MIDWIFE);
        if (ward && !account.wards().isEmpty()) {
            return OWN_WARD;
        }
        if (account.may(Right.FIND_PATIENTS)) {
            return PATIENTS;
        }
        if (account.may(Right.DECLARE_CRISIS)) {
            return CRISIS;
        }
        if (account.may(Right.SEE_TRACES)) {
            return ACCESS;
        }
        return roles.contains(Role.ADMINISTRATOR) || roles.contains(Role.SECURITY_OFFICER) ? FEEDS : OVERVIEW;
    }
}
