package org.relais.feeds.hl7v2;

import org.relais.hl7.Segment;
import org.relais.kernel.RecordKey;

/** What a message says of one patient beside who and where she is. */
record ClinicalContent(PatientGroup group, RecordKey record, MessageType type, String trigger, Findings findings) {

    /** Says what will be missing, from the structure alone. */
    void check(String label) {
        switch (type.reads()) {
            case IDENTITY -> findings.flag("feeds.flag.identity-only", label);
            case RESULTS -> require(type == MessageType.PPR ? "PRB" : type == MessageType.REF ? "PID" : "OBX", "OBR");
            case ORDERS -> {
                if (!group.has("OBR") && !group.has("RXE") && !group.has("RXO") && !group.has("RXA")) {
                    findings.reason("feeds.reason.missing-segment", "OBR, RXO, RXE, RXA");
                }
            }
            case VACCINATIONS -> require("RXA", "RXA");
            case DOCUMENTS -> require("TXA", "TXA");
            case APPOINTMENTS -> {
                if (AppointmentMapping.sch(group).isEmpty()) {
                    findings.reason("feeds.reason.missing-segment", "SCH");
                }
            }
            case MOVEMENTS -> {
                // the movement itself has been checked
            }
        }
    }

    private void require(String segment, String orElse) {
        if (!group.has(segment) && !group.has(orElse)) {
            findings.reason("feeds.reason.missing-segment", segment);
        }
    }

    void fold() {
        if (type.reads() == MessageType.Reads.IDENTITY) {
            return;
        }
        for (Segment segment : group.segments()) {
            PersonMapping.fold(segment, record, findings);
            AlertMapping.codes(segment, record, findings);
        }
        switch (type.reads()) {
            case MOVEMENTS, RESULTS -> ObservationMapping.fold(this);
            case ORDERS -> {
                OrderMapping.fold(this);
                ObservationMapping.fold(this);
            }
            case VACCINATIONS -> OrderMapping.fold(this);
            case DOCUMENTS -> DocumentMapping.fold(this);
            case APPOINTMENTS -> AppointmentMapping.fold(this);
            case IDENTITY -> {
                // returned above
            }
        }
    }
}
