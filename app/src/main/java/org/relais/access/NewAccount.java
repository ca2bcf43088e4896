package org.relais.access;

import java.util.Set;
import org.relais.kernel.WardCode;

/**
 * What is said of a person when an account is made.
 *
 * @param login 2 to 40 letters without accents, digits, dots, hyphens or underscores; case does not count
 * @param name  as shown, at most 80 characters
 * @param roles at least one
 * @param wards may be empty
 */
public record NewAccount(String login, String name, Set<Role> roles, Set<WardCode> wards) {}
