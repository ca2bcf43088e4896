package org.relais.feeds;

import java.net.InetAddress;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.relais.hl7.Encoding;
import org.relais.kernel.FeedName;
import org.relais.kernel.Problem;
import org.relais.kernel.Problem.Category;

/**
 * How one feed is set up: the fact {@code feeds.feed}, whole; the latest of a name holds.
 *
 * @param name           {@link FeedName}
 * @param bind           address in numbers that an MLLP feed listens on
 * @param port           1 to 65535; 0 for the feed {@code mllp}: as the program was started with
 * @param folder         absolute path of a watched folder; empty for MLLP
 * @param peers          addresses and networks that may connect; none: whoever reaches the address
 * @param charset        character set where neither MSH-18 nor the bytes tell
 * @param silenceMinutes minutes without a message after which an alarm is shown; 0 for never
 */
public record FeedSettings(
        String name,
        Kind kind,
        String bind,
        int port,
        String folder,
        List<String> peers,
        Tls tls,
        String charset,
        int silenceMinutes) {
    /** The way in. */
    public enum Kind {
        MLLP,
        FOLDER
    }

    /** Whether the line is encrypted, and whether the sender must show a certificate. */
    public enum Tls {
        OFF,
        ON,
        MUTUAL
    }

    /** The feed that every node has. */
    public static final String DEFAULT = "mllp";

    /** The longest silence that can be allowed: a week. */
    public static final int LONGEST_SILENCE = 7 * 24 * 60;

    private static final String LOOPBACK = "127.0.0.1";
    private static final int MOST_PEERS = 200;

    /** An MLLP feed on loopback, as yet without anything else. */
    public static FeedSettings mllp(String name, int port) {
        return new FeedSettings(name, Kind.MLLP, LOOPBACK, port, "", List.of(), Tls.OFF, Encoding.FALLBACK.name(), 0);
    }

    /** The same on another port. */
    public FeedSettings onPort(int other) {
        return new FeedSettings(name, kind, bind, other, folder, peers, tls, charset, silenceMinutes);
    }

    public FeedName feed() {
        return new FeedName(name);
    }

    /** Where it comes in, for the eye. */
    public String place() {
        return kind == Kind.FOLDER ? folder : (bind.contains(":") ? "[" + bind + "]" : bind) + ":" + port;
    }

    public Duration silence() {
        return Duration.ofMinutes(silenceMinutes);
    }

    public Charset fallback() {
        return charset(charset).orElse(Encoding.FALLBACK);
    }

    /** What is wrong with these settings by themselves. */
    public Optional<Problem> problem() {
        if (!name.matches("[A-Za-z0-9.-]{1,40}") || FileImport.FEED.value().equals(name)) {
            return wrong("feeds.setting.name");
        }
        if (charset(charset).isEmpty()) {
            return wrong("feeds.setting.charset", charset);
        }
        if (silenceMinutes < 0 || silenceMinutes > LONGEST_SILENCE) {
            return wrong("feeds.setting.silence", Integer.toString(LONGEST_SILENCE));
        }
        return kind == Kind.FOLDER ? folderProblem() : lineProblem();
    }

    private Optional<Problem> folderProblem() {
        try {
            Path path = Path.of(folder);
            return path.isAbsolute()
                            && path.getNameCount() > 0
                            && path.normalize().equals(path)
                    ? Optional.empty()
                    : wrong("feeds.setting.folder", folder);
        } catch (InvalidPathException notAPath) {
            return wrong("feeds.setting.folder", folder);
        }
    }

    private Optional<Problem> lineProblem() {
        if (port < (name.equals(DEFAULT) ? 0 : 1) || port > 65_535) {
            return wrong("feeds.setting.port");
        }
        Optional<InetAddress> address = Peers.literal(bind);
        if (address.isEmpty()) {
            return wrong("feeds.setting.bind", bind);
        }
        Optional<String> odd = Peers.wrong(peers);
        if (odd.isPresent() || peers.size() > MOST_PEERS) {
            return wrong("feeds.setting.peer", odd.orElse(""));
        }
        boolean closed = address.get().isLoopbackAddress() || !peers.isEmpty() || tls == Tls.MUTUAL;
        return closed ? Optional.empty() : wrong("feeds.setting.open-to-all", bind);
    }

    /** Whether two feeds would come in by the same place. */
    boolean collides(FeedSettings other) {
        if (kind != other.kind || name.equals(other.name)) {
            return false;
        }
        if (kind == Kind.FOLDER) {
            return folder.equals(other.folder);
        }
        return port == other.port && port != 0 && (bind.equals(other.bind) || anywhere() || other.anywhere());
    }

    private boolean anywhere() {
        return Peers.literal(bind).map(InetAddress::isAnyLocalAddress).orElse(false);
    }

    private static Optional<Problem> wrong(String key, String... args) {
        return Optional.of(Problem.of(Category.INCORRECT, key, args));
    }

    private static Optional<Charset> charset(String name) {
        try {
            boolean known = !name.isBlank()
                    && Charset.isSupported(name)
                    && !name.toUpperCase(Locale.ROOT).startsWith("UTF-16")
                    && !name.toUpperCase(Locale.ROOT).startsWith("UTF-32");
            return known ? Optional.of(Charset.forName(name)) : Optional.empty();
        } catch (IllegalCharsetNameException unknown) {
            return Optional.empty();
        }
    }
}
