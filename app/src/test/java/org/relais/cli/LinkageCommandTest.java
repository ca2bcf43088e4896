package org.relais.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.relais.demo.Crowd;
import org.relais.demo.Islander;
import org.relais.kernel.Language;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code relais linkage}: two lists in, pairs out, refusals in words. */
class LinkageCommandTest {
    @TempDir
    Path temp;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @BeforeEach
    void twoListsOfTheSamePeople() throws IOException {
        Crowd crowd = new Crowd(4);
        List<String> left = new ArrayList<>(List.of("Numéro;Nom;Prénom;Né le;Adresse;Code postal;Vérité"));
        List<String> right = new ArrayList<>(List.of("id, name, first, born, street, zip, truth"));
        for (int number = 0; number < 300; number++) {
            Islander one = crowd.next();
            String date = String.valueOf(one.birth());
            String french = date.substring(6) + "/" + date.substring(4, 6) + "/" + date.substring(0, 4);
            left.add(String.join(
                    ";",
                    "L" + number,
                    one.surname(),
                    one.given(),
                    french,
                    one.address(),
                    one.postcode(),
                    "p-" + number));
            right.add(String.join(
                    ", ",
                    "R" + number,
                    one.surname(),
                    one.given(),
                    date,
                    one.address(),
                    one.postcode(),
                    "p-" + number));
        }
        Files.write(temp.resolve("a.csv"), left, Charset.forName("windows-1252"));
        Files.write(temp.resolve("b.csv"), right, UTF_8);
        Files.writeString(temp.resolve("both.json"), """
                {"left": {"row_id": "numéro", "surname": "nom", "given_name": "prénom", "birth_date": "né le",
                          "address": "adresse", "postcode": "code postal", "phone": null},
                 "right": {"row_id": "id", "surname": "name", "given_name": "first", "birth_date": "born",
                           "address": ["street"], "postcode": "zip"}}""");
        Files.writeString(temp.resolve("right.json"), """
                {"row_id": "id", "surname": "name", "given_name": "first", "birth_date": "born", "address": "street"}""");
    }

    private int link(String... words) {
        Console console =
                new Console(new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8), temp, Language.EN);
        CommandLine line = new CommandLine(new LinkageCommand(console));
        line.setErr(new java.io.PrintWriter(err, true, UTF_8));
        return line.execute(words);
    }

    @Test
    void linksListsThatNameTheirColumnsOtherwise() throws IOException {
        Files.write(
                temp.resolve("b.csv"),
                Files.readString(temp.resolve("b.csv"))
                        .replace("truth", "vérité")
                        .getBytes(UTF_8));
        assertThat(link(
                        "--left",
                        "a.csv",
                        "--right",
                        "b.csv",
                        "--fields",
                        "both.json",
                        "--truth",
                        "vérité",
                        "--out",
                        "pairs.csv",
                        "--json"))
                .as(err.toString(UTF_8))
                .isZero();
        JsonNode answer = JsonMapper.shared().readTree(out.toString(UTF_8));
        assertThat(answer.get("left").intValue()).isEqualTo(300);
        assertThat(answer.get("truePairs").intValue()).isEqualTo(300);
        assertThat(answer.get("f1").doubleValue()).isGreaterThan(.99);
        List<String> lines = Files.readAllLines(temp.resolve("pairs.csv"));
        assertThat(lines.getFirst()).isEqualTo("id_left,id_right,probability,weight_bits");
        assertThat(lines).hasSize(answer.get("pairs").intValue() + 1);
        assertThat(lines.get(1)).matches("L0,R0,0\\.\\d{8},\\d+\\.\\d\\d");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(temp.resolve("pairs.csv"))))
                .isEqualTo("rw-------");
    }

    @Test
    void findsNoDoublesWhereThereAreNone() throws IOException {
        assertThat(link("--left", "b.csv", "--fields", "right.json", "--out", "pairs.csv"))
                .isZero();
        assertThat(out.toString(UTF_8)).contains("0 sure matches");
        assertThat(Files.readAllLines(temp.resolve("pairs.csv"))).isNotEmpty();
    }

    @Test
    void refusesInWords() throws IOException {
        assertThat(link("--left", "none.csv", "--fields", "right.json", "--out", "p.csv"))
                .isEqualTo(1);
        assertThat(err.toString(UTF_8)).contains("none.csv cannot be read");
        assertThat(link("--left", "a.csv", "--fields", "right.json", "--out", "p.csv"))
                .isEqualTo(1);
        assertThat(err.toString(UTF_8)).contains("None of the fields");
        assertThat(link("--left", "b.csv", "--fields", "right.json", "--truth", "nowhere", "--out", "p.csv"))
                .isEqualTo(1);
        assertThat(err.toString(UTF_8)).contains("\"nowhere\"");
        Files.writeString(temp.resolve("bad.json"), "{\"surname\": 3}");
        assertThat(link("--left", "b.csv", "--fields", "bad.json", "--out", "p.csv"))
                .isEqualTo(1);
        Files.writeString(temp.resolve("bad.json"), "{\"nickname\": \"name\"}");
        assertThat(link("--left", "b.csv", "--fields", "bad.json", "--out", "p.csv"))
                .isEqualTo(1);
        assertThat(err.toString(UTF_8)).contains("nickname").contains("used_surname");
        Files.writeString(temp.resolve("missing.json"), "{\"surname\": \"name\", \"sex\": \"sexe\"}");
        assertThat(link("--left", "b.csv", "--fields", "missing.json", "--out", "p.csv"))
                .isEqualTo(1);
        assertThat(err.toString(UTF_8)).contains("\"sexe\"");
        Files.writeString(temp.resolve("empty.csv"), "");
        assertThat(link("--left", "empty.csv", "--fields", "right.json", "--out", "p.csv"))
                .isEqualTo(1);
        assertThat(link("--left", "b.csv", "--out", "p.csv")).isEqualTo(2);
        assertThat(temp.resolve("p.csv")).doesNotExist();
    }

    @Test
    void listsOfNobodyAndOfOneAreLinked() throws IOException {
        Files.writeString(temp.resolve("nobody.csv"), "id,name,first,born,street\n");
        Files.writeString(temp.resolve("one.csv"), "id,name,first,born,street\n1,Joseph,Line,19611225,\n");
        assertThat(link("--left", "nobody.csv", "--right", "one.csv", "--fields", "right.json", "--out", "p.csv"))
                .isZero();
        assertThat(link("--left", "one.csv", "--fields", "right.json", "--out", "p.csv"))
                .isZero();
        assertThat(Files.readAllLines(temp.resolve("p.csv")))
                .containsExactly("id_left,id_right,probability,weight_bits");
    }
}
