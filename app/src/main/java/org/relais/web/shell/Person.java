package org.relais.web.shell;

import java.util.Set;
import org.relais.access.Right;
import org.relais.kernel.Who;

/** The person before the screen, as far as pages need to know. */
public record Person(String name, Who who, Set<Right> rights) {
    public boolean may(Right right) {
        return rights.contains(right);
    }
}
