package org.relais.cli;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.relais.care.identity.Patient;
import org.relais.care.wards.Census;
import org.relais.care.wards.Ward;
import org.relais.care.wards.Wards;
import org.relais.kernel.Dates;
import org.relais.kernel.WardCode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Who lies where: one ward or the whole hospital. */
@Command(name = "census")
final class CensusCommand extends NodeCommand {
    @Option(names = "--ward", paramLabel = "W")
    private String ward = "";

    CensusCommand(Stage stage) {
        super(stage);
    }

    /** One ward of the answer; an empty bed has no patient. */
    record WardLines(String ward, String name, String kind, List<BedLine> beds) {
        record BedLine(String room, String bed, @Nullable PatientLine patient) {}
    }

    @Override
    int run(Rooms rooms, Console console) {
        List<WardLines> answer = rooms.models()
                .query(() -> wards(rooms).stream()
                        .map(rooms.wards()::census)
                        .map(census -> lines(census, rooms.wards()))
                        .toList());
        int patients = answer.stream()
                .mapToInt(lines -> (int) lines.beds().stream()
                        .filter(bed -> bed.patient() != null)
                        .count())
                .sum();
        rooms.trace().listed(OPERATOR, "census", ward, patients);
        if (json) {
            console.json(answer);
        } else {
            Dates dates = console.dates(rooms);
            answer.forEach(lines -> print(lines, console, dates));
        }
        return 0;
    }

    private List<WardCode> wards(Rooms rooms) {
        return ward.isEmpty() ? rooms.wards().wards().stream().map(Ward::code).toList() : List.of(new WardCode(ward));
    }

    private static WardLines lines(Census census, Wards wards) {
        List<WardLines.BedLine> beds = census.places().stream()
                .map(place -> new WardLines.BedLine(place.room(), place.bed(), line(place.patient(), wards)))
                .toList();
        Ward ward = census.ward();
        return new WardLines(ward.code().value(), ward.nameFr(), ward.kind().name(), beds);
    }

    private static @Nullable PatientLine line(@Nullable Patient patient, Wards wards) {
        return patient == null ? null : PatientLine.of(patient, wards);
    }

    private static void print(WardLines lines, Console console, Dates dates) {
        console.out().println(lines.ward() + "  " + lines.name());
        for (WardLines.BedLine bed : lines.beds()) {
            PatientLine patient = bed.patient();
            console.out()
                    .println("  " + (bed.room() + " " + bed.bed()).strip() + "  "
                            + (patient == null ? "-" : patient.text(console, dates)));
        }
    }
}
