package org.relais.web.care.births.watch;

import java.util.List;

/**
 * The women under watch.
 *
 * @param lines  the one whose review is due first on top
 * @param loaded midwives who are named for too many traces
 * @param signed whether somebody answers for the intervals
 */
public record WatchPage(List<CtgLine> lines, List<Load> loaded, String interval, boolean signed, boolean mayWrite) {
    /**
     * A midwife who is named for too many traces.
     *
     * @param what  whom to tell, in words
     * @param taken who took the alert; empty while nobody did
     */
    public record Load(String midwife, String what, String taken) {}
}
