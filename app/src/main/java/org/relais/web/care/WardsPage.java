package org.relais.web.care;

import java.util.List;

/** The wards of the hospital, with how many lie in each. */
public record WardsPage(List<Row> rows, int patients, int beds, boolean mayStructure) {
    /** @param beds 0 when no structure lists them; {@code free} counts empty beds of the structure */
    public record Row(String code, String name, String kind, boolean named, int patients, int beds, int free) {}
}
