package org.relais.care.wards;

import java.util.List;
import org.relais.journal.FactType;

/**
 * The hospital's structure, whole: a fact that replaces the one before.
 *
 * @param wards       in the order of the file
 * @param authorities which feed is authoritative for which identifiers
 */
public record Structure(Hospital hospital, List<Ward> wards, List<Authority> authorities) {
    public static final FactType<Structure> TYPE = FactType.of("care.structure", 1, Structure.class);

    /** What holds until a structure is imported. */
    public static final Structure EMPTY = new Structure(Hospital.UNKNOWN, List.of(), List.of());

    /**
     * A feed whose word counts for the numbers of an authority.
     *
     * @param feed      name of the feed
     * @param authority assigning authority as messages name it (HL7 CX.4)
     */
    public record Authority(String feed, String authority) {}

    public Structure {
        wards = List.copyOf(wards);
        authorities = List.copyOf(authorities);
    }
}
