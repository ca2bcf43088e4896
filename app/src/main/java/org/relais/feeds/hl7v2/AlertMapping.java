package org.relais.feeds.hl7v2;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.relais.care.ClinicalFact.AlertKind;
import org.relais.care.ClinicalFact.AlertStated;
import org.relais.care.ClinicalFact.Coded;
import org.relais.hl7.Field;
import org.relais.hl7.Segment;
import org.relais.kernel.PartialTime;
import org.relais.kernel.RecordKey;

/**
 * OBX of the codes of {@code alert-codes.csv}, PV2-41, PV2-45 and PD1-15 → alerts. What the table does not name stays an
 * observation.
 */
final class AlertMapping {
    /** What HL7 table 0433 says beside precautions: N is "do not resuscitate", I "on IV". */
    private static final Map<String, AlertKind> PRECAUTIONS =
            Map.of("N", AlertKind.LIMITS_OF_CARE, "I", AlertKind.DEVICE);

    private static final AlertCodes CODES = AlertCodes.defaults();

    private AlertMapping() {}

    /** The alert that an OBX states, when its code is one. */
    static Optional<AlertStated> of(Segment obx, ClinicalContent content, Said said) {
        return CODES.kind(said.what())
                .map(kind -> new AlertStated(
                        content.record(),
                        ObservationMapping.path(obx),
                        kind,
                        said.what(),
                        said.value(),
                        obx.value(11),
                        DataTypes.person(obx.field(16)),
                        said.at()));
    }

    /** What an OBX says, read already. */
    record Said(Coded what, String value, @Nullable PartialTime at) {}

    /** The codes of segments other than OBX. */
    static void codes(Segment segment, RecordKey record, Findings findings) {
        switch (segment.name()) {
            case "PV2" -> {
                segment.field(41).repetitions().forEach(one -> precaution(segment, one, record, findings));
                segment.field(45).repetitions().forEach(one -> directive(segment, one, record, findings));
            }
            case "PD1" -> segment.field(15).repetitions().forEach(one -> directive(segment, one, record, findings));
            default -> {
                // no alert there
            }
        }
    }

    private static void precaution(Segment pv2, Field is, RecordKey record, Findings findings) {
        String code = is.value().toUpperCase(Locale.ROOT);
        if (!code.isEmpty() && !code.equals("U")) {
            AlertKind kind = PRECAUTIONS.getOrDefault(code, AlertKind.PRECAUTION);
            findings.add(coded(pv2, record, kind, new Coded(code, "", "HL70433")));
        }
    }

    private static void directive(Segment segment, Field ce, RecordKey record, Findings findings) {
        Coded code = DataTypes.coded(ce);
        if (!code.display().isEmpty()) {
            String system = code.system().isEmpty() ? "HL70435" : code.system();
            Coded what = new Coded(code.code(), code.text(), system);
            findings.add(coded(segment, record, AlertKind.LIMITS_OF_CARE, what));
        }
    }

    private static AlertStated coded(Segment segment, RecordKey record, AlertKind kind, Coded what) {
        return new AlertStated(record, ObservationMapping.path(segment), kind, what, "", "", "", null);
    }
}
