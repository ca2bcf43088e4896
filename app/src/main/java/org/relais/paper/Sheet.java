package org.relais.paper;

/** The kinds of page; each has a code that its DataMatrix carries and a title in the message files. */
public enum Sheet {
    COVER("CV"),
    CENSUS_BY_BED("CB"),
    CENSUS_BY_NAME("CN"),
    SUMMARY("PS"),
    MAR("PA"),
    ADMISSION("FA"),
    PRESCRIPTION("FP"),
    VITALS("FV"),
    HANDOVER("FT"),
    LAB_REQUEST("FL"),
    IMAGING_REQUEST("FI"),
    NOTES("FN"),
    RECOVERY("KR"),
    PHONE("KP"),
    ACCESSES("AR"),
    BADGES("AB"),
    PASSWORDS("AP"),
    /** Passphrase of a ward's packs, for its sealed envelope. */
    ENVELOPE("EV"),
    DOCUMENT("PD"),
    BANDS("LB"),
    /** A sheet of labels: bears nothing but them. */
    LABELS("LE"),
    CALIBRATION("LC"),
    KIT("KT"),
    /** The register of deliveries. */
    DELIVERIES("RD"),
    UNKNOWN_PATIENT("FU"),
    PARTOGRAM("FG"),
    HAEMORRHAGE("FH"),
    NEWBORN("FB");

    private final String code;

    Sheet(String code) {
        this.code = code;
    }

    /** Two letters, stable for ever: sheets come back years later. */
    public String code() {
        return code;
    }

    /** What the foot of the page says of its content. */
    String footKey() {
        return switch (this) {
            case RECOVERY, PHONE, BADGES, PASSWORDS, CALIBRATION, KIT -> "foot.no-health";
            default -> "foot";
        };
    }

    /** Whether the page has neither head nor foot. */
    boolean bare() {
        return this == LABELS || this == CALIBRATION;
    }

    String titleKey() {
        return "title." + name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
}
