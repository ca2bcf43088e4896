package org.relais.cli;

import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.relais.kernel.Problem;
import org.relais.kernel.Problem.Category;

/** The caller's side of a command run by the server of a data directory. */
final class ControlClient {
    private final int port;
    private final String token;

    private ControlClient(int port, String token) {
        this.port = port;
        this.token = token;
    }

    /** The server of this directory, when its token file stands there and something listens. */
    static Optional<ControlClient> find(Path data) {
        Path file = data.resolve(ControlServer.TOKEN_FILE);
        try {
            List<String> lines = Files.readAllLines(file);
            int port = Integer.parseInt(lines.get(0));
            try (Socket probe = new Socket(InetAddress.getLoopbackAddress(), port)) {
                return probe.isConnected() ? Optional.of(new ControlClient(port, lines.get(1))) : Optional.empty();
            }
        } catch (IOException | NumberFormatException | IndexOutOfBoundsException absent) {
            return Optional.empty();
        }
    }

    int run(List<String> words, Console console) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
                DataInputStream in = new DataInputStream(socket.getInputStream())) {
            String cwd = console.cwd().toAbsolutePath().toString();
            DataOutputStream out = new DataOutputStream(new BufferedOutputStream(socket.getOutputStream()));
            new ControlProtocol.Call(token, cwd, console.language(), words).send(out);
            while (true) {
                byte kind = in.readByte();
                if (kind == ControlProtocol.EXIT) {
                    return in.readInt();
                }
                byte[] said = in.readNBytes(in.readInt());
                (kind == ControlProtocol.ERR ? console.err() : console.out()).writeBytes(said);
            }
        } catch (IOException lost) {
            throw Problem.of(Category.UNAVAILABLE, "server.lost").asException();
        }
    }
}
