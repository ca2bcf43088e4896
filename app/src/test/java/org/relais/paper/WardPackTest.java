package org.relais.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.relais.care.chart.Chart;
import org.relais.care.identity.Place;
import org.relais.care.wards.Census;
import org.relais.care.wards.Ward;
import org.relais.care.wards.WardKind;
import org.relais.kernel.Language;
import org.relais.kernel.PatientId;
import org.relais.kernel.WardCode;

class WardPackTest {
    private static final PackOptions BOTH_SIDES = new PackOptions(MarSpan.HOURS_72, Sides.TWO, 20);

    static PackContent content(int beds) {
        Census census = Samples.census(Samples.maternity(), beds);
        return new PackContent(
                census.ward(),
                census,
                census.byName().stream().map(Samples::chart).toList());
    }

    private static List<PrintedPage> print(WardPack pack, List<PackContent> wards, OutputStream out) {
        PackResult result = pack.print(wards, pack.plan(wards), out, Watch.NONE);
        assertThat(result).isInstanceOf(PackResult.Printed.class);
        return ((PackResult.Printed) result).pages();
    }

    @Test
    void holdsEverythingInOrder() throws IOException {
        WardPack pack = new WardPack(Samples.stamp(Language.FR), PackOptions.USUAL);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        List<PrintedPage> pages = print(pack, List.of(content(6)), out);
        Pdf pdf = new Pdf(out.toByteArray());
        Files.write(Path.of("target/pack_fr.pdf"), pdf.bytes());
        List<Sheet> order = new ArrayList<>();
        pages.forEach(page -> {
            if (order.isEmpty() || order.getLast() != page.code().sheet()) {
                order.add(page.code().sheet());
            }
        });
        assertThat(order.subList(0, 3)).containsExactly(Sheet.COVER, Sheet.CENSUS_BY_BED, Sheet.CENSUS_BY_NAME);
        assertThat(order.subList(3, 5)).containsExactly(Sheet.SUMMARY, Sheet.MAR);
        assertThat(order.subList(13, order.size()))
                .containsExactly(
                        Sheet.ADMISSION,
                        Sheet.PRESCRIPTION,
                        Sheet.VITALS,
                        Sheet.HANDOVER,
                        Sheet.LAB_REQUEST,
                        Sheet.IMAGING_REQUEST,
                        Sheet.UNKNOWN_PATIENT,
                        Sheet.PARTOGRAM,
                        Sheet.HAEMORRHAGE,
                        Sheet.NEWBORN);
        List<String> texts = pdf.texts();
        assertThat(pages).hasSameSizeAs(texts);
        for (int i = 0; i < texts.size(); i++) {
            assertThat(texts.get(i))
                    .contains("Page " + (i + 1) + "/" + texts.size(), "RÉEL", "Données au 24/11/2026 02:14");
        }
        assertThat(texts.getFirst()).contains("5f1c8a0b", "relais verify --expect", "T+3 h 12");
    }

    @Test
    void saysTheSameInEnglish() throws IOException {
        WardPack pack = new WardPack(Samples.stamp(Language.EN), BOTH_SIDES);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        print(pack, List.of(content(4)), out);
        Pdf pdf = new Pdf(out.toByteArray());
        Files.write(Path.of("target/pack_en.pdf"), pdf.bytes());
        assertThat(pdf.text())
                .contains(
                        "Ward pack",
                        "Census by bed",
                        "This is not an order",
                        "UNKNOWN",
                        "Re-prescription",
                        "Not known");
    }

    @Test
    void countsThePagesBeforePrinting() {
        WardPack pack = new WardPack(Samples.stamp(Language.FR), PackOptions.USUAL);
        List<PackContent> wards = List.of(content(6), content(3));
        PackPlan plan = pack.plan(wards);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        assertThat(print(pack, wards, out)).hasSize(plan.pages());
        assertThat(new Pdf(out.toByteArray()).pages()).isEqualTo(plan.pages());
        assertThat(plan.printing()).isEqualTo(Duration.ofSeconds(Math.ceilDiv(plan.pages() * 60L, 20)));
        assertThat(plan.wards().getFirst().patients()).isEqualTo(5);
    }

    @Test
    void neverPutsTwoPatientsOnOneSheet() {
        WardPack pack = new WardPack(Samples.stamp(Language.FR), BOTH_SIDES);
        List<PrintedPage> pages = print(pack, List.of(content(12)), OutputStream.nullOutputStream());
        Map<Integer, PatientId> sheets = new HashMap<>();
        for (PrintedPage page : pages) {
            PatientId patient = page.patient();
            int sheet = (page.code().page() + 1) / 2;
            if (patient != null) {
                assertThat(sheets.getOrDefault(sheet, patient)).isEqualTo(patient);
                sheets.put(sheet, patient);
            } else {
                assertThat(sheets).doesNotContainKey(sheet);
            }
        }
        assertThat(sheets.values().stream().distinct()).hasSize(10);
    }

    @Test
    void namesOnlyItsOwnPatientOnAPatientsPage() {
        WardPack pack = new WardPack(Samples.stamp(Language.FR), PackOptions.USUAL);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        List<PrintedPage> pages = print(pack, List.of(content(4)), out);
        List<String> texts = new Pdf(out.toByteArray()).texts();
        for (int i = 0; i < texts.size(); i++) {
            if (pages.get(i).patient() != null) {
                boolean joseph = Samples.id(1).equals(pages.get(i).patient());
                assertThat(texts.get(i).contains("JOSEPH-MONROSE")).isEqualTo(joseph);
                assertThat(texts.get(i).contains("ABATUCCI")).isNotEqualTo(joseph);
            }
        }
    }

    @Test
    void stopsAtTheNextPageOnceCancelled() {
        WardPack pack = new WardPack(Samples.stamp(Language.FR), PackOptions.USUAL);
        List<PackContent> wards = List.of(content(6));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        List<Integer> seen = new ArrayList<>();
        Watch watch = new Watch() {
            @Override
            public void progress(int done, int expected, Duration left) {
                seen.add(done);
                assertThat(done).isLessThanOrEqualTo(expected);
                assertThat(left).isGreaterThanOrEqualTo(Duration.ZERO);
            }

            @Override
            public boolean cancelled() {
                return seen.size() >= 3;
            }
        };
        assertThat(pack.print(wards, pack.plan(wards), out, watch)).isInstanceOf(PackResult.Cancelled.class);
        assertThat(seen).containsExactly(1, 2, 3);
        assertThat(out.toString(java.nio.charset.StandardCharsets.ISO_8859_1)).doesNotContain("%%EOF");
    }

    @Test
    void printsAWardThatIsEmptyOrUnknown() throws IOException {
        Ward unnamed = new Ward(new WardCode("9901"), "", "", WardKind.UNKNOWN, List.of(), List.of(), false);
        PackContent empty = new PackContent(unnamed, new Census(unnamed, List.of()), List.of());
        WardPack pack = new WardPack(Samples.stamp(Language.FR), PackOptions.USUAL);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        print(pack, List.of(empty), out);
        Files.write(Path.of("target/pack_empty.pdf"), out.toByteArray());
        assertThat(new Pdf(out.toByteArray()).text()).contains("9901", "Aucun patient connu dans ce service");
    }

    @Test
    void printsPatientsWithoutAnyChartDataAndWithVeryLongOnes() throws IOException {
        Ward ward = Samples.maternity();
        Place place = new Place(ward.code(), "", "", null);
        List<Census.Occupied> places = List.of(
                new Census.Occupied(
                        "",
                        "",
                        Samples.patient(
                                7,
                                "VANDERSCHRICK-MONTLOUIS-FÉLICITÉ DE LA ROCHE SAINT-ANDRÉ-BEAUHARNAIS",
                                "<b>Marie</b> & Anne-Élisabeth-Bérénice-Clémentine-Désirée-Eugénie",
                                place),
                        true),
                new Census.Occupied("", "", Samples.patient(8, "X".repeat(140), "", place), true));
        Chart longest = Samples.chart(
                places.getLast().patient() == null
                        ? Samples.joseph()
                        : places.getLast().patient(),
                Samples.medications(40));
        WardPack pack = new WardPack(Samples.stamp(Language.FR), PackOptions.USUAL);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        List<PrintedPage> pages =
                print(pack, List.of(new PackContent(ward, new Census(ward, places), List.of(longest))), out);
        Pdf pdf = new Pdf(out.toByteArray());
        Files.write(Path.of("target/pack_long.pdf"), pdf.bytes());
        assertThat(pages.stream()
                        .filter(page -> page.code().sheet() == Sheet.MAR
                                && Samples.id(8).equals(page.patient())))
                .hasSizeGreaterThanOrEqualTo(4);
        assertThat(pdf.text())
                .contains("<b>Marie</b> & Anne", "Bérénice", "BEAUHARNAIS", "LIT PARTAGÉ")
                .contains("n° 39", "Aucun traitement n’est connu de Relais");
    }
}
