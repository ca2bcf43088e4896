package org.relais.kernel;

/**
 * A number that some authority gave a patient or a visit (HL7 v2 CX).
 *
 * @param authority CX.4 (namespace, else universal id), empty when the message names none
 * @param type      CX.5, for instance {@code PI} (IPP), {@code INS}, {@code AN}, {@code VN}; empty when absent
 * @param value     CX.1, as received
 */
public record Identifier(String authority, String type, String value) {
    /** Whether both are one number of one authority, whatever type each was said to be. */
    public boolean sameNumber(Identifier other) {
        return value.equals(other.value) && authority.equals(other.authority);
    }
}
