package org.relais.e2e;

import java.io.IOException;
import java.nio.file.Path;
import tools.jackson.databind.JsonNode;

/** One node that can be frozen, killed, and started again with the same data at the same address. */
final class Node implements AutoCloseable {
    private final Path data;
    private final int port;
    private final String password;
    private Program program;
    private int mllp;

    /** Starts with a small demonstration hospital, whose people have all come. */
    Node(Path data) throws IOException {
        this.data = data;
        this.port = Chromium.free();
        String[] words = {"demo", "--patients", "40", "--days", "1", "--speed", "0.01", "--json", "--port", "" + port};
        program = Program.start(with(words, "--data", data.toString()));
        JsonNode first = program.line();
        password = first.get("accounts").get(0).get("password").asString();
        program.line();
        mllp = port(first);
    }

    private static String[] with(String[] words, String... more) {
        String[] all = java.util.Arrays.copyOf(words, words.length + more.length);
        System.arraycopy(more, 0, all, words.length, more.length);
        return all;
    }

    private static int port(JsonNode announced) {
        return Integer.parseInt(announced.get("mllp").asString().replaceAll(".*:", ""));
    }

    String url() {
        return "http://127.0.0.1:" + port + "/";
    }

    String password() {
        return password;
    }

    int mllp() {
        return mllp;
    }

    void freeze() throws IOException {
        program.signal("STOP");
    }

    void thaw() throws IOException {
        program.signal("CONT");
    }

    /** The disk takes nothing more of the journal, until the process that is given back ends. */
    Process breakDisk() throws IOException {
        return program.failing(data.resolve("journal.db-wal"));
    }

    void kill() {
        program.kill();
    }

    /** Starts again on what is on disk; returns once it answers. */
    void startAgain() throws IOException {
        String passphrase = data.resolve("passphrase-of-the-demo").toString();
        String[] words = {"serve", "--json", "--mllp", "0", "--port", "" + port, "--passphrase-file", passphrase};
        program = Program.start(with(words, "--data", data.toString()));
        mllp = port(program.line());
    }

    @Override
    public void close() {
        program.close();
    }
}
