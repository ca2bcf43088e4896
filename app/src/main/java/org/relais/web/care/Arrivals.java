package org.relais.web.care;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.relais.care.identity.Patient;
import org.relais.care.identity.Place;
import org.relais.web.shell.Frame;

/** Who came to where she lies in the last day, the latest first. */
final class Arrivals {
    private static final Duration SHOWN = Duration.ofDays(1);
    private static final int MOST = 20;

    private Arrivals() {}

    private record Came(Patient patient, Instant at) {
        static Stream<Came> of(Patient patient, ZoneId zone) {
            Place place = patient.place();
            return place == null || place.since() == null
                    ? Stream.empty()
                    : Stream.of(new Came(
                            patient, Objects.requireNonNull(place.since()).instant(zone)));
        }
    }

    static List<PatientsPage.Arrival> of(Frame f, CareRooms rooms) {
        WardNames names = rooms.names(f);
        Instant now = rooms.clock().instant();
        List<Came> latest = rooms.models().query(() -> {
            ZoneId zone = rooms.wards().hospital().zoneId();
            return rooms.wards().patients().inHospital().stream()
                    .filter(patient -> !rooms.wards().patients().withheld(patient.id()))
                    .flatMap(patient -> Came.of(patient, zone))
                    .filter(came ->
                            came.at().isAfter(now.minus(SHOWN)) && !came.at().isAfter(now))
                    .sorted(Comparator.comparing(Came::at).reversed())
                    .limit(MOST)
                    .toList();
        });
        return latest.stream()
                .map(came -> new PatientsPage.Arrival(
                        "came-" + came.patient().id().hex(),
                        PatientHead.of(f, came.patient(), names, false),
                        f.show().moment(came.at())))
                .toList();
    }
}
