package org.relais.web.care;

import java.util.Map;
import org.relais.web.shell.Frame;
import org.relais.web.shell.State;

/** What stands beside somebody's name on the list of a ward, by the id of her chart. */
@FunctionalInterface
public interface Marks {
    Map<String, Mark> of(Frame f);

    /** A state and what it says. */
    record Mark(State state, String text) {}
}
