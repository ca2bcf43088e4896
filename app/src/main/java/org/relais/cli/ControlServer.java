package org.relais.cli;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The running server's side of the command line: a loopback port of its own, open to whoever can read the token file
 * (mode 0600) of the data directory.
 */
public final class ControlServer implements AutoCloseable {
    static final String TOKEN_FILE = "control.token";
    private static final Logger LOG = LoggerFactory.getLogger(ControlServer.class);
    private static final int PATIENCE_MS = 10_000;

    private final Rooms rooms;
    private final ServerSocket listener;
    private final Path tokenFile;
    private final String token;

    private ControlServer(Rooms rooms, ServerSocket listener, Path tokenFile, String token) {
        this.rooms = rooms;
        this.listener = listener;
        this.tokenFile = tokenFile;
        this.token = token;
    }

    public static ControlServer start(Rooms rooms) throws IOException {
        byte[] secret = new byte[32];
        new SecureRandom().nextBytes(secret);
        String token = HexFormat.of().formatHex(secret);
        ServerSocket listener = new ServerSocket(0, 16, InetAddress.getLoopbackAddress());
        Path file = rooms.data().path().resolve(TOKEN_FILE);
        Files.deleteIfExists(file);
        if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
        Files.writeString(file, listener.getLocalPort() + "\n" + token + "\n");
        ControlServer server = new ControlServer(rooms, listener, file, token);
        Thread.ofVirtual().name("control").start(server::listen);
        return server;
    }

    private void listen() {
        while (!listener.isClosed()) {
            try {
                Socket caller = listener.accept();
                Thread.ofVirtual().start(() -> answer(caller));
            } catch (IOException closed) {
                if (!listener.isClosed()) {
                    LOG.warn("control port: {}", closed.toString());
                }
            }
        }
    }

    private void answer(Socket caller) {
        try (caller) {
            caller.setSoTimeout(PATIENCE_MS);
            DataInputStream in = new DataInputStream(caller.getInputStream());
            ControlProtocol.Call call = ControlProtocol.Call.receive(in);
            if (!same(call.token(), token)) {
                LOG.warn("control port: a caller without the token was turned away");
                return;
            }
            DataOutputStream out = new DataOutputStream(caller.getOutputStream());
            int code = run(call, out);
            synchronized (out) {
                out.writeByte(ControlProtocol.EXIT);
                out.writeInt(code);
                out.flush();
            }
        } catch (IOException gone) {
            LOG.debug("control port: a caller left early: {}", gone.toString());
        }
    }

    private int run(ControlProtocol.Call call, DataOutputStream out) {
        try (PrintStream said = stream(out, ControlProtocol.OUT);
                PrintStream complained = stream(out, ControlProtocol.ERR)) {
            Console console = new Console(said, complained, Path.of(call.cwd()), call.language());
            return Commands.line(new Stage.Served(console, rooms), console)
                    .execute(call.words().toArray(String[]::new));
        }
    }

    private static boolean same(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }

    private static PrintStream stream(DataOutputStream out, byte kind) {
        return new PrintStream(new Framed(out, kind), true, StandardCharsets.UTF_8);
    }

    /** Gathers what is printed into frames of one kind. */
    private static final class Framed extends OutputStream {
        private final ByteArrayOutputStream gathered = new ByteArrayOutputStream();
        private final DataOutputStream out;
        private final byte kind;

        Framed(DataOutputStream out, byte kind) {
            this.out = out;
            this.kind = kind;
        }

        @Override
        public void write(int b) {
            gathered.write(b);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) {
            gathered.write(bytes, offset, length);
        }

        @Override
        public void flush() throws IOException {
            if (gathered.size() == 0) {
                return;
            }
            synchronized (out) {
                out.writeByte(kind);
                out.writeInt(gathered.size());
                gathered.writeTo(out);
                out.flush();
            }
            gathered.reset();
        }
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(tokenFile);
        listener.close();
    }
}
