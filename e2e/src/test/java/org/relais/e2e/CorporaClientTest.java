package org.relais.e2e;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** HL7 v2 files that others wrote go in and come out again, byte for byte, through the command line alone. */
class CorporaClientTest {
    private static final Path CORPORA =
            Path.of(System.getProperty("relais.corpora", "none")).resolve("hl7v2");
    private static final Pattern BEGINNING = Pattern.compile("(?<=^|[\\r\\n])MSH");

    @TempDir
    Path folder;

    private static List<Path> files() throws IOException {
        try (Stream<Path> walk = Files.walk(CORPORA)) {
            return walk.filter(Files::isRegularFile).sorted().toList();
        }
    }

    /** A file that holds one message is that message; otherwise each goes from one MSH to the next. */
    private static List<byte[]> messages(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        List<Integer> cuts = new ArrayList<>();
        Matcher found = BEGINNING.matcher(new String(bytes, ISO_8859_1));
        while (found.find()) {
            cuts.add(found.start());
        }
        List<byte[]> messages = new ArrayList<>();
        for (int n = 0; n < Math.max(1, cuts.size()); n++) {
            int end = n + 1 < cuts.size() ? cuts.get(n + 1) : bytes.length;
            messages.add(Arrays.copyOfRange(bytes, n == 0 ? 0 : cuts.get(n), end));
        }
        return messages;
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException never) {
            throw new AssertionError(never);
        }
    }

    @Test
    void whatOthersWroteIsKeptByteForByte() throws IOException, InterruptedException {
        if (!Files.isDirectory(CORPORA)) {
            System.err.println("SKIPPED: no folder " + CORPORA + ", the corpora did not go through the jar");
        }
        Assumptions.assumeTrue(Files.isDirectory(CORPORA), "no corpora");
        Path passphrase = Files.writeString(folder.resolve("passphrase"), "only for this very test\n");
        String[] node = {
            "--json", "--data", folder.resolve("data").toString(), "--passphrase-file", passphrase.toString()
        };
        Map<String, byte[]> sent = new TreeMap<>();
        List<String> words = new ArrayList<>(List.of("import"));
        int count = 0;
        for (Path file : files()) {
            words.add(file.toString());
            for (byte[] message : messages(file)) {
                sent.put(sha256(message), message);
                count++;
            }
        }
        JsonNode report = run(words, node);
        assertThat(report.get("files").asInt()).isEqualTo(files().size());
        assertThat(report.get("messages").asInt()).isEqualTo(count);
        assertThat(report.get("kept").asInt() + report.get("duplicates").asInt())
                .isEqualTo(count);
        assertThat(report.get("refused").size()).isZero();
        Path out = folder.resolve("out");
        JsonNode exported = run(List.of("export-raw", "--out", out.toString()), node);
        assertThat(exported.get("messages").asInt())
                .isEqualTo(report.get("kept").asInt());
        Map<String, byte[]> kept = new TreeMap<>();
        try (Stream<Path> list = Files.list(out)) {
            for (Path file : list.toList()) {
                byte[] bytes = Files.readAllBytes(file);
                assertThat(file.getFileName().toString()).isEqualTo(sha256(bytes));
                kept.put(sha256(bytes), bytes);
            }
        }
        assertThat(kept.keySet()).isEqualTo(sent.keySet());
        assertThat(kept).allSatisfy((hash, bytes) -> assertThat(bytes).isEqualTo(sent.get(hash)));
        System.err.printf("corpora through the jar: %s; %d files exported%n", report, kept.size());
    }

    private static JsonNode run(List<String> words, String... node) throws IOException, InterruptedException {
        List<String> all = new ArrayList<>(words);
        all.addAll(Arrays.asList(node));
        Program.Answer answer = Program.run(all.toArray(String[]::new));
        assertThat(answer.code()).isZero();
        return answer.json();
    }
}
