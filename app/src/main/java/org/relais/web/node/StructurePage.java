package org.relais.web.node;

import java.util.List;
import org.relais.access.Right;
import org.relais.care.wards.Structure;
import org.relais.care.wards.StructureCsv.LineError;
import org.relais.web.shell.Frame;

/**
 * The hospital's structure, and the form that replaces it.
 *
 * @param errors what is wrong with the file just sent, in order of line
 * @param saved  what came of the file just sent, or empty
 */
public record StructurePage(
        String hospital,
        String finess,
        String zone,
        List<WardRow> wards,
        int beds,
        List<Structure.Authority> authorities,
        List<FormError> errors,
        String saved,
        boolean mayChange) {

    /** A ward as the structure says it. */
    public record WardRow(String code, String name, String kind, String units, int beds) {}

    static StructurePage of(Frame f, Structure structure) {
        List<WardRow> wards = structure.wards().stream()
                .map(ward -> new WardRow(
                        ward.code().value(),
                        NodeRooms.name(ward, f.language()),
                        f.t("ward-kind." + ward.kind().name()),
                        String.join(", ", ward.units()),
                        ward.beds().size()))
                .toList();
        return new StructurePage(
                structure.hospital().name(),
                structure.hospital().finess(),
                structure.hospital().zone(),
                wards,
                wards.stream().mapToInt(WardRow::beds).sum(),
                structure.authorities(),
                List.of(),
                "",
                f.may(Right.CHANGE_STRUCTURE));
    }

    StructurePage wrong(List<FormError> wrong) {
        return new StructurePage(hospital, finess, zone, wards, beds, authorities, List.copyOf(wrong), "", mayChange);
    }

    StructurePage saved(String text) {
        return new StructurePage(hospital, finess, zone, wards, beds, authorities, List.of(), text, mayChange);
    }

    static List<FormError> lines(Frame f, List<LineError> errors) {
        return errors.stream()
                .map(error -> new FormError(
                        "",
                        f.t(
                                "structure.error.line",
                                error.line(),
                                f.t(error.messageKey(), error.args().toArray()))))
                .toList();
    }

    public boolean known() {
        return !wards.isEmpty() || !finess.isEmpty();
    }
}
