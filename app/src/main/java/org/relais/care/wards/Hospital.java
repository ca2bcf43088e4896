package org.relais.care.wards;

import java.time.DateTimeException;
import java.time.ZoneId;

/**
 * The hospital itself.
 *
 * @param finess FINESS number, 9 characters, or empty when not known
 * @param name   may be empty
 * @param zone   IANA time zone, for instance {@code America/Martinique}
 */
public record Hospital(String finess, String name, String zone) {
    /** What holds until a structure is imported. */
    public static final Hospital UNKNOWN = new Hospital("", "", "Europe/Paris");

    /** Its time zone; the default one when this program does not know it. */
    public ZoneId zoneId() {
        try {
            return ZoneId.of(zone);
        } catch (DateTimeException unknown) {
            return ZoneId.of(UNKNOWN.zone);
        }
    }
}
