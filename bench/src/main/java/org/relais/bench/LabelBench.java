package org.relais.bench;

import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.IntStream;
import org.relais.care.ClinicalFact.Name;
import org.relais.care.identity.Patient;
import org.relais.care.identity.numbers.DowntimeNumber;
import org.relais.care.labels.LabelKind;
import org.relais.care.labels.LabelsPrinted;
import org.relais.command.CrisisState;
import org.relais.kernel.Identifier;
import org.relais.kernel.Language;
import org.relais.kernel.Mode;
import org.relais.kernel.PartialTime;
import org.relais.kernel.PatientId;
import org.relais.kernel.Sex;
import org.relais.paper.Bearer;
import org.relais.paper.Calibration;
import org.relais.paper.DotFormat;
import org.relais.paper.KitPrint;
import org.relais.paper.LabelPrint;
import org.relais.paper.SheetFormat;
import org.relais.paper.Stamp;

/** How fast bands, labels and kits are printed: to the last byte of the PDF or of the ZPL. */
final class LabelBench {
    private static final int ROUNDS = 3;
    private static final int PATIENTS = 300;
    private static final int POCHETTES = 50;
    private static final LabelPrint.Tray TRAY = new LabelPrint.Tray(SheetFormat.OF_24, Calibration.NONE, 0);

    private LabelBench() {}

    public static void main(String[] args) {
        System.out.println("| round | what | labels and bands /s | pages /s | ms each |");
        System.out.println("|---|---|---|---|---|");
        for (int round = 1; round <= ROUNDS; round++) {
            admissions(round);
            zpl(round);
            kit(round);
        }
    }

    /** An admission set: a band on a page, 24 labels on a sheet. */
    private static void admissions(int round) {
        long start = System.nanoTime();
        long pages = 0;
        for (int patient = 0; patient < PATIENTS; patient++) {
            LabelPrint print = new LabelPrint(
                    bearer(patient),
                    List.of(
                            new LabelsPrinted.Line(LabelKind.BAND, 1, 1),
                            new LabelsPrinted.Line(LabelKind.TUBE, 12, 1),
                            new LabelsPrinted.Line(LabelKind.DOCUMENT, 12, 1)),
                    false);
            pages += print.sheets(TRAY, stamp(), new ByteArrayOutputStream()).size();
        }
        tell(round, "admission set, PDF", new Done(PATIENTS * 25L, pages, PATIENTS, System.nanoTime() - start));
    }

    /** A tube label of 50 × 25 mm at 203 dpi. */
    private static void zpl(int round) {
        long start = System.nanoTime();
        for (int patient = 0; patient < PATIENTS; patient++) {
            new LabelPrint(bearer(patient), List.of(new LabelsPrinted.Line(LabelKind.TUBE, 1, 1)), false)
                    .zpl(new DotFormat(203, 50, 25, 15), stamp());
        }
        tell(round, "tube label, ZPL 203 dpi", new Done(PATIENTS, 0, PATIENTS, System.nanoTime() - start));
    }

    /** A kit of 50 pochettes, all of it. */
    private static void kit(int round) {
        List<String> numbers = IntStream.range(0, POCHETTES)
                .mapToObj(sequence -> new DowntimeNumber(98, sequence).digits())
                .toList();
        long start = System.nanoTime();
        int pages = KitPrint.print(
                        new KitPrint.Content(98, numbers, false),
                        new KitPrint.Manner(KitPrint.Share.ALL, TRAY),
                        stamp(),
                        new ByteArrayOutputStream())
                .size();
        tell(round, "kit of 50 pochettes, PDF", new Done(POCHETTES * 25L, pages, 1, System.nanoTime() - start));
    }

    private record Done(long labels, long pages, int prints, long nanos) {}

    private static void tell(int round, String what, Done done) {
        double seconds = done.nanos() / 1e9;
        System.out.printf(
                "| %d | %s | %.0f | %.0f | %.1f |%n",
                round, what, done.labels() / seconds, done.pages() / seconds, seconds * 1000 / done.prints());
    }

    private static Bearer bearer(int number) {
        PatientId id = new PatientId("%032x".formatted(number));
        Patient patient = new Patient(
                id,
                List.of(new Name("JOSEPH-MONROSE", "Marie-Thérèse", "L")),
                new PartialTime(LocalDateTime.parse("1994-02-03T00:00"), PartialTime.Precision.DAY, null),
                Sex.FEMALE,
                "",
                "",
                "",
                List.of(new Identifier("CHP", "PI", "8001%06d".formatted(number))),
                List.of(),
                List.of("VALI"),
                null,
                null,
                null,
                null,
                List.of(),
                Instant.EPOCH);
        return Bearer.of(patient).orElseThrow();
    }

    private static Stamp stamp() {
        Instant now = Instant.parse("2026-11-24T09:26:00Z");
        return new Stamp(
                Mode.DEMO,
                Language.FR,
                ZoneId.of("America/Martinique"),
                now,
                now,
                "3fa9c1d2a1b2c3d4e5f60718293a4b5c",
                "Centre hospitalier de la Pointe",
                "",
                CrisisState.WATCH,
                "K3F9QX7A2B");
    }
}
