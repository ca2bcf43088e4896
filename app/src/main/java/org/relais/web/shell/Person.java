package org.relais.web.shell;

import java.util.Set;
import org.relais.access.Account;
import org.relais.access.Right;
import org.relais.access.Rights;
import org.relais.kernel.Who;

/** The person before the screen, as far as pages need to know. */
public record Person(String name, Who who, Set<Right> rights) {
    public static Person of(Account account) {
        return new Person(account.name(), account.who(), Rights.of(account.roles()));
    }

    public boolean may(Right right) {
        return rights.contains(right);
    }
}
