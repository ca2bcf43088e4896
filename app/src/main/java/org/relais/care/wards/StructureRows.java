package org.relais.care.wards;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.relais.care.found.FoundKind;
import org.relais.care.wards.StructureCsv.LineError;
import org.relais.care.wards.Ward.Bed;
import org.relais.kernel.WardCode;

/** The rows of a structure file, gathered and checked against one another. */
final class StructureRows {
    private static final String DELIVERY = "delivery";

    private final List<LineError> errors = new ArrayList<>();
    private final Map<String, Ward> wards = new LinkedHashMap<>();
    private final Map<String, Set<Bed>> beds = new HashMap<>();
    private final Map<String, Integer> bedLines = new LinkedHashMap<>();
    private final Map<String, String> units = new HashMap<>();
    private final Set<Structure.Authority> authorities = new LinkedHashSet<>();
    private final List<Structure.Elsewhere> elsewhere = new ArrayList<>();
    private @Nullable Hospital hospital;

    void take(int line, Map<String, String> cells) {
        String row = cell(cells, "row").toLowerCase(Locale.ROOT);
        switch (row) {
            case "hospital" -> hospital(line, cells);
            case "ward" -> ward(line, cells);
            case "bed" -> bed(line, cells);
            case "authority" -> authority(line, cells);
            case "elsewhere" -> elsewhere(line, cells);
            default -> wrong(line, "row", row);
        }
    }

    /** What is wrong, now that every row is known. */
    List<LineError> finish() {
        if (hospital == null) {
            wrong(1, "hospital.missing");
        }
        bedLines.forEach((ward, line) -> {
            if (!wards.containsKey(ward)) {
                wrong(line, "bed.ward", ward);
            }
        });
        return List.copyOf(errors);
    }

    Structure structure() {
        List<Ward> complete = wards.values().stream()
                .map(ward -> new Ward(
                        ward.code(),
                        ward.nameFr(),
                        ward.nameEn(),
                        ward.kind(),
                        ward.units(),
                        List.copyOf(beds.getOrDefault(ward.code().value(), Set.of())),
                        true))
                .toList();
        return new Structure(
                Optional.ofNullable(hospital).orElse(Hospital.UNKNOWN),
                complete,
                List.copyOf(authorities),
                List.copyOf(elsewhere));
    }

    private void hospital(int line, Map<String, String> cells) {
        String finess = cell(cells, "code");
        String zone = cell(cells, "zone").isEmpty() ? Hospital.UNKNOWN.zone() : cell(cells, "zone");
        if (hospital != null) {
            wrong(line, "hospital.twice");
        }
        if (!finess.matches("[0-9][0-9AB][0-9]{7}")) {
            wrong(line, "finess", finess);
        }
        if (cell(cells, "name_fr").isEmpty()) {
            wrong(line, "cell.missing", "name_fr");
        }
        if (!isZone(zone)) {
            wrong(line, "zone", zone);
        }
        hospital = new Hospital(finess, cell(cells, "name_fr"), zone);
    }

    private static boolean isZone(String zone) {
        try {
            return !ZoneId.of(zone).getId().isEmpty();
        } catch (DateTimeException unknown) {
            return false;
        }
    }

    private void ward(int line, Map<String, String> cells) {
        String code = cell(cells, "code");
        String name = cell(cells, "name_fr");
        if (code.isEmpty() || name.isEmpty()) {
            wrong(line, "cell.missing", code.isEmpty() ? "code" : "name_fr");
            return;
        }
        List<String> itsUnits = Arrays.stream(cell(cells, "units").split("[\\s|,]+"))
                .filter(unit -> !unit.isEmpty())
                .toList();
        for (String unit : itsUnits) {
            String other = units.putIfAbsent(unit, code);
            if (other != null) {
                wrong(line, "unit.twice", unit, other);
            }
        }
        String english = cell(cells, "name_en").isEmpty() ? name : cell(cells, "name_en");
        WardKind kind = kind(line, cell(cells, "kind"));
        Ward ward = new Ward(new WardCode(code), name, english, kind, itsUnits, List.of(), true);
        if (wards.putIfAbsent(code, ward) != null) {
            wrong(line, "ward.twice", code);
        }
    }

    private WardKind kind(int line, String said) {
        if (said.isEmpty()) {
            return WardKind.OTHER;
        }
        return Arrays.stream(WardKind.values())
                .filter(kind -> kind != WardKind.UNKNOWN && written(kind).equalsIgnoreCase(said))
                .findFirst()
                .orElseGet(() -> {
                    wrong(line, "kind", said, kinds());
                    return WardKind.OTHER;
                });
    }

    private static String kinds() {
        return Arrays.stream(WardKind.values())
                .filter(kind -> kind != WardKind.UNKNOWN)
                .map(StructureRows::written)
                .collect(Collectors.joining(", "));
    }

    private static String written(WardKind kind) {
        return written(kind.name());
    }

    private static String written(String name) {
        return name.toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private void bed(int line, Map<String, String> cells) {
        String ward = cell(cells, "ward");
        String bed = cell(cells, "bed");
        if (ward.isEmpty() || bed.isEmpty()) {
            wrong(line, "cell.missing", ward.isEmpty() ? "ward" : "bed");
            return;
        }
        bedLines.putIfAbsent(ward, line);
        String kind = cell(cells, "kind");
        boolean delivery = kind.equalsIgnoreCase(DELIVERY);
        if (!kind.isEmpty() && !delivery) {
            wrong(line, "bed.kind", kind, DELIVERY);
        }
        Bed added = new Bed(cell(cells, "room"), bed, delivery);
        Set<Bed> known = beds.computeIfAbsent(ward, first -> new LinkedHashSet<>());
        if (known.contains(new Bed(added.room(), bed, !delivery)) || !known.add(added)) {
            wrong(line, "bed.twice", ward, added.room(), added.bed());
        }
    }

    private void authority(int line, Map<String, String> cells) {
        String feed = cell(cells, "feed");
        String authority = cell(cells, "authority");
        if (feed.isEmpty() || authority.isEmpty()) {
            wrong(line, "cell.missing", feed.isEmpty() ? "feed" : "authority");
        } else if (!authorities.add(new Structure.Authority(feed, authority))) {
            wrong(line, "authority.twice", feed, authority);
        }
    }

    /** Where information is found: what kind in {@code kind}, or an asterisk for any. */
    private void elsewhere(int line, Map<String, String> cells) {
        String name = cell(cells, "name_fr");
        String said = cell(cells, "kind");
        Optional<FoundKind> kind = Arrays.stream(FoundKind.values())
                .filter(one -> written(one.name()).equalsIgnoreCase(said))
                .findFirst();
        if (name.isEmpty()) {
            wrong(line, "cell.missing", "name_fr");
        } else if (kind.isEmpty() && !said.equals("*")) {
            String known = Arrays.stream(FoundKind.values())
                    .map(one -> written(one.name()))
                    .collect(Collectors.joining(", "));
            wrong(line, "elsewhere.kind", said, known);
        } else {
            String english = cell(cells, "name_en").isEmpty() ? name : cell(cells, "name_en");
            elsewhere.add(new Structure.Elsewhere(kind.orElse(null), name, english, cell(cells, "phone")));
        }
    }

    private void wrong(int line, String key, String... args) {
        errors.add(LineError.of(line, key, args));
    }

    private static String cell(Map<String, String> cells, String column) {
        return cells.getOrDefault(column, "");
    }
}
