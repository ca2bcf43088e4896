package org.relais.web.access;

import java.util.List;

/** Who has to wait after mistyping too often. */
public record WaitsPage(List<Row> rows) {
    /**
     * One wait.
     *
     * @param staff   id of the account; empty when a station waits for everybody
     * @param name    of the person
     * @param seconds left
     */
    public record Row(String staff, String name, String device, long seconds) {}
}
