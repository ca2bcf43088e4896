package org.relais.feeds.hl7v2;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.relais.care.ClinicalFact.Coded;
import org.relais.care.ClinicalFact.DocumentAct;
import org.relais.care.ClinicalFact.DocumentPart;
import org.relais.care.ClinicalFact.DocumentStated;
import org.relais.hl7.Segment;
import org.relais.kernel.PartialTime;

/**
 * TXA, and OBX of type ED or RP → documents (HL7 v2.5.1 chapter 9.6). Only the header is taken: the bytes stay in the
 * message at the path of their OBX; what is written in lines of text is one part at the path of the TXA.
 */
final class DocumentMapping {
    private static final Set<String> GONE = Set.of("CA", "OB");
    private static final Set<String> WITHDRAWN = Set.of("D", "W", "X");

    private DocumentMapping() {}

    static void fold(ClinicalContent content) {
        content.group()
                .first("TXA")
                .ifPresent(txa -> content.findings().add(document(content, txa, parts(content.group(), txa))));
    }

    /** Each encapsulated OBX is a part; all lines of text together are one. */
    private static List<DocumentPart> parts(PatientGroup group, Segment txa) {
        List<DocumentPart> parts = new ArrayList<>();
        boolean text = false;
        for (Segment obx : group.segments()) {
            if (!obx.is("OBX")) {
                continue;
            }
            if (ObservationMapping.encapsulates(obx)) {
                parts.add(part(obx));
            } else if (!text && !obx.field(5).isEmpty()) {
                text = true;
                parts.add(new DocumentPart(
                        ObservationMapping.path(txa), "text/plain", DataTypes.coded(obx.field(3)), true));
            }
        }
        return List.copyOf(parts);
    }

    private static DocumentPart part(Segment obx) {
        return new DocumentPart(
                ObservationMapping.path(obx),
                mediaType(obx),
                DataTypes.coded(obx.field(3)),
                !obx.value(2).equals("RP"));
    }

    private static DocumentStated document(ClinicalContent content, Segment txa, List<DocumentPart> parts) {
        Findings findings = content.findings();
        Coded kind = DataTypes.coded(txa.field(2));
        PartialTime written = findings.time(txa, 4);
        if (written == null) {
            written = findings.time(txa, 6);
        }
        boolean named = parts.size() == 1 && !parts.getFirst().title().text().isEmpty();
        return new DocumentStated(
                content.record(),
                ObservationMapping.path(txa),
                txa.value(12),
                GONE.contains(txa.value(19).toUpperCase(Locale.ROOT)) ? DocumentAct.CANCEL : act(content.trigger()),
                txa.value(13),
                named ? parts.getFirst().title() : kind,
                txa.value(17),
                author(txa),
                written,
                parts);
    }

    private static DocumentAct act(String trigger) {
        return switch (trigger) {
            case "T03", "T04" -> DocumentAct.STATUS;
            case "T05", "T06" -> DocumentAct.ADDENDUM;
            case "T07", "T08" -> DocumentAct.EDIT;
            case "T09", "T10" -> DocumentAct.REPLACEMENT;
            case "T11" -> DocumentAct.CANCEL;
            default -> DocumentAct.ORIGINAL;
        };
    }

    private static String author(Segment txa) {
        for (int number : new int[] {9, 5, 10, 22}) {
            String person = DataTypes.person(txa.field(number));
            if (!person.isEmpty()) {
                return person;
            }
        }
        return "";
    }

    /** An OBX of type ED or RP outside of MDM: a document of one part, numbered by its OBR and named by OBX-3 and OBX-4. */
    static void encapsulated(ClinicalContent content, Segment obx, @Nullable Segment obr) {
        Findings findings = content.findings();
        PartialTime written = findings.time(obx, 14);
        if (written == null && obr != null) {
            written = obr.field(22).isEmpty() ? findings.time(obr, 7) : findings.time(obr, 22);
        }
        Coded kind = DataTypes.coded(obx.field(3));
        String filler = obr == null ? "" : DataTypes.number(obr.field(3));
        String status = obx.value(11).toUpperCase(Locale.ROOT);
        DocumentAct act = status.equals("C") ? DocumentAct.EDIT : DocumentAct.ORIGINAL;
        findings.add(new DocumentStated(
                content.record(),
                ObservationMapping.path(obx),
                filler.isEmpty() ? "" : String.join("/", filler, kind.code(), obx.value(4)),
                WITHDRAWN.contains(status) ? DocumentAct.CANCEL : act,
                "",
                kind.display().isEmpty() && obr != null ? DataTypes.coded(obr.field(4)) : kind,
                obx.value(11),
                obr == null ? "" : DataTypes.person(obr.field(32)),
                written,
                List.of(part(obx))));
    }

    /** ED.2 and ED.3, RP.3 and RP.4 (HL7 tables 0191 and 0291), as an Internet media type; what is unknown is bytes. */
    private static String mediaType(Segment obx) {
        int at = obx.value(2).equals("RP") ? 3 : 2;
        String type = obx.value(5, at).toLowerCase(Locale.ROOT);
        String subtype = obx.value(5, at + 1).toLowerCase(Locale.ROOT);
        if (type.contains("/")) {
            return type;
        }
        return switch (subtype) {
            case "pdf" -> "application/pdf";
            case "xml", "x-hl7-cda-level-one", "cda" -> "text/xml";
            case "jpeg", "jpg" -> "image/jpeg";
            case "png", "gif", "tiff" -> "image/" + subtype;
            case "html" -> "text/html";
            case "rtf" -> "application/rtf";
            default ->
                type.equals("text") || type.equals("tx") || type.equals("ft")
                        ? "text/plain"
                        : "application/octet-stream";
        };
    }
}
