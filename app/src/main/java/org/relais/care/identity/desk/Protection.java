package org.relais.care.identity.desk;

/** Why a patient must be looked after with more discretion. */
public enum Protection {
    /** Accouchement dans le secret (CASF L.222-6): no hit in any search by name or date. */
    SECRET_BIRTH,
    VIOLENCE,
    DETAINEE,
    /** A minor's abortion: her parents are not told. */
    MINOR_ABORTION,
    /** She asked not to be announced. */
    NOT_ANNOUNCED;

    /** Whether she is no hit in an ordinary search. */
    public boolean withheld() {
        return this == SECRET_BIRTH;
    }
}
