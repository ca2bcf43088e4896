package org.relais.cli;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.relais.kernel.Language;

/**
 * How a command reaches the running server: one loopback connection. The caller sends token, working directory, language
 * and words; the server answers frames of a kind (O out, E err, X exit code) until X. Texts are UTF-8 with a 4-byte
 * length, at most 1 MiB.
 */
final class ControlProtocol {
    static final byte OUT = 'O';
    static final byte ERR = 'E';
    static final byte EXIT = 'X';
    private static final int LONGEST = 1 << 20;
    private static final int MOST_WORDS = 10_000;

    private ControlProtocol() {}

    /** What a caller asks. */
    record Call(String token, String cwd, Language language, List<String> words) {
        void send(DataOutputStream out) throws IOException {
            text(out, token);
            text(out, cwd);
            text(out, language.code());
            out.writeInt(words.size());
            for (String word : words) {
                text(out, word);
            }
            out.flush();
        }

        static Call receive(DataInputStream in) throws IOException {
            String token = text(in);
            String cwd = text(in);
            Language language = text(in).equals("fr") ? Language.FR : Language.EN;
            int count = in.readInt();
            if (count < 0 || count > MOST_WORDS) {
                throw new IOException("too many words");
            }
            List<String> words = new ArrayList<>(count);
            for (int i = 0; i < count; i++) {
                words.add(text(in));
            }
            return new Call(token, cwd, language, words);
        }
    }

    private static void text(DataOutputStream out, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static String text(DataInputStream in) throws IOException {
        int length = in.readInt();
        if (length < 0 || length > LONGEST) {
            throw new IOException("text too long");
        }
        return new String(in.readNBytes(length), StandardCharsets.UTF_8);
    }
}
