package org.relais.web.access;

/**
 * The form of one's own PIN.
 *
 * @param badge whether the reader has a badge to use it with
 */
public record PinPage(boolean badge, String problem, String saved) {}
