package org.relais.access;

import static org.relais.access.Right.BACK_UP;
import static org.relais.access.Right.CALIBRATE_PRINTERS;
import static org.relais.access.Right.CHANGE_STRUCTURE;
import static org.relais.access.Right.CONFIGURE_FEEDS;
import static org.relais.access.Right.DECLARE_CRISIS;
import static org.relais.access.Right.FIND_PATIENTS;
import static org.relais.access.Right.KEEP_READY;
import static org.relais.access.Right.MAKE_KITS;
import static org.relais.access.Right.MANAGE_ACCOUNTS;
import static org.relais.access.Right.OPEN_CHARTS;
import static org.relais.access.Right.OPEN_EVERY_CHART;
import static org.relais.access.Right.PRINT_CHARTS;
import static org.relais.access.Right.PRINT_EVERY_WARD;
import static org.relais.access.Right.PRINT_LABELS;
import static org.relais.access.Right.REVIEW_GLASS;
import static org.relais.access.Right.SEE_BIRTHS;
import static org.relais.access.Right.SEE_FEEDS;
import static org.relais.access.Right.SEE_IDENTITY;
import static org.relais.access.Right.SEE_QUARANTINE;
import static org.relais.access.Right.SEE_READINESS;
import static org.relais.access.Right.SEE_REPORTS;
import static org.relais.access.Right.SEE_SECURITY;
import static org.relais.access.Right.SEE_STRUCTURE;
import static org.relais.access.Right.SEE_TRACES;
import static org.relais.access.Right.SET_PRINTERS;
import static org.relais.access.Right.UNBLOCK;
import static org.relais.access.Right.USE_KITS;
import static org.relais.access.Right.VALIDATE_INTERVALS;
import static org.relais.access.Right.WRITE_BIRTHS;
import static org.relais.access.Right.WRITE_CHARTS;
import static org.relais.access.Right.WRITE_IDENTITY;

import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Predicate;

/** Who may do what: the table of roles and rights. */
public final class Rights {
    private Rights() {}

    /** What a role may do. */
    public static Set<Right> of(Role role) {
        return switch (role) {
            case DOCTOR -> doctors();
            case NURSE, MIDWIFE -> carers();
            case LAB, IMAGING, PHARMACY, TRANSFUSION ->
                EnumSet.of(FIND_PATIENTS, SEE_IDENTITY, OPEN_CHARTS, SEE_STRUCTURE, SEE_READINESS, KEEP_READY);
            case CLERK ->
                EnumSet.of(
                        FIND_PATIENTS,
                        SEE_IDENTITY,
                        WRITE_IDENTITY,
                        SEE_BIRTHS,
                        SEE_STRUCTURE,
                        SEE_READINESS,
                        USE_KITS,
                        PRINT_LABELS,
                        CALIBRATE_PRINTERS);
            case DMC -> medicalDirector();
            case DIRECTOR -> EnumSet.of(DECLARE_CRISIS, SEE_FEEDS, SEE_STRUCTURE, SEE_READINESS);
            case NIGHT_SUPERVISOR, DUTY_ADMINISTRATOR ->
                EnumSet.of(DECLARE_CRISIS, SEE_FEEDS, SEE_STRUCTURE, SEE_READINESS, UNBLOCK);
            case CRISIS_CELL -> EnumSet.of(SEE_FEEDS, SEE_STRUCTURE, SEE_READINESS);
            case SECURITY_OFFICER ->
                EnumSet.of(SEE_FEEDS, CONFIGURE_FEEDS, SEE_STRUCTURE, KEEP_READY, SEE_SECURITY, REVIEW_GLASS, UNBLOCK);
            case PREPAREDNESS_LEAD ->
                EnumSet.of(SEE_STRUCTURE, SEE_READINESS, KEEP_READY, USE_KITS, MAKE_KITS, CALIBRATE_PRINTERS);
            case TRAINER -> EnumSet.of(SEE_STRUCTURE, SEE_READINESS);
            case ADMINISTRATOR -> administrators();
            case AUDITOR -> EnumSet.of(SEE_STRUCTURE, SEE_READINESS, SEE_TRACES, SEE_SECURITY, REVIEW_GLASS);
        };
    }

    private static Set<Right> doctors() {
        Set<Right> rights = carers();
        rights.add(VALIDATE_INTERVALS);
        return rights;
    }

    private static Set<Right> carers() {
        return EnumSet.of(
                FIND_PATIENTS,
                SEE_IDENTITY,
                OPEN_CHARTS,
                PRINT_CHARTS,
                WRITE_CHARTS,
                WRITE_IDENTITY,
                SEE_STRUCTURE,
                SEE_REPORTS,
                SEE_BIRTHS,
                WRITE_BIRTHS,
                SEE_READINESS,
                KEEP_READY,
                USE_KITS,
                PRINT_LABELS,
                CALIBRATE_PRINTERS);
    }

    private static Set<Right> administrators() {
        return EnumSet.of(
                SEE_FEEDS,
                CONFIGURE_FEEDS,
                SEE_STRUCTURE,
                CHANGE_STRUCTURE,
                MANAGE_ACCOUNTS,
                BACK_UP,
                UNBLOCK,
                CALIBRATE_PRINTERS,
                SET_PRINTERS,
                SEE_READINESS,
                KEEP_READY,
                USE_KITS,
                MAKE_KITS);
    }

    private static Set<Right> medicalDirector() {
        return EnumSet.of(
                FIND_PATIENTS,
                SEE_IDENTITY,
                OPEN_CHARTS,
                OPEN_EVERY_CHART,
                PRINT_CHARTS,
                PRINT_EVERY_WARD,
                WRITE_CHARTS,
                WRITE_IDENTITY,
                SEE_BIRTHS,
                WRITE_BIRTHS,
                DECLARE_CRISIS,
                SEE_FEEDS,
                SEE_QUARANTINE,
                SEE_STRUCTURE,
                REVIEW_GLASS,
                UNBLOCK,
                PRINT_LABELS,
                CALIBRATE_PRINTERS,
                SEE_READINESS,
                KEEP_READY,
                USE_KITS,
                MAKE_KITS,
                VALIDATE_INTERVALS);
    }

    /** What one with several roles may do: the union. */
    public static Set<Right> of(Collection<Role> roles) {
        Set<Right> rights = EnumSet.noneOf(Right.class);
        roles.forEach(role -> rights.addAll(of(role)));
        return rights;
    }

    /**
     * How much of a patient people of these roles see; of several roles the one that sees most decides.
     *
     * @param own   she lies in one of their wards
     * @param asked whether an order to a service is still to be carried out for her
     */
    static Sight sight(Collection<Role> roles, boolean own, Predicate<Role> asked) {
        Sight most = Sight.NOTHING;
        for (Role role : roles) {
            Sight sight = sight(role, own, asked);
            most = sight.compareTo(most) > 0 ? sight : most;
        }
        return most;
    }

    private static Sight sight(Role role, boolean own, Predicate<Role> asked) {
        return switch (role) {
            case DOCTOR, NURSE, MIDWIFE -> own ? Sight.WHOLE : Sight.BEHIND_GLASS;
            case LAB, IMAGING, PHARMACY, TRANSFUSION -> asked.test(role) ? Sight.WHOLE : Sight.BEHIND_GLASS;
            case CLERK -> Sight.IDENTITY;
            case DMC -> Sight.WHOLE;
            case DIRECTOR,
                    NIGHT_SUPERVISOR,
                    DUTY_ADMINISTRATOR,
                    CRISIS_CELL,
                    SECURITY_OFFICER,
                    PREPAREDNESS_LEAD,
                    TRAINER,
                    ADMINISTRATOR,
                    AUDITOR -> Sight.NOTHING;
        };
    }
}
