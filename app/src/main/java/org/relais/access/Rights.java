package org.relais.access;

import static org.relais.access.Right.BACK_UP;
import static org.relais.access.Right.CHANGE_STRUCTURE;
import static org.relais.access.Right.DECLARE_CRISIS;
import static org.relais.access.Right.FIND_PATIENTS;
import static org.relais.access.Right.MANAGE_ACCOUNTS;
import static org.relais.access.Right.OPEN_CHARTS;
import static org.relais.access.Right.PRINT_CHARTS;
import static org.relais.access.Right.PRINT_EVERY_WARD;
import static org.relais.access.Right.SEE_FEEDS;
import static org.relais.access.Right.SEE_IDENTITY;
import static org.relais.access.Right.SEE_QUARANTINE;
import static org.relais.access.Right.SEE_STRUCTURE;
import static org.relais.access.Right.SEE_TRACES;

import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;
import org.relais.kernel.PatientId;

/** Who may do what: the table of roles and rights. */
public final class Rights {
    private Rights() {}

    /** What a role may do. */
    public static Set<Right> of(Role role) {
        return switch (role) {
            case DOCTOR, NURSE, MIDWIFE ->
                EnumSet.of(FIND_PATIENTS, SEE_IDENTITY, OPEN_CHARTS, PRINT_CHARTS, SEE_STRUCTURE);
            case LAB, IMAGING, PHARMACY, TRANSFUSION ->
                EnumSet.of(FIND_PATIENTS, SEE_IDENTITY, OPEN_CHARTS, SEE_STRUCTURE);
            case CLERK -> EnumSet.of(FIND_PATIENTS, SEE_IDENTITY, SEE_STRUCTURE);
            case DMC ->
                EnumSet.of(
                        FIND_PATIENTS,
                        SEE_IDENTITY,
                        OPEN_CHARTS,
                        PRINT_CHARTS,
                        PRINT_EVERY_WARD,
                        DECLARE_CRISIS,
                        SEE_FEEDS,
                        SEE_QUARANTINE,
                        SEE_STRUCTURE);
            case DIRECTOR, NIGHT_SUPERVISOR, DUTY_ADMINISTRATOR -> EnumSet.of(DECLARE_CRISIS, SEE_FEEDS, SEE_STRUCTURE);
            case CRISIS_CELL, SECURITY_OFFICER -> EnumSet.of(SEE_FEEDS, SEE_STRUCTURE);
            case PREPAREDNESS_LEAD, TRAINER -> EnumSet.of(SEE_STRUCTURE);
            case ADMINISTRATOR -> EnumSet.of(SEE_FEEDS, SEE_STRUCTURE, CHANGE_STRUCTURE, MANAGE_ACCOUNTS, BACK_UP);
            case AUDITOR -> EnumSet.of(SEE_STRUCTURE, SEE_TRACES);
        };
    }

    /** What one with several roles may do: the union. */
    public static Set<Right> of(Collection<Role> roles) {
        Set<Right> rights = EnumSet.noneOf(Right.class);
        roles.forEach(role -> rights.addAll(of(role)));
        return rights;
    }

    /** Whether an account may open a patient's chart: by role; wards do not bind yet. */
    static boolean mayOpen(Account account, PatientId patient) {
        return !patient.hex().isEmpty() && account.may(OPEN_CHARTS);
    }
}
