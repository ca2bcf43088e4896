package org.relais.feeds.hl7v2;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.relais.care.ClinicalFact;
import org.relais.care.ClinicalFact.AlertStated;
import org.relais.care.ClinicalFact.Coded;
import org.relais.care.ClinicalFact.Observed;
import org.relais.hl7.Field;
import org.relais.hl7.Segment;
import org.relais.kernel.PartialTime;

/**
 * OBX, with the OBR above and the NTE below it → observations (HL7 v2.5.1 chapter 7.4). Consecutive lines of text of one
 * observation are one value; encapsulated data is a document.
 */
final class ObservationMapping {
    /** LOINC codes of vital signs and bedside measures. */
    private static final Set<String> VITALS = Set.of(
            "8867-4", "8480-6", "8462-4", "8478-0", "8310-5", "8331-1", "9279-1", "59408-5", "2708-6", "29463-7",
            "3141-9", "8302-2", "3137-7", "72514-3", "39156-5", "9269-2", "35088-4", "8339-4", "9187-6", "9843-4",
            "8287-5", "3151-8", "38208-5", "85354-9");

    private static final Set<String> VITAL_PANELS = Set.of("85353-1", "8716-3", "34566-0", "85354-9", "96607-7");
    private static final Set<String> ENCAPSULATED = Set.of("ED", "RP");
    private static final Set<String> TEXT = Set.of("TX", "FT");

    private final ClinicalContent content;
    private final Findings findings;
    private @Nullable Segment obr;
    private @Nullable Segment specimen;

    private ObservationMapping(ClinicalContent content) {
        this.content = content;
        this.findings = content.findings();
    }

    static void fold(ClinicalContent content) {
        new ObservationMapping(content).fold();
    }

    private void fold() {
        List<Segment> segments = content.group().segments();
        int at = 0;
        while (at < segments.size()) {
            Segment segment = segments.get(at);
            int next = at + 1;
            switch (segment.name()) {
                case "OBR" -> obr = segment;
                case "SPM" -> specimen = segment;
                case "OBX" -> next = observation(segments, at);
                default -> {
                    // mapped elsewhere
                }
            }
            at = next;
        }
    }

    /** @return where to go on */
    private int observation(List<Segment> segments, int at) {
        Segment obx = segments.get(at);
        if (encapsulates(obx)) {
            DocumentMapping.encapsulated(content, obx, obr);
            return at + 1;
        }
        StringBuilder value = new StringBuilder(value(obx));
        int next = at + 1;
        while (next < segments.size() && continues(obx, segments.get(next))) {
            value.append('\n').append(value(segments.get(next++)));
        }
        StringBuilder note = new StringBuilder();
        while (next < segments.size() && segments.get(next).is("NTE")) {
            String line = text(segments.get(next++).field(3));
            note.append(note.isEmpty() || line.isEmpty() ? "" : "\n").append(line);
        }
        add(obx, value.toString(), note.toString());
        return next;
    }

    private static boolean continues(Segment obx, Segment next) {
        return next.is("OBX")
                && TEXT.contains(obx.value(2))
                && next.value(2).equals(obx.value(2))
                && next.field(3).text().equals(obx.field(3).text())
                && next.field(4).text().equals(obx.field(4).text());
    }

    private void add(Segment obx, String value, String note) {
        Coded panel = obr == null ? new Coded("", "", "") : DataTypes.coded(obr.field(4));
        Coded said = DataTypes.coded(obx.field(3));
        Coded analyte = said.display().isEmpty() ? panel : said;
        if (analyte.display().isEmpty()
                || (value.isEmpty() && note.isEmpty() && obx.value(11).isEmpty())) {
            findings.flag("feeds.flag.empty-item", "OBX-5");
            return;
        }
        PartialTime at = takenAt(obx);
        Optional<AlertStated> alert =
                AlertMapping.of(obx, content, new AlertMapping.Said(analyte, joined(value, note), at));
        alert.ifPresentOrElse(findings::add, () -> findings.add(observed(obx, analyte, value, note)));
    }

    private static String joined(String value, String note) {
        return value.isEmpty() || note.isEmpty() ? value + note : value + "\n" + note;
    }

    private Observed observed(Segment obx, Coded analyte, String value, String note) {
        Coded panel = obr == null ? new Coded("", "", "") : DataTypes.coded(obr.field(4));
        Coded unit = DataTypes.coded(obx.field(6));
        return new Observed(
                content.record(),
                path(obx),
                analyte,
                value,
                unit.code().isEmpty() ? unit.text() : unit.code(),
                obx.value(7),
                obx.value(8),
                obx.value(11),
                panel,
                obr == null ? "" : DataTypes.number(obr.field(3)),
                vital(analyte, panel),
                note,
                takenAt(obx));
    }

    static boolean encapsulates(Segment obx) {
        return ENCAPSULATED.contains(obx.value(2));
    }

    /** Names a segment within its message. */
    static String path(Segment segment) {
        return segment.name() + "@" + segment.ordinal();
    }

    private boolean vital(Coded analyte, Coded panel) {
        return VITALS.contains(analyte.code())
                || VITAL_PANELS.contains(panel.code())
                || (obr != null && obr.value(24).equals("NRS"))
                || (obr == null && content.type() == MessageType.ADT);
    }

    private @Nullable PartialTime takenAt(Segment obx) {
        PartialTime taken = findings.time(obx, 14);
        if (taken == null && obr != null) {
            taken = findings.time(obr, 7);
        }
        return taken == null && specimen != null ? findings.time(specimen, 17) : taken;
    }

    /** OBX-5 for the eye, its repetitions on lines of their own. */
    static String value(Segment obx) {
        Field field = obx.field(5);
        if (field.isDeleted()) {
            return ClinicalFact.DELETED;
        }
        String type = obx.value(2);
        return field.repetitions().stream()
                .map(one -> one(type, one))
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining("\n"));
    }

    private static String one(String type, Field field) {
        return switch (type) {
            case "CE", "CWE", "CNE", "CF" -> DataTypes.coded(field).display();
            case "SN" -> field.value(1) + field.value(2) + field.value(3) + field.value(4);
            case "XCN", "PPN" -> DataTypes.person(field);
            case "NM", "ST", "TX", "FT" -> field.text();
            case "TS" -> field.value();
            default -> text(field);
        };
    }

    /** Every component that says something. */
    private static String text(Field field) {
        return DataTypes.joined(
                " ",
                field.component(1).text(),
                field.component(2).text(),
                field.component(3).text(),
                field.component(4).text());
    }
}
