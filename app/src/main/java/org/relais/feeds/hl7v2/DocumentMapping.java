package org.relais.feeds.hl7v2;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.relais.care.ClinicalFact.Coded;
import org.relais.care.ClinicalFact.DocumentReceived;
import org.relais.hl7.Segment;
import org.relais.kernel.PartialTime;

/**
 * TXA, and OBX of type ED → documents (HL7 v2.5.1 chapter 9.6). Only the header is taken: the bytes stay in the message at
 * the path of their OBX, or, for a document written in lines of text, of the TXA.
 */
final class DocumentMapping {
    private DocumentMapping() {}

    /** One document a message: its parts in ED each under a path of their own, else its text. */
    static void fold(ClinicalContent content) {
        content.group().first("TXA").ifPresent(txa -> {
            List<Segment> parts = content.group().segments().stream()
                    .filter(segment -> segment.is("OBX") && segment.value(2).equals("ED"))
                    .toList();
            if (parts.isEmpty()) {
                content.findings().add(document(content, txa, txa, "text/plain"));
            }
            parts.forEach(obx -> content.findings().add(document(content, txa, obx, mediaType(obx))));
        });
    }

    private static DocumentReceived document(ClinicalContent content, Segment txa, Segment at, String mediaType) {
        Findings findings = content.findings();
        Coded kind = DataTypes.coded(txa.field(2));
        Coded title = at.is("OBX") ? DataTypes.coded(at.field(3)) : kind;
        PartialTime written = findings.time(txa, 4);
        if (written == null) {
            written = findings.time(txa, 6);
        }
        return new DocumentReceived(
                content.record(),
                ObservationMapping.path(at),
                txa.value(12),
                title.text().isEmpty() ? kind : title,
                mediaType,
                content.trigger().equals("T11") ? "CA" : txa.value(17),
                txa.value(13),
                author(txa),
                written);
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

    /** An OBX of type ED or RP outside of MDM. */
    static void encapsulated(ClinicalContent content, Segment obx, @Nullable Segment obr) {
        Findings findings = content.findings();
        PartialTime written = findings.time(obx, 14);
        if (written == null && obr != null) {
            written = obr.field(22).isEmpty() ? findings.time(obr, 7) : findings.time(obr, 22);
        }
        Coded kind = DataTypes.coded(obx.field(3));
        findings.add(new DocumentReceived(
                content.record(),
                ObservationMapping.path(obx),
                obr == null ? "" : DataTypes.number(obr.field(3)),
                kind.display().isEmpty() && obr != null ? DataTypes.coded(obr.field(4)) : kind,
                mediaType(obx),
                obx.value(11),
                "",
                obr == null ? "" : DataTypes.person(obr.field(32)),
                written));
    }

    /** ED.2 and ED.3 (HL7 tables 0191 and 0291) as an Internet media type; what is unknown is bytes. */
    private static String mediaType(Segment obx) {
        String type = obx.value(5, 2).toLowerCase(Locale.ROOT);
        String subtype = obx.value(5, 3).toLowerCase(Locale.ROOT);
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
