package org.relais.web.care.births.watch;

import java.util.List;

/**
 * The women under watch.
 *
 * @param lines  the one whose review is due first on top
 * @param loaded midwives who are named for too many traces, in words
 */
public record WatchPage(List<CtgLine> lines, List<String> loaded, String interval, boolean mayWrite) {}
