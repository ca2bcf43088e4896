package org.relais.web.node;

/**
 * A password that Relais made, shown this once.
 *
 * @param added the account is new; otherwise its password was replaced
 */
public record PasswordPage(String id, String name, String login, String password, boolean added) {
    /** Without the password, so that it can not slip into a log. */
    @Override
    public String toString() {
        return "PasswordPage[" + login + "]";
    }
}
