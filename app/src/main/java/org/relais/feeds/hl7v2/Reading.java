package org.relais.feeds.hl7v2;

import java.util.List;
import java.util.Set;
import org.relais.care.Interpreter.Depth;
import org.relais.hl7.Encoding;
import org.relais.hl7.Message;
import org.relais.kernel.RecordKey;

/**
 * One message being read: what it is, whether it can be folded, then patient by patient. Reasons depend on the structure
 * alone, so that they are the same at either depth.
 */
final class Reading {
    private static final Set<String> DOCUMENT_EVENTS =
            Set.of("T01", "T02", "T03", "T04", "T05", "T06", "T07", "T08", "T09", "T10", "T11");

    private final Message message;
    private final Depth depth;
    private final Findings findings;
    private final String type;
    private final String trigger;

    Reading(Message message, Depth depth, Findings findings) {
        this.message = message;
        this.depth = depth;
        this.findings = findings;
        this.type = message.header().value(9, 1);
        String said = message.header().value(9, 2);
        this.trigger = said.isEmpty()
                ? message.first("EVN").map(event -> event.value(1)).orElse("")
                : said;
    }

    String label() {
        return trigger.isEmpty() ? type : type + "^" + trigger;
    }

    /** Whether bytes without MSH have a line that begins like a segment. */
    static boolean looksLikeSegments(byte[] raw) {
        for (int at = 0; at + 3 < raw.length; at++) {
            boolean lineStart = at == 0 || raw[at - 1] == '\r' || raw[at - 1] == '\n';
            if (lineStart
                    && raw[at + 3] == '|'
                    && Character.isUpperCase(raw[at])
                    && Character.isUpperCase(raw[at + 1])) {
                return true;
            }
        }
        return false;
    }

    void fold() {
        flagOddities();
        MessageType known = MessageType.of(type);
        if (message.several()) {
            findings.reason("feeds.reason.several-messages");
        }
        if (!versionRead(message.header().value(12))) {
            findings.reason("feeds.reason.version", message.header().value(12));
        } else if (known == null) {
            findings.reason("feeds.reason.unknown-type", label());
        } else {
            foldPatients(known);
        }
    }

    private void flagOddities() {
        if (message.encoding().doubt() != Encoding.Doubt.NONE) {
            String key = message.encoding().doubt() == Encoding.Doubt.UNKNOWN
                    ? "feeds.flag.charset-unknown"
                    : "feeds.flag.charset-contradicted";
            findings.flag(
                    key,
                    message.header().value(18),
                    message.encoding().charset().name());
        }
        String processing = message.header().value(11);
        if (processing.equals("T") || processing.equals("D")) {
            findings.flag("feeds.flag.processing", processing);
        }
    }

    /** 2.1 to 2.9 and their revisions; nothing said is taken as one of them. */
    private boolean versionRead(String version) {
        if (version.isEmpty()) {
            findings.flag("feeds.flag.no-version");
            return true;
        }
        return version.length() >= 3
                && version.startsWith("2.")
                && version.charAt(2) >= '1'
                && version.charAt(2) <= '9'
                && (version.length() == 3 || version.charAt(3) == '.');
    }

    private void foldPatients(MessageType known) {
        AdtEvent event = known == MessageType.ADT ? AdtEvent.of(trigger) : AdtEvent.A31;
        if (event == null || (known == MessageType.MDM && !DOCUMENT_EVENTS.contains(trigger))) {
            findings.reason("feeds.reason.unknown-trigger", label());
            return;
        }
        if (event.kind() == AdtEvent.Kind.DELETION) {
            findings.reason("feeds.reason.not-folded", label());
            return;
        }
        List<PatientGroup> groups = PatientGroup.of(message);
        if (groups.isEmpty()) {
            findings.reason("feeds.reason.missing-segment", "PID");
            return;
        }
        for (PatientGroup group : groups) {
            RecordKey record = RecordKeys.of(group.pid(), findings.feed());
            if (record == null) {
                findings.reason("feeds.reason.no-identifier");
            } else {
                foldPatient(group, record, known, event);
            }
        }
        if (event.kind() == AdtEvent.Kind.LINK || event.kind() == AdtEvent.Kind.UNLINK) {
            LinkMapping.foldPair(groups, event.kind() == AdtEvent.Kind.LINK, findings);
        }
    }

    private void foldPatient(PatientGroup group, RecordKey record, MessageType known, AdtEvent event) {
        PidMapping.fold(group.pid(), record, findings);
        if (known == MessageType.ADT) {
            foldEvent(group, record, event);
        }
        ClinicalContent content = new ClinicalContent(group, record, known, trigger, findings);
        content.check(label());
        if (depth == Depth.WHOLE) {
            content.fold();
        }
    }

    private void foldEvent(PatientGroup group, RecordKey record, AdtEvent event) {
        switch (event.kind()) {
            case MOVE -> MovementMapping.fold(group, record, event, findings);
            case MERGE, RENAMED -> LinkMapping.foldMerge(group, record, event, findings);
            case VISIT_MOVED -> LinkMapping.foldVisit(group, record, findings);
            case AWAITED -> findings.flag("feeds.flag.awaited", label());
            case NOT_FOLDED -> findings.reason("feeds.reason.not-folded", label());
            case PERSON, LINK, UNLINK, DELETION -> {
                // who it is about is all that these say of one patient
            }
        }
    }
}
