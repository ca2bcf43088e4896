package org.relais.feeds;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Which certificates the feeds use from now on: the fact {@code feeds.keys-installed}. The keys themselves lie sealed in
 * the data directory, never in the journal.
 *
 * @param subject     of this node's certificate (RFC 2253)
 * @param fingerprint SHA-256 of that certificate, hexadecimal
 * @param validUntil  its last moment (ISO 8601)
 * @param clients     subject and fingerprint of each authority whose certificates senders may show
 */
public record KeysInstalled(String subject, String fingerprint, String validUntil, List<String> clients) {
    public KeysInstalled {
        clients = List.copyOf(clients);
    }

    void save(DataOutput out) throws IOException {
        out.writeUTF(subject);
        out.writeUTF(fingerprint);
        out.writeUTF(validUntil);
        texts(out, clients);
    }

    static KeysInstalled load(DataInput in) throws IOException {
        return new KeysInstalled(in.readUTF(), in.readUTF(), in.readUTF(), texts(in));
    }

    static void texts(DataOutput out, List<String> texts) throws IOException {
        out.writeInt(texts.size());
        for (String text : texts) {
            out.writeUTF(text);
        }
    }

    static List<String> texts(DataInput in) throws IOException {
        List<String> texts = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            texts.add(in.readUTF());
        }
        return texts;
    }
}
