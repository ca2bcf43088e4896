package org.relais.e2e;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The command line on a directory of its own, without a server and through one; every answer as documented. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class CommandLineTest {
    private static final Path DOCUMENT =
            Path.of(System.getProperty("relais.root", "..")).resolve(Path.of("docs", "formats", "cli.md"));
    private static final String STRUCTURE = """
            row;code;name_fr;name_en;kind;units;ward;room;bed;zone;feed;authority
            hospital;979999999;Centre hospitalier de la Pointe;;;;;;;America/Martinique;;
            ward;MAT;Maternité;Maternity;maternity;;;;;;;
            bed;;;;;;MAT;101;Z;;;
            """;

    @TempDir
    static Path folder;

    private static Map<String, List<Shape>> shapes = Map.of();

    @BeforeAll
    static void thePassphraseIsInAFile() throws IOException {
        shapes = Shape.documented(DOCUMENT);
        Files.writeString(folder.resolve("passphrase"), "only for this very test\n");
        Files.writeString(folder.resolve("structure.csv"), STRUCTURE);
    }

    /** Runs a command on the directory of this test, or on another when it names one. */
    private static Program.Answer run(String... words) throws IOException, InterruptedException {
        List<String> all = new ArrayList<>(Arrays.asList(words));
        if (!all.contains("--data")) {
            all.addAll(List.of("--data", in("data")));
        }
        all.addAll(List.of("--passphrase-file", in("passphrase")));
        return Program.run(all.toArray(String[]::new));
    }

    /** Runs a command that ends well and answers as the document says. */
    private static JsonNode answer(String command, String... words) throws IOException, InterruptedException {
        List<String> all = new ArrayList<>(List.of(command.split(" ")));
        all.addAll(Arrays.asList(words));
        all.add("--json");
        Program.Answer answer = run(all.toArray(String[]::new));
        assertThat(answer.code()).as(command).isZero();
        asDocumented(command, answer.json());
        return answer.json();
    }

    private static void asDocumented(String command, JsonNode said) {
        assertThat(shapes).containsKey(command);
        List<Shape> documented = shapes.getOrDefault(command, List.of());
        assertThat(documented.isEmpty()).as(command).isEqualTo(command.equals("chart"));
        documented.stream()
                .limit(1)
                .forEach(shape -> assertThat(shape.faults(said, command)).isEmpty());
    }

    private static String in(String name) {
        return folder.resolve(name).toString();
    }

    private static String[] files(Path directory) throws IOException {
        try (Stream<Path> list = Files.list(directory)) {
            return list.map(Path::toString).sorted().toArray(String[]::new);
        }
    }

    @Test
    @Order(1)
    void generatedMessagesComeInOnceAndOnlyOnce() throws IOException, InterruptedException {
        Path out = folder.resolve("generated");
        String[] numbers = {"generate", "--patients", "60", "--days", "2", "--seed", "7", "--json", "--out"};
        JsonNode made = generate(numbers, out);
        asDocumented("generate", made);
        assertThat(files(out)).hasSize(made.get("files").asInt());
        assertThat(made.get("messages").asInt()).isGreaterThan(500);
        assertThat(generate(numbers, folder.resolve("again"))).isEqualTo(made);
        for (String file : files(out)) {
            Path again = folder.resolve("again").resolve(Path.of(file).getFileName());
            assertThat(Files.mismatch(Path.of(file), again)).as(file).isEqualTo(-1);
        }
        JsonNode first = answer("import", files(out));
        assertThat(first.get("files")).isEqualTo(made.get("files"));
        assertThat(first.get("messages")).isEqualTo(made.get("messages"));
        assertThat(first.get("kept").asInt() + first.get("duplicates").asInt())
                .isEqualTo(first.get("messages").asInt());
        assertThat(first.get("kept").asInt()).as("some are sent twice").isEqualTo(distinct(out));
        JsonNode second = answer("import", files(out));
        assertThat(second.get("kept").asInt()).isZero();
        assertThat(second.get("quarantined").asInt()).isZero();
        assertThat(second.get("duplicates")).isEqualTo(made.get("messages"));
    }

    @Test
    @Order(1)
    void twoListsAreLinkedWithoutANode() throws IOException, InterruptedException {
        Path list = Files.writeString(
                folder.resolve("list.csv"),
                "id, nom, prénom, né le\n7, Monrose, Line, 25/12/1961\n8, Dorval, Aimé, 3/1/1950\n");
        Path fields = Files.writeString(
                folder.resolve("fields.json"),
                "{\"row_id\":\"id\",\"surname\":\"nom\",\"given_name\":\"prénom\",\"birth_date\":\"né le\"}");
        Path pairs = folder.resolve("pairs.csv");
        Program.Answer linked = Program.run(
                "linkage",
                "--left",
                list.toString(),
                "--right",
                list.toString(),
                "--fields",
                fields.toString(),
                "--truth",
                "id",
                "--out",
                pairs.toString(),
                "--json");
        assertThat(linked.code()).isZero();
        asDocumented("linkage", linked.json());
        assertThat(linked.json().get("truePairs").asInt()).isEqualTo(2);
        assertThat(Files.readAllLines(pairs).getFirst()).isEqualTo("id_left,id_right,probability,weight_bits");
    }

    private static int distinct(Path directory) throws IOException {
        Set<String> messages = new HashSet<>();
        for (String file : files(directory)) {
            messages.addAll(List.of(Files.readString(Path.of(file), ISO_8859_1).split("(?<=\\r)(?=MSH\\|)", -1)));
        }
        return messages.size();
    }

    private static JsonNode generate(String[] numbers, Path out) throws IOException, InterruptedException {
        String[] words = Arrays.copyOf(numbers, numbers.length + 1);
        words[numbers.length] = out.toString();
        Program.Answer answer = Program.run(words);
        assertThat(answer.code()).isZero();
        return answer.json();
    }

    @Test
    @Order(2)
    void verifyKnowsTheHeadsItHasAndNoOther() throws IOException, InterruptedException {
        JsonNode sound = answer("verify");
        assertThat(sound.get("fault").isNull()).isTrue();
        String head = sound.get("head").asString();
        assertThat(run("verify", "--expect", head).code()).isZero();
        String other = (head.charAt(0) == '0' ? "1" : "0") + head.substring(1);
        assertThat(run("verify", "--expect", other).code()).isEqualTo(1);
    }

    @Test
    @Order(3)
    void whatIsRefusedIsOneAndWhatIsNotUnderstoodIsTwo() throws IOException, InterruptedException {
        assertThat(run("chart", "ffffffffffffffffffffffffffffffff").code()).isEqualTo(1);
        assertThat(run("verify", "--data", in("nowhere")).code()).isEqualTo(1);
        assertThat(folder.resolve("nowhere")).doesNotExist();
        assertThat(run("import", in("no such file")).code()).isEqualTo(1);
        assertThat(run("crisis", "lift", "--reason", "None was declared").code())
                .isEqualTo(1);
        Files.writeString(folder.resolve("wrong"), "another passphrase\n");
        assertThat(Program.run("verify", "--data", in("data"), "--passphrase-file", in("wrong"))
                        .code())
                .isEqualTo(1);
        assertThat(run("import").code()).isEqualTo(2);
        assertThat(run("pack", "--out", in("pack.pdf")).code()).isEqualTo(2);
        assertThat(Program.run("demo", "--attack", "-1", "--data", in("demo")).code())
                .isEqualTo(2);
        assertThat(Program.run().code()).isEqualTo(2);
    }

    @Test
    @Order(4)
    void aBackupIsANodeAgain() throws IOException, InterruptedException {
        String head = answer("backup", "--to", in("backup")).get("head").asString();
        String[] restore = {"restore", "--json", "--from", in("backup"), "--data", in("restored")};
        Program.Answer restored = Program.run(restore);
        assertThat(restored.code()).isZero();
        asDocumented("restore", restored.json());
        assertThat(run("verify", "--expect", head, "--data", in("restored")).code())
                .isZero();
        assertThat(Program.run(restore).code()).isEqualTo(1);
        String[] serve = {"serve", "--port", "0", "--mllp", "0", "--json", "--data", in("restored")};
        String[] keyed = Stream.concat(Arrays.stream(serve), Stream.of("--passphrase-file", in("passphrase")))
                .toArray(String[]::new);
        try (Program server = Program.start(keyed)) {
            assertThat(server.line().get("url").asString()).startsWith("http");
            assertThat(run("find", "joseph", "--json", "--data", in("restored")).json())
                    .as("the server of the restored node knows its patients")
                    .isNotEmpty();
        }
    }

    @Test
    @Order(5)
    void throughTheServerEveryAnswerIsAsDocumented() throws IOException, InterruptedException {
        String[] serve = {"serve", "--port", "0", "--mllp", "0", "--json", "--data", in("data")};
        List<String> words = new ArrayList<>(List.of(serve));
        words.addAll(List.of("--passphrase-file", in("passphrase")));
        try (Program server = Program.start(words.toArray(String[]::new))) {
            JsonNode first = server.line();
            asDocumented("serve", first);
            assertThat(answer("structure import", in("structure.csv"))
                            .get("beds")
                            .asInt())
                    .isEqualTo(1);
            assertThat(answer("census", "--ward", "MAT").size()).isEqualTo(1);
            String id = someone(answer("census"));
            assertThat(answer("find", "joseph").size()).isPositive();
            assertThat(answer("chart", id).propertyNames())
                    .contains("patient", "asOf", "allergies", "medications", "labs", "bloodGroup", "incomplete");
            answer("quarantine");
            answer("quarantine refold");
            answer("feed add", "depot", "--folder", in("depot"), "--silence", "15");
            answer("feed change", "depot", "--charset", "UTF-8");
            assertThat(answer("feed list").size()).isGreaterThan(1);
            assertThat(run("feed", "add", "depot", "--folder", in("other")).code())
                    .isEqualTo(1);
            assertThat(run("feed", "keys").code()).isEqualTo(1);
            answer("feed remove", "depot");
            answer("pack", "--ward", "MAT", "--out", in("mat.pdf"));
            assertThat(Files.readString(folder.resolve("mat.pdf"), ISO_8859_1)).startsWith("%PDF-");
            String password = answer("user add", "lea", "--name", "Léa Test", "--role", "MIDWIFE", "--ward", "MAT")
                    .get("password")
                    .asString();
            assertThat(answer("user reset", "lea").get("password").asString()).isNotEqualTo(password);
            answer("crisis declare", "--reason", "Serveurs chiffrés");
            assertThat(run("crisis", "declare", "--reason", "Encore").code()).isEqualTo(1);
            answer("crisis lift", "--reason", "Serveurs rétablis");
            answer("verify");
        }
        assertThat(run("verify").code()).isZero();
    }

    private static String someone(JsonNode census) {
        for (JsonNode ward : census) {
            for (JsonNode bed : ward.get("beds")) {
                if (!bed.get("patient").isNull()) {
                    return bed.get("patient").get("id").asString();
                }
            }
        }
        throw new AssertionError("nobody lies in any ward");
    }
}
