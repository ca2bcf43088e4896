package org.relais.web.shell;

/**
 * A page of the door: login, unlock, or a new password.
 *
 * @param problem why one is asked again, or empty
 * @param next    path to go on to
 * @param name    of the person whose screen it is; empty before login
 * @param forced  the password must be chosen before anything else
 */
public record Question(String problem, String next, String name, boolean forced) {}
