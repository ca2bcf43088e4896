package org.relais.care.identity.linkage;

import java.util.List;
import java.util.Map;

/**
 * Which columns of a list hold what.
 *
 * @param columns by field, the columns it is made of, joined by a space in this order; a field that is not there is not
 *                known
 */
public record ListMapping(Map<ListField, List<String>> columns) {
    public ListMapping {
        columns = Map.copyOf(columns);
    }
}
