package org.relais.demo;

import java.time.Instant;

/**
 * One HL7 v2 message of the fictitious hospital, as its sender puts it on the wire.
 *
 * @param at     when it is sent
 * @param system who sends it: GAM, LAB, VIT, PHA or RAD
 * @param hl7    its bytes, in the character set that MSH-18 names; segments end with CR
 */
public record DemoMessage(Instant at, String system, byte[] hl7) {}
