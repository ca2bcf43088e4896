package org.relais.access;

/** What a person is here for; what each may do is the table of {@link Right}. */
public enum Role {
    DOCTOR,
    NURSE,
    MIDWIFE,
    LAB,
    IMAGING,
    PHARMACY,
    TRANSFUSION,
    CLERK,
    DMC,
    DIRECTOR,
    NIGHT_SUPERVISOR,
    DUTY_ADMINISTRATOR,
    CRISIS_CELL,
    SECURITY_OFFICER,
    PREPAREDNESS_LEAD,
    TRAINER,
    ADMINISTRATOR,
    AUDITOR
}
