package org.relais.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.relais.wiring.Browser.to;
import static org.relais.wiring.PeopledHouse.FAMILY;
import static org.relais.wiring.PeopledHouse.PASSWORD;
import static org.relais.wiring.PeopledHouse.PIN;
import static org.relais.wiring.SmallHouse.MEDICINE;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.relais.access.Account;
import org.relais.access.Role;
import org.relais.journal.DataDirectory;
import org.relais.kernel.WardCode;
import org.relais.testkit.Hl7;

/** What leaves the node, and what is shown of a chart to whom: through the real pages. */
class JournalExportTest {
    private static final String EXPORT = "/backup/export";

    @TempDir
    Path folder;

    private List<Path> exports() throws IOException {
        Path shelf = folder.resolve("data").resolve("exports");
        if (!Files.isDirectory(shelf)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(shelf)) {
            return files.toList();
        }
    }

    @Test
    void aWholeJournalLeavesByTwoPeopleSealedAndTraced() throws IOException {
        try (PeopledHouse place = new PeopledHouse(folder)) {
            Account first = place.person("first", Role.ADMINISTRATOR);
            Account second = place.person("second", Role.ADMINISTRATOR);
            Account nurse = place.person("nurse", Role.NURSE, MEDICINE);
            String badge = place.badge(second);
            place.badge(nurse);
            try (Browser desk = place.browser().in("first", PASSWORD)) {
                assertThat(export(desk, "", "")).isEqualTo("422 -");
                assertThat(export(desk, "first", PASSWORD)).isEqualTo("422 -");
                assertThat(export(desk, "nurse", PASSWORD)).isEqualTo("422 -");
                assertThat(export(desk, "second", "wrong")).isEqualTo("422 -");
                assertThat(exports()).isEmpty();
                assertThat(place.traces(first)).doesNotContain("EXPORTED journal");
                assertThat(export(desk, badge, PIN)).isEqualTo("303 " + EXPORT);
                assertThat(desk.get(EXPORT).body()).contains("relais-export_");
            }
            assertThat(place.traces(first)).contains("EXPORTED journal", "COUNTERSIGNED journal-export");
            assertThat(exports()).hasSize(1);
            Path file = exports().getFirst();
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");
            assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
                    .doesNotContain(FAMILY);
            DataDirectory.restore(file, folder.resolve("opened"));
            try (House opened =
                    House.open(folder.resolve("opened"), SmallHouse.PASSPHRASE.clone(), () -> SmallHouse.START)) {
                assertThat(opened.data().journal().head()).isPositive();
            }
            try (Browser ward = place.browser().in("nurse", PASSWORD)) {
                assertThat(ward.get(EXPORT).statusCode()).isEqualTo(403);
            }
        }
    }

    private static String export(Browser desk, String second, String secret) {
        return to(desk.fill(EXPORT, EXPORT, Map.of("second", second, "secret", secret)));
    }

    @Test
    void theBannerSaysByWhatGlassAChartIsReadAndTheChartLeadsToItsReport() {
        try (PeopledHouse place = new PeopledHouse(folder)) {
            place.person("own", Role.NURSE, MEDICINE);
            place.person("other", Role.MIDWIFE, new WardCode("MAT"));
            place.person("dmc", Role.DMC);
            String chart = "/patients/" + place.patient().id().hex();
            try (Browser own = place.browser().in("own", PASSWORD);
                    Browser other = place.browser().in("other", PASSWORD);
                    Browser dmc = place.browser().in("dmc", PASSWORD)) {
                assertThat(own.get(chart).body())
                        .doesNotContain("Bris de glace")
                        .contains(chart + "/accesses");
                other.fill(chart + "/glass", chart + "/glass", Map.of("reason", "ADVICE", "text", ""));
                for (String page : List.of(chart, chart + "/found")) {
                    assertThat(other.get(page).body())
                            .contains("Bris de glace\u00A0: Avis demandé par un confrère, jusqu'au 23/11/2026 10:00");
                }
                assertThat(own.get(chart + "/accesses").body()).contains("Essai other");
                assertThat(dmc.get(chart).body()).doesNotContain("/accesses").doesNotContain("Bris de glace\u00A0:");
                assertThat(dmc.get(chart + "/accesses").statusCode()).isEqualTo(403);
            }
        }
    }

    @Test
    void whatADocumentHoldsStaysInASandbox() {
        String pdf = java.util.Base64.getEncoder()
                .encodeToString("%PDF-1.4\n<script>alert(1)</script>\n%%EOF".getBytes(StandardCharsets.UTF_8));
        try (PeopledHouse place = new PeopledHouse(folder)) {
            place.site.hears(Hl7.message(
                    Hl7.header("MDM^T02^MDM_T02", "D1"),
                    "EVN||20261123060000",
                    Hl7.pid("9912345678", FAMILY, "Marie-Ange"),
                    "PV1|1|I|6268^12^A^POINTE",
                    "TXA|1|11490-0^Lettre^LN|AP|202611231000||||||||DOC1^SRC|||||LA||AV",
                    "OBX|1|ED|11490-0^Lettre^LN||^APPLICATION^PDF^Base64^" + pdf + "||||||F"));
            place.person("own", Role.NURSE, MEDICINE);
            try (Browser own = place.browser().in("own", PASSWORD)) {
                String chart =
                        own.get("/patients/" + place.patient().id().hex()).body();
                int at = chart.indexOf("/documents/");
                assertThat(at).isPositive();
                String page = chart.substring(chart.lastIndexOf('"', at) + 1, chart.indexOf('"', at));
                var file = own.get(page + "/file");
                assertThat(file.statusCode()).isEqualTo(200);
                assertThat(file.headers().firstValue("Content-Type")).contains("application/pdf");
                assertThat(file.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
                assertThat(file.headers().allValues("Content-Security-Policy"))
                        .singleElement()
                        .satisfies(policy -> assertThat(policy)
                                .startsWith("sandbox; default-src 'none'")
                                .doesNotContain("allow-scripts"));
            }
        }
    }
}
