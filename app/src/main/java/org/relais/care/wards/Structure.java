package org.relais.care.wards;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.relais.care.found.FoundKind;
import org.relais.journal.FactType;
import tools.jackson.databind.node.ObjectNode;

/**
 * The hospital's structure, whole: a fact that replaces the one before.
 *
 * @param wards       in the order of the file
 * @param authorities which feed is authoritative for which identifiers
 * @param elsewhere   where information is found that Relais does not hold, in the order of the file
 */
public record Structure(Hospital hospital, List<Ward> wards, List<Authority> authorities, List<Elsewhere> elsewhere) {
    /** Version 2 added {@link #elsewhere}, version 3 said which beds are delivery rooms. */
    public static final FactType<Structure> TYPE = FactType.of("care.structure", 3, Structure.class)
            .upcasting(2, tree -> {
                tree.withArray("wards")
                        .forEach(ward -> ward.path("beds").forEach(bed -> ((ObjectNode) bed).put("delivery", false)));
                return tree;
            })
            .upcasting(1, tree -> {
                tree.putArray("elsewhere");
                return tree;
            });

    /** What holds until a structure is imported. */
    public static final Structure EMPTY = new Structure(Hospital.UNKNOWN, List.of(), List.of(), List.of());

    /**
     * A feed whose word counts for the numbers of an authority.
     *
     * @param feed      name of the feed
     * @param authority assigning authority as messages name it (HL7 CX.4)
     */
    public record Authority(String feed, String authority) {}

    /**
     * A place where information is found.
     *
     * @param kind  what is found there; null for everything
     * @param phone as it is dialled, or empty
     */
    public record Elsewhere(@Nullable FoundKind kind, String nameFr, String nameEn, String phone) {}

    public Structure {
        wards = List.copyOf(wards);
        authorities = List.copyOf(authorities);
        elsewhere = List.copyOf(elsewhere);
    }
}
