package org.relais.web.care;

import java.util.List;

/**
 * A print that was noted: to be opened, or how its sending went.
 *
 * @param lines   what was printed
 * @param printer its name
 * @param form    how it is got: {@code sheets}, {@code file} or {@code network}
 * @param problem why the printer did not take it, or empty
 * @param used    labels of the first sheet that are gone already
 * @param open    whether it may still be opened or sent
 */
public record LabelsDonePage(
        PatientHead head,
        long position,
        List<String> lines,
        String printer,
        String form,
        String problem,
        int used,
        boolean open) {
    public String path() {
        return "/labels/" + head.id() + "/" + position;
    }
}
