package org.relais.web.care.births.watch;

import java.util.List;
import org.relais.web.care.identity.NewcomerPage.ToldFields;

/**
 * The midwives who are named for too many traces.
 *
 * @param problem why a form is shown again, or empty
 */
public record LoadsPage(List<WatchPage.Load> loads, ToldFields told, String problem) {}
