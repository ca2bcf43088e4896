package org.relais.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.hl7v2.DefaultHapiContext;
import ca.uhn.hl7v2.HapiContext;
import ca.uhn.hl7v2.app.Connection;
import ca.uhn.hl7v2.model.Message;
import ca.uhn.hl7v2.util.Terser;
import ca.uhn.hl7v2.validation.impl.ValidationContextFactory;
import java.io.IOException;
import java.io.OutputStream;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A sending system that others wrote (HAPI's client) at our doors, and feeds set up while the server runs. */
class HapiClientTest {
    private static final Duration LONG = Duration.ofSeconds(60);

    @TempDir
    Path folder;

    /** HAPI writes US-ASCII unless it is told otherwise. */
    @BeforeAll
    static void hapiWritesUtf8() {
        System.setProperty("ca.uhn.hl7v2.llp.charset", "UTF-8");
    }

    private List<String> on(String... words) {
        List<String> all = new ArrayList<>(List.of(words));
        all.addAll(List.of(
                "--data",
                folder.resolve("data").toString(),
                "--passphrase-file",
                folder.resolve("passphrase").toString()));
        return all;
    }

    private Program.Answer run(String... words) throws IOException, InterruptedException {
        return Program.run(on(words).toArray(String[]::new));
    }

    private static String admission(String id, String ipp, String family) {
        return "MSH|^~\\&|GAM|POINTE|RELAIS|POINTE|20261123060000||ADT^A01^ADT_A01|" + id
                + "|P|2.5|||||FRA|UNICODE UTF-8\rEVN||20261123060000\rPID|1||" + ipp + "^^^IPP-POINTE^PI||" + family
                + "^Marie-Ange^^^^^L||19900412|F\rPV1|1|I|6268^12^A^POINTE||||||||||||||||V" + ipp + "^^^GAM^VN\r";
    }

    /** MSA-1 and MSA-2 of the answer to each message, as HAPI reads them. */
    private static List<String> send(int port, String... messages) throws Exception {
        List<String> answers = new ArrayList<>();
        try (HapiContext context = new DefaultHapiContext(ValidationContextFactory.noValidation())) {
            Connection connection = context.newClient("127.0.0.1", port, false);
            connection.getInitiator().setTimeout(60, java.util.concurrent.TimeUnit.SECONDS);
            for (String text : messages) {
                Message answer = connection
                        .getInitiator()
                        .sendAndReceive(context.getPipeParser().parse(text));
                Terser read = new Terser(answer);
                answers.add(read.get("/MSA-1") + " " + read.get("/MSA-2"));
            }
            connection.close();
        }
        return answers;
    }

    @Test
    void hapisClientIsAnsweredAndItsPatientsAreFound() throws Exception {
        Files.writeString(folder.resolve("passphrase"), "only for this very test\n");
        try (Program server = Program.start(
                on("serve", "--port", "0", "--mllp", "0", "--json").toArray(String[]::new))) {
            JsonNode first = server.line();
            String mllp = first.get("mllp").asString();
            int port = Integer.parseInt(mllp.substring(mllp.lastIndexOf(':') + 1));
            assertThat(send(port, admission("H1", "7001", "ADÉLAÏDE"), admission("H2", "7002", "CŒUR")))
                    .containsExactly("AA H1", "AA H2");
            assertThat(send(port, admission("H1", "7001", "ADÉLAÏDE"))).containsExactly("AA H1");
            JsonNode found = run("find", "adelaide", "--json").json();
            assertThat(found.size()).isEqualTo(1);
            assertThat(found.get(0).get("name").asString()).contains("ADÉLAÏDE");
            ownFeed();
            watchedFolder();
            assertThat(run("quarantine", "refold", "--json")
                            .json()
                            .get("remaining")
                            .asInt())
                    .isZero();
        }
    }

    private void ownFeed() throws Exception {
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        assertThat(run("feed", "add", "labo", "--mllp", Integer.toString(port), "--bind", "0.0.0.0")
                        .code())
                .as("open to all")
                .isEqualTo(1);
        assertThat(run(
                                "feed",
                                "add",
                                "labo",
                                "--mllp",
                                Integer.toString(port),
                                "--bind",
                                "0.0.0.0",
                                "--peer",
                                "127.0.0.1",
                                "--silence",
                                "15")
                        .code())
                .isZero();
        Awaitility.await().atMost(LONG).until(() -> listens(port));
        assertThat(send(port, admission("L1", "7003", "BELLEROSE"))).containsExactly("AA L1");
        JsonNode labo = feed("labo");
        assertThat(labo.get("state").asString()).isEqualTo("open");
        assertThat(labo.get("kept").asInt()).isEqualTo(1);
        assertThat(labo.get("silent").asBoolean()).isFalse();
        assertThat(feed("mllp").get("duplicates").asInt()).isEqualTo(1);
        assertThat(run("feed", "change", "labo", "--peer", "192.0.2.1").code()).isZero();
        Awaitility.await().atMost(LONG).until(() -> {
            if (listens(port)) {
                try (Socket stranger = new Socket("127.0.0.1", port)) {
                    stranger.setSoTimeout(5_000);
                    OutputStream out = stranger.getOutputStream();
                    out.write(0x0B);
                    return stranger.getInputStream().read() < 0;
                } catch (IOException cutOff) {
                    return true;
                }
            }
            return false;
        });
        assertThat(feed("labo").get("turnedAway").asInt()).isPositive();
        assertThat(run("feed", "remove", "labo").code()).isZero();
    }

    private void watchedFolder() throws Exception {
        Path depot = Files.createDirectory(folder.resolve("depot"));
        assertThat(run("feed", "add", "depot", "--folder", depot.toString()).code())
                .isZero();
        Path batch = depot.resolve("lot.hl7.part");
        Files.writeString(
                batch,
                "FHS|^~\\&|LABO\rBHS|^~\\&|LABO\r" + admission("F1", "7004", "RÉMY") + admission("F2", "7005", "NOËL")
                        + "BTS|2\rFTS|1\r");
        Files.move(batch, depot.resolve("lot.hl7"));
        Awaitility.await().atMost(LONG).until(() -> !Files.exists(depot.resolve("lot.hl7")));
        assertThat(feed("depot").get("kept").asInt()).isEqualTo(2);
        assertThat(feed("depot").get("wrongBatches").asInt()).isZero();
        assertThat(run("find", "noel", "--json").json().size()).isEqualTo(1);
    }

    private JsonNode feed(String name) throws IOException, InterruptedException {
        for (JsonNode one : run("feed", "list", "--json").json()) {
            if (one.get("name").asString().equals(name)) {
                return one;
            }
        }
        throw new AssertionError("no feed " + name);
    }

    private static boolean listens(int port) {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            return socket.isConnected();
        } catch (IOException closed) {
            return false;
        }
    }
}
