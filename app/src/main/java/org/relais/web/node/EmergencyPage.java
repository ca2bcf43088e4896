package org.relais.web.node;

/**
 * Whether this node writes, and if not, whether the one who looks has opened reading.
 *
 * @param reason  as typed
 * @param problem what to correct, else empty
 */
public record EmergencyPage(boolean writing, boolean open, long hours, String reason, String problem) {}
