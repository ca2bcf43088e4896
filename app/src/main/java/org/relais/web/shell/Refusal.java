package org.relais.web.shell;

/**
 * What could not be done, and what to do.
 *
 * @param status HTTP status
 */
public record Refusal(String said, int status) {}
