package org.relais.feeds.hl7v2;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A sending system at the other end of a real socket; its messages are ISO 8859-1 where it reads answers. */
final class Sender implements AutoCloseable {
    private final Socket socket;
    private final InputStream in;

    Sender(InetSocketAddress address) throws IOException {
        this(new Socket(address.getAddress(), address.getPort()));
    }

    /** Over a line that is open, for instance an encrypted one. */
    Sender(Socket line) throws IOException {
        socket = line;
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(20_000);
        in = new java.io.BufferedInputStream(socket.getInputStream());
    }

    void write(byte... bytes) throws IOException {
        socket.getOutputStream().write(bytes);
        socket.getOutputStream().flush();
    }

    /** The next answer, without its frame; null when the other side has closed. */
    @org.jspecify.annotations.Nullable
    String answer() throws IOException {
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        int next = in.read();
        while (next >= 0 && next != 0x0B) {
            next = in.read();
        }
        next = in.read();
        while (next >= 0 && next != 0x1C) {
            answer.write(next);
            next = in.read();
        }
        return next < 0 ? null : answer.toString(StandardCharsets.ISO_8859_1);
    }

    /** MSA-1 and MSA-2 of the next answers. */
    List<String> answers(int count) throws IOException {
        List<String> answers = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String answer = answer();
            answers.add(answer == null ? "closed" : verdict(answer));
        }
        return answers;
    }

    static String verdict(String answer) {
        int at = answer.indexOf("\rMSA") + 4;
        String bar = java.util.regex.Pattern.quote(answer.substring(at, at + 1));
        String[] msa = answer.substring(at + 1).split(bar + "|\r", -1);
        return msa[0] + " " + msa[1];
    }

    void finish() throws IOException {
        socket.shutdownOutput();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
