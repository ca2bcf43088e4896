package org.relais.feeds.hl7v2;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import org.relais.feeds.FrameBudget;
import org.relais.feeds.Peers;
import org.relais.hl7.Encoding;
import org.relais.hl7.Pace;

/**
 * What an MLLP listener asks of its senders.
 *
 * @param largest size in bytes above which a message is answered AR
 * @param peers   who may connect; nobody named: whoever reaches the address
 * @param line    plain, or encrypted
 * @param charset where neither MSH-18 nor the bytes tell
 * @param budget  memory for large frames, shared by all listeners of the node
 * @param pace    how slow a sender may be
 */
public record MllpRules(int largest, Peers peers, Line line, Charset charset, FrameBudget budget, Pace pace) {
    /** The largest message taken: 20 MB. */
    public static final int LARGEST = 20 * 1024 * 1024;

    /**
     * How the line is protected.
     *
     * @param keys   what TLS is spoken with, asked anew for each connection; nothing while there are no keys
     * @param plain  no TLS at all
     * @param mutual the sender must show a certificate of a known authority
     */
    public record Line(boolean plain, boolean mutual, Supplier<Optional<SSLContext>> keys) {
        /** Nothing is encrypted. */
        public static final Line PLAIN = new Line(true, false, Optional::empty);

        /** The line over a connection, once both sides agree; the connection as it is where nothing is encrypted. */
        Socket over(Socket connection) throws IOException {
            if (plain) {
                return connection;
            }
            SSLContext context = keys.get().orElseThrow(() -> new SSLException("no keys"));
            String peer = connection.getInetAddress().getHostAddress();
            SSLSocket line =
                    (SSLSocket) context.getSocketFactory().createSocket(connection, peer, connection.getPort(), true);
            line.setUseClientMode(false);
            line.setNeedClientAuth(mutual);
            line.setEnabledProtocols(new String[] {"TLSv1.3", "TLSv1.2"});
            line.setSoTimeout(HANDSHAKE_MILLIS);
            line.startHandshake();
            line.setSoTimeout(0);
            return line;
        }
    }

    private static final int HANDSHAKE_MILLIS = 10_000;

    /** A plain line with memory of its own. */
    public static MllpRules usual() {
        return new MllpRules(
                LARGEST, Peers.of(List.of()), Line.PLAIN, Encoding.FALLBACK, new FrameBudget(LARGEST), Pace.USUAL);
    }

    MllpRules largest(int bytes) {
        return new MllpRules(bytes, peers, line, charset, budget, pace);
    }

    MllpRules peers(Peers others) {
        return new MllpRules(largest, others, line, charset, budget, pace);
    }

    MllpRules line(Line other) {
        return new MllpRules(largest, peers, other, charset, budget, pace);
    }

    MllpRules pace(Pace other) {
        return new MllpRules(largest, peers, line, charset, budget, other);
    }
}
