package org.relais.web.node;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.relais.access.Right;
import org.relais.care.wards.Structure;
import org.relais.care.wards.StructureCsv.LineError;
import org.relais.care.wards.Ward;
import org.relais.web.shell.Frame;

/**
 * The hospital's structure, and the errors of a file that was refused.
 *
 * @param saved what was just imported, in words, or empty
 */
public record StructurePage(
        String name,
        String finess,
        String zone,
        List<Row> wards,
        List<String> authorities,
        List<String> errors,
        String saved,
        boolean mayChange) {
    private static final int ERRORS_SHOWN = 50;

    /** A ward of the structure. */
    public record Row(String code, String nameFr, String nameEn, String kind, String units, int beds) {}

    static StructurePage of(Frame f, Structure structure, List<LineError> errors, String saved) {
        return new StructurePage(
                structure.hospital().name(),
                structure.hospital().finess(),
                structure.hospital().zone(),
                structure.wards().stream().map(ward -> row(f, ward)).toList(),
                structure.authorities().stream()
                        .map(one -> f.t("structure.authority", one.feed(), one.authority()))
                        .toList(),
                errors(f, errors),
                saved,
                f.may(Right.CHANGE_STRUCTURE));
    }

    private static Row row(Frame f, Ward ward) {
        String kind =
                f.t("ward.kind." + ward.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        return new Row(
                ward.code().value(),
                ward.nameFr(),
                ward.nameEn(),
                kind,
                String.join(", ", ward.units()),
                ward.beds().size());
    }

    private static List<String> errors(Frame f, List<LineError> errors) {
        List<String> said = new ArrayList<>();
        errors.stream()
                .limit(ERRORS_SHOWN)
                .forEach(error -> said.add(f.t(
                        "structure.line",
                        error.line(),
                        f.t(error.messageKey(), error.args().toArray()))));
        if (errors.size() > ERRORS_SHOWN) {
            said.add(f.t("structure.more", errors.size() - ERRORS_SHOWN));
        }
        return said;
    }
}
