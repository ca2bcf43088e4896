package org.relais.demo;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.hl7v2.DefaultHapiContext;
import ca.uhn.hl7v2.HL7Exception;
import ca.uhn.hl7v2.model.Message;
import ca.uhn.hl7v2.parser.PipeParser;
import ca.uhn.hl7v2.validation.impl.ValidationContextFactory;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.relais.care.wards.StructureCsv;
import org.relais.care.wards.WardKind;

class DemoHospitalTest {
    private static final DemoHospital HOSPITAL = new DemoHospital(7);
    private static final DemoRun RUN = full();
    private static final List<DemoMessage> HISTORY = RUN.history().toList();

    private static DemoRun full() {
        return HOSPITAL.run(DemoHospital.FULL_PATIENTS, DemoHospital.FULL_DAYS, DemoHospital.DEFAULT_END);
    }

    @Test
    void hasNineWardsAnd420Beds() {
        List<String> rows = HOSPITAL.structureCsv().lines().toList();
        assertThat(rows.stream().filter(row -> row.startsWith("ward;"))).hasSize(9);
        assertThat(rows.stream().filter(row -> row.startsWith("bed;")))
                .hasSize(420)
                .doesNotHaveDuplicates();
        assertThat(rows).allSatisfy(row -> assertThat(row.split(";", -1)).hasSize(13));
    }

    @Test
    void itsStructureIsReadWithoutAnError() {
        byte[] file = HOSPITAL.structureCsv().getBytes(StandardCharsets.UTF_8);
        assertThat(StructureCsv.read(file))
                .isInstanceOfSatisfying(
                        StructureCsv.Parsed.class,
                        parsed -> assertThat(parsed.structure().wards())
                                .hasSize(9)
                                .noneMatch(ward -> ward.kind() == WardKind.OTHER || ward.kind() == WardKind.UNKNOWN));
    }

    @Test
    void theSameSeedWritesTheSameBytes(@TempDir Path directory) throws IOException {
        GenerateFiles files = new GenerateFiles(11, 120, 2);
        GenerateFiles.Counts one = files.write(directory.resolve("one"));
        GenerateFiles.Counts two = files.write(directory.resolve("two"));
        assertThat(one).isEqualTo(two);
        assertThat(one.messages()).isGreaterThan(500);
        try (Stream<Path> written = Files.list(directory.resolve("one"))) {
            List<Path> paths = written.toList();
            assertThat(paths).hasSize(one.files());
            for (Path path : paths) {
                Path other = directory.resolve("two").resolve(path.getFileName());
                assertThat(Files.mismatch(path, other)).isEqualTo(-1);
            }
        }
    }

    @Test
    void messagesComeInOrderOfTimeAndNotAfterTheEnd() {
        for (int i = 1; i < HISTORY.size(); i++) {
            assertThat(HISTORY.get(i).at()).isAfterOrEqualTo(HISTORY.get(i - 1).at());
        }
        assertThat(HISTORY.getLast().at()).isBeforeOrEqualTo(DemoHospital.DEFAULT_END);
    }

    @Test
    void fillsNineBedsInTenAndNeverOneTwice() {
        DemoTruth truth = RUN.truth();
        Set<String> beds = new HashSet<>();
        for (DemoTruth.Lying lying : truth.lying()) {
            if (!lying.bed().isEmpty()) {
                assertThat(beds.add(lying.ward() + lying.room() + lying.bed())).isTrue();
            }
        }
        assertThat(beds.size()).isBetween(360, 405);
        assertThat(truth.lying()).extracting(DemoTruth.Lying::ipp).doesNotHaveDuplicates();
        assertThat(truth.lying().stream().filter(lying -> lying.ward().equals("MAT")))
                .hasSizeGreaterThan(40);
    }

    @Test
    void theWomanOfTheStoryLiesInMaternity() {
        String ipp = RUN.heroine();
        assertThat(RUN.truth().lying()).contains(new DemoTruth.Lying(ipp, "MAT", "412", "S"));
        String said = HISTORY.stream()
                .map(DemoHospitalTest::text)
                .filter(text -> text.contains("|" + ipp + "^"))
                .collect(Collectors.joining("\n"));
        assertThat(said)
                .contains("JOSEPH-MONROSE^MAELLE^MAELLE ANGE^^^^L~VALCÉRAN^Maëlle^^^^^D")
                .contains("882-1^Groupe sanguin ABO RH^LN||O RH:-1")
                .contains("ISOL^Isolement^L", "SIU^S12", "DOCH0", "^TEXT^XML^Base64^")
                .contains("2823-3^Potassium^LN||3.1")
                .contains("Amoxicilline");
    }

    @Test
    void hapiReadsEveryMessageAsTheStructureItDeclares() throws IOException {
        Set<String> types = new TreeSet<>();
        try (DefaultHapiContext context = new DefaultHapiContext()) {
            context.setValidationContext(ValidationContextFactory.noValidation());
            PipeParser parser = context.getPipeParser();
            for (DemoMessage message : HISTORY) {
                String text = text(message);
                if (!whole(text)) {
                    continue;
                }
                String type = field(text, "MSH", 8);
                types.add(type.substring(0, 7));
                assertThat(parse(parser, text).getName()).isEqualTo(type.split("\\^")[2]);
            }
        }
        assertThat(types)
                .contains(
                        "ADT^A01", "ADT^A02", "ADT^A03", "ADT^A04", "ADT^A05", "ADT^A06", "ADT^A08", "ADT^A11",
                        "ADT^A12", "ADT^A13", "ADT^A21", "ADT^A22", "ADT^A28", "ADT^A31", "ADT^A38", "ADT^A40",
                        "ADT^A47", "ADT^Z99", "OML^O21", "ORU^R01", "RDE^O11", "RAS^O17", "ORM^O01", "MDM^T02",
                        "MDM^T10", "SIU^S12", "SIU^S13", "SIU^S15");
    }

    @Test
    void movementsAreWellFormedAndTakeBackOnlyWhatWasSaid() {
        Map<String, String> inserted = new HashMap<>();
        Set<String> seen = new HashSet<>();
        for (DemoMessage message : HISTORY) {
            String text = text(message);
            if (!text.contains("\rZBE|") || !seen.add(field(text, "MSH", 9))) {
                continue;
            }
            String trigger = field(text, "MSH", 8).substring(4, 7);
            String movement = field(text, "ZBE", 1);
            assertThat(movement).matches("M\\d{7}\\^CHP\\^979999999\\^M");
            assertThat(field(text, "ZBE", 2)).matches("\\d{14}");
            assertThat(field(text, "ZBE", 5)).isEqualTo("N");
            assertThat(field(text, "ZBE", 8).split("\\^", -1)).hasSize(10);
            if (field(text, "ZBE", 4).equals("INSERT")) {
                assertThat(inserted.put(movement, trigger)).isNull();
            } else {
                assertThat(inserted).containsEntry(movement, field(text, "ZBE", 6));
            }
        }
    }

    @Test
    void everybodyIsInvented() {
        Set<String> parts = Names.FAMILY.stream().map(Names::rniv).collect(Collectors.toSet());
        for (DemoMessage message : HISTORY) {
            String text = text(message);
            if (!whole(text)) {
                continue;
            }
            String rest = field(text, "PID", 5).split("\\^", 2)[0];
            for (String part :
                    parts.stream().sorted((a, b) -> b.length() - a.length()).toList()) {
                rest = rest.replace(part, "");
            }
            assertThat(rest).matches("-?");
            assertThat(field(text, "PID", 13)).startsWith("063998");
            String identifiers = field(text, "PID", 3);
            assertThat(identifiers).contains("979999999&M^PI");
            if (identifiers.contains("~")) {
                String nir = identifiers.substring(identifiers.indexOf('~') + 1);
                assertThat(nir).matches("\\d{5}972[6-9]\\d{6}\\^\\^\\^.*1\\.2\\.250\\.1\\.213\\.1\\.4\\.10&ISO\\^INS");
                assertThat(97 - Long.parseLong(nir.substring(0, 13)) % 97)
                        .isEqualTo(Long.parseLong(nir.substring(13, 15)));
            }
        }
    }

    @Test
    void somethingGoesWrongAsInAnyHospital() {
        Map<String, Long> ids = HISTORY.stream()
                .collect(Collectors.groupingBy(message -> field(text(message), "MSH", 9), Collectors.counting()));
        assertThat(ids.values().stream().filter(times -> times > 1))
                .as("sent twice")
                .isNotEmpty();
        List<String> texts = HISTORY.stream().map(DemoHospitalTest::text).toList();
        assertThat(texts.stream().filter(text -> !whole(text))).as("cut short").isNotEmpty();
        assertThat(texts.stream().filter(text -> text.contains("ADT^Z77"))).isNotEmpty();
        assertThat(texts.stream().filter(text -> text.contains("|||C|")))
                .as("corrected")
                .isNotEmpty();
        assertThat(texts.stream().filter(text -> text.contains("\rIAM|"))).isNotEmpty();
        assertThat(texts.stream().filter(text -> text.contains("716186003"))).isNotEmpty();
    }

    @Test
    void someShareANameAndSomeABirthDate() {
        Map<String, String> byIpp = new HashMap<>();
        HISTORY.stream()
                .map(DemoHospitalTest::text)
                .filter(text -> whole(text) && field(text, "PID", 21).isEmpty())
                .filter(text -> text.contains("ADT^A01") || text.contains("ADT^A04"))
                .forEach(text -> byIpp.put(
                        field(text, "PID", 3).split("\\^")[0],
                        String.join(
                                        " ",
                                        java.util.Arrays.asList(
                                                        field(text, "PID", 5).split("\\^"))
                                                .subList(0, 2)) + "/" + field(text, "PID", 7)));
        Set<String> names = new HashSet<>();
        Set<String> births = new HashSet<>();
        int homonyms = 0;
        int sameDay = 0;
        for (String person : byIpp.values()) {
            String[] parts = person.split("/", -1);
            homonyms += names.add(parts[0]) ? 0 : 1;
            sameDay += births.add(parts[0].split(" ")[0] + parts[1]) ? 0 : 1;
        }
        assertThat(homonyms).isGreaterThan(3);
        assertThat(sameDay).isGreaterThan(1);
    }

    private static boolean whole(String text) {
        return text.endsWith("\r");
    }

    private static Message parse(PipeParser parser, String text) {
        try {
            return parser.parse(text);
        } catch (HL7Exception refused) {
            throw new AssertionError(text.replace('\r', '\n'), refused);
        }
    }

    static String text(DemoMessage message) {
        Charset charset = message.system().equals("LAB") || message.system().equals("PHA")
                ? StandardCharsets.ISO_8859_1
                : StandardCharsets.UTF_8;
        return new String(message.hl7(), charset);
    }

    /** Field by its position after the segment's name: MSH-9 is 8. */
    static String field(String text, String segment, int index) {
        for (String line : text.split("\r", -1)) {
            if (line.startsWith(segment + "|")) {
                String[] fields = line.split("\\|", -1);
                return index < fields.length ? fields[index] : "";
            }
        }
        return "";
    }
}
